// Functions that run under patches: each gives them another argument.
import { blocking, callable_kind } from "../../builtins/calls/callable-kind.ts";
import { call_now } from "../_unittest/calling.ts";
import { signature } from "../../builtins/calls/signature.ts";
import { is_keywords } from "../../builtins/keywords.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { wraps } from "../functools.ts";
import { DEFAULT } from "./sentinels.ts";

/** What a patch is to the functions that run under it. */
export interface Patching {
  readonly new: Dynamic;
  /** Of `patch.multiple`: what it gives comes by name. */
  readonly attribute_name: string | null;
  __enter__(): Dynamic;
  __exit__(...exception: readonly Dynamic[]): boolean;
}

const patchings = new WeakMap<object, Patching[]>();

/** The function under one patch more; the one that stands nearest to it comes first. */
export function decorated(f: Dynamic, patch: Patching): Dynamic {
  const known = patchings.get(f);
  if (known !== undefined) {
    known.push(patch);
    return f;
  }
  const own = [patch];
  const made = wrapped(f, own);
  const named: Dynamic = (wraps(f) as Dynamic)(made);
  patchings.set(named, own);
  return signature(named, "*args, **kwargs");
}

function wrapped(f: Dynamic, own: readonly Patching[]): Dynamic {
  switch (callable_kind(f)) {
    case "coroutine_function":
      return async (...values: readonly Dynamic[]) =>
        await under(own, values, (given) => call_now(f, given));
    case "blocking":
      return blocking(
        async (...values: readonly Dynamic[]) =>
          await under(own, values, (given) => call_now(f, given)),
      );
    default:
      return (...values: readonly Dynamic[]) => {
        const entered: Patching[] = [];
        try {
          return call_now(f, entering(own, values, entered));
        } finally {
          leave(entered);
        }
      };
  }
}

async function under(
  own: readonly Patching[],
  values: readonly Dynamic[],
  body: (given: readonly Dynamic[]) => Dynamic,
): Promise<Dynamic> {
  const entered: Patching[] = [];
  try {
    return await body(entering(own, values, entered));
  } finally {
    leave(entered);
  }
}

/** The arguments with what the patches give. */
function entering(
  own: readonly Patching[],
  values: readonly Dynamic[],
  entered: Patching[],
): readonly Dynamic[] {
  const last = values.at(-1);
  const args: Dynamic[] = is_keywords(last) ? values.slice(0, -1) : [...values];
  const keywords: Record<string, Dynamic> = is_keywords(last) ? { ...last } : {};
  for (const each of own) {
    const value: Dynamic = each.__enter__();
    entered.push(each);
    if (each.attribute_name !== null) Object.assign(keywords, Object.fromEntries(value.items()));
    else if (each.new === DEFAULT) args.push(value);
  }
  return Object.keys(keywords).length === 0 ? args : [...args, keywords];
}

function leave(entered: readonly Patching[]): void {
  for (const each of [...entered].reverse()) each.__exit__(null, null, null);
}
