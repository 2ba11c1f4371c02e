// create_autospec: a mock that has what another object has, and takes what that takes.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { callable } from "../../builtins/index.ts";
import { is_class } from "../../builtins/type-name.ts";
import { AsyncMock, MagicMock, NonCallableMagicMock } from "./mock.ts";
import { is_async_object } from "./spec.ts";
import { state_of } from "./state.ts";

/** `instance`: what stands for the class is an instance of it. */
export function create_autospec(
  spec: Dynamic,
  spec_set: boolean = false,
  instance: boolean = false,
  options: Readonly<Record<string, Dynamic>> = {},
): Dynamic {
  const { _name = null, ...rest } = options;
  const by: Record<string, Dynamic> = { [spec_set ? "spec_set" : "spec"]: spec, ...rest };
  if (_name !== null) by["name"] = _name;
  const type = kind_of(spec, instance);
  const mock: Dynamic = new type(null, by);
  state_of(mock).spec_function = instance ? null : typeof spec === "function" ? spec : null;
  if (typeof spec !== "function" || !is_class(spec) || instance) return mock;
  if (!("return_value" in rest)) {
    const made: Dynamic = create_autospec(spec, spec_set, true);
    state_of(made).new_parent = mock;
    state_of(made).new_name = "()";
    state_of(mock).return_value = made;
  }
  return mock;
}

function kind_of(
  spec: Dynamic,
  is_instance: boolean,
): typeof MagicMock | typeof NonCallableMagicMock {
  if (typeof spec === "function" && is_class(spec)) {
    const is_callable = "__call__" in spec.prototype;
    return is_instance && !is_callable ? NonCallableMagicMock : MagicMock;
  }
  if (is_async_object(spec)) return AsyncMock;
  return callable(spec) ? MagicMock : NonCallableMagicMock;
}
