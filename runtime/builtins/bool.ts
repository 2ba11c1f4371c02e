// bool: the callable.
import { truth } from "./truth.ts";

function make(value: unknown = undefined): boolean {
  return truth(value);
}

/** `bool(x)`: whether a value counts as true. TypeError when a `__bool__` returns no bool. */
export const bool: typeof make & { readonly __name__: string; readonly __is_type__: true } =
  /* @__PURE__ */ Object.assign(make, {
    __name__: "bool",
    __module__: "builtins",
    __is_type__: true,
  } as const);
