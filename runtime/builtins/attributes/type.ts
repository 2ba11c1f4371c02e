// type(): the callable. The form with three arguments makes a class.
import type { Dynamic } from "../dynamic.ts";
import { made_class } from "../classes/class-created.ts";
import { TypeError } from "../exceptions/index.ts";
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
  return made_class(null, args[0], args[1], args[2], {});
}

export const type: typeof make & { readonly __name__: string; readonly __is_type__: true } =
  /* @__PURE__ */ Object.assign(make, {
    __name__: "type",
    __module__: "builtins",
    __is_type__: true,
  } as const);
