// type(): the callable. The form with three arguments makes a class.
import type { Dynamic } from "../dynamic.ts";
import { TypeError } from "../exceptions/index.ts";
import { PyObject } from "./object.ts";
import { type_of } from "./type-of.ts";

/** A class as a value; `name` is JavaScript's own. */
export interface Type {
  readonly __name__: string;
  readonly __qualname__: string;
  readonly __module__: string;
}

/** `type(value)`: its class. `type(name, bases, namespace)`: a new class. */
function make(value: unknown): Dynamic;
function make(name: string, bases: readonly Dynamic[], namespace: Iterable<Dynamic>): Dynamic;
function make(...args: readonly Dynamic[]): Dynamic {
  if (args.length === 1) return type_of(args[0]);
  if (args.length !== 3) throw new TypeError("type() takes 1 or 3 arguments");
  return new_class(args[0], args[1], args[2]);
}

export const type: typeof make & { readonly __name__: string; readonly __is_type__: true } =
  /* @__PURE__ */ Object.assign(make, {
    __name__: "type",
    __module__: "builtins",
    __is_type__: true,
  } as const);

/** Functions of the namespace take the instance first, as in Python. */
function new_class(name: string, bases: readonly Dynamic[], namespace: Dynamic): Dynamic {
  if (bases.length > 1) throw new TypeError("type() with several bases is not supported");
  const base: Dynamic = bases[0] ?? PyObject;
  const made = class extends base {};
  Object.defineProperty(made, "name", { value: name });
  for (const [key, value] of namespace.entries()) {
    if (typeof value === "function" && value.prototype === undefined)
      made.prototype[key] = function (this: unknown, ...args: readonly unknown[]): unknown {
        return value(this, ...args);
      };
    else Reflect.set(made, key, value);
  }
  return made;
}
