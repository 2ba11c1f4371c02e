// functools.singledispatch: the class of the first argument chooses the function.
import { issubclass } from "../../builtins/attributes/isinstance.ts";
import { mro_of } from "../../builtins/attributes/mro.ts";
import { type_of } from "../../builtins/attributes/type-of.ts";
import { forward } from "../../builtins/calls/forward.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { TypeError } from "../../builtins/exceptions/index.ts";
import { Dict, object } from "../../builtins/index.ts";
import { is_class } from "../../builtins/type-name.ts";
import { update_wrapper } from "./partial.ts";

/** A function that looks at the class of its first argument. */
export interface DispatchedFunction {
  (...args: Dynamic[]): Dynamic;
  register(cls: Dynamic, func?: Dynamic): Dynamic;
  dispatch(cls: Dynamic): Dynamic;
  readonly registry: Dict<Dynamic, Dynamic>;
}

/** `@singledispatch`. The implementations are added by `@f.register(cls)`. */
export function singledispatch(func: Dynamic): DispatchedFunction {
  const registry = new Dict<Dynamic, Dynamic>([[object, func]]);
  const dispatch = (cls: Dynamic): Dynamic => registry.at(best_match(cls, registry));
  const register = (cls: Dynamic, given: Dynamic = undefined): Dynamic => {
    const types: readonly Dynamic[] = Array.isArray(cls?.__args__) ? cls.__args__ : [cls];
    if (!types.every((each) => each === null || (typeof each === "function" && is_class(each))))
      throw new TypeError(
        "Invalid first argument to `register()`: a class, or a function with an annotated first parameter, is needed",
      );
    if (given === undefined) return (f: Dynamic) => register(cls, f);
    for (const each of types) registry.set(each ?? type_of(null), given);
    return given;
  };
  const called = (...args: Dynamic[]): Dynamic => {
    if (args.length === 0)
      throw new TypeError(`${func.name} requires at least 1 positional argument`);
    return forward(dispatch(type_of(args[0])), args);
  };
  return update_wrapper(Object.assign(called, { register, dispatch, registry }), func);
}

/** The class itself, the nearest of its bases, or an abstract class that it counts as. */
function best_match(cls: Dynamic, registry: Dict<Dynamic, Dynamic>): Dynamic {
  if (registry.has(cls)) return cls;
  const near = mro_of(cls).find((each) => each !== object && registry.has(each));
  if (near !== undefined) return near;
  let found: Dynamic = object;
  for (const each of registry.keys()) {
    if (each === object || !issubclass(cls, each)) continue;
    if (found === object || issubclass(each, found)) found = each;
  }
  return found;
}
