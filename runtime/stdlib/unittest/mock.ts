// Python's unittest.mock.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { TypeError, ValueError } from "../../builtins/exceptions/index.ts";
import { signature } from "../../builtins/calls/signature.ts";
import { repr } from "../../builtins/representation.ts";
import * as mocks from "../_mock/mock.ts";
import { active, Patch, patch_prefix, type PatchOptions } from "../_mock/patch.ts";
import { PatchDict } from "../_mock/patch-dict.ts";
import { DEFAULT } from "../_mock/sentinels.ts";
import { object_named, target_of } from "../_mock/targets.ts";

export { create_autospec } from "../_mock/autospec.ts";
export { call } from "../_mock/call.ts";
export { mock_open } from "../_mock/mock-open.ts";
export { seal } from "../_mock/mock.ts";
export { ANY, DEFAULT, sentinel } from "../_mock/sentinels.ts";

export const FILTER_DIR = true;

// Of a mock nothing is known beforehand: every attribute is looked up.
export const NonCallableMock: Dynamic = mocks.NonCallableMock;
export const Mock: Dynamic = mocks.Mock;
export const NonCallableMagicMock: Dynamic = mocks.NonCallableMagicMock;
export const MagicMock: Dynamic = mocks.MagicMock;
export const AsyncMock: Dynamic = mocks.AsyncMock;
export const PropertyMock: Dynamic = mocks.PropertyMock;

/** `patch("module.name")`. */
function by_name(target: string, given: Dynamic = DEFAULT, options: PatchOptions = {}): Patch {
  const at = typeof target === "string" ? target.lastIndexOf(".") : -1;
  if (at < 0) target_of(target);
  return new Patch(() => target_of(target)[0], target.slice(at + 1), { new: given, ...options });
}

function of_object(
  target: Dynamic,
  attribute: string,
  given: Dynamic = DEFAULT,
  options: PatchOptions = {},
): Patch {
  if (typeof target === "string")
    throw new TypeError(`${repr(target)} must be the actual object to be patched, not a str`);
  return new Patch(() => target, attribute, { new: given, ...options });
}

function of_dict(
  in_dict: Dynamic,
  values: Dynamic = [],
  clear: Dynamic = false,
  kwargs: Readonly<Record<string, Dynamic>> = {},
): PatchDict {
  return new PatchDict(in_dict, values, clear, kwargs);
}

function multiple(target: Dynamic, options: PatchOptions = {}): Patch {
  const { spec, create, spec_set, autospec, new_callable, unsafe, ...attributes } = options;
  const shared = without_undefined({ spec, create, spec_set, autospec, new_callable, unsafe });
  const getter = (): Dynamic => (typeof target === "string" ? object_named(target) : target);
  const [first, ...rest] = Object.entries(attributes).map(([name, given]) => {
    const made = new Patch(getter, name, { new: given, ...shared });
    made.attribute_name = name;
    return made;
  });
  if (first === undefined)
    throw new ValueError("Must supply at least one keyword argument with patch.multiple");
  first.additional_patchers.push(...rest);
  return first;
}

function stopall(): void {
  for (const each of [...active].reverse()) each.stop();
}

function without_undefined(options: PatchOptions): PatchOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

/** `patch(…)`, `patch.object(…)`, `patch.dict(…)`, `patch.multiple(…)`, `patch.stopall()`. */
export const patch: typeof by_name & {
  readonly object: typeof of_object;
  readonly dict: typeof of_dict;
  readonly multiple: typeof multiple;
  readonly stopall: typeof stopall;
  TEST_PREFIX: string;
} = Object.assign(signature(by_name, "target, new=, **kwargs"), {
  object: signature(of_object, "target, attribute, new=, **kwargs"),
  dict: signature(of_dict, "in_dict, values=, clear=, **kwargs"),
  multiple: signature(multiple, "target, **kwargs"),
  stopall,
  get TEST_PREFIX(): string {
    return patch_prefix.TEST_PREFIX;
  },
  set TEST_PREFIX(value: string) {
    patch_prefix.TEST_PREFIX = value;
  },
});
