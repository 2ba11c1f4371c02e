// type(): the callable. The form with three arguments makes a class.
import type { Dynamic } from "../dynamic.ts";
import { new_instance } from "../classes/new-instance.ts";
import { PyType } from "../classes/py-type.ts";
import { made_class } from "../classes/class-created.ts";
import { TypeError } from "../exceptions/index.ts";
import { is_keywords } from "../keywords.ts";
import { type_of } from "./type-of.ts";

/** A class as a value; `name` is JavaScript's own. */
export interface Type {
  readonly __name__: string;
  readonly __qualname__: string;
  readonly __module__: string;
}

/** `type(value)`: its class. `type(name, bases, namespace)`: a new class. */
function make(value: unknown): Dynamic;
function make(
  name: string,
  bases: readonly Dynamic[],
  namespace: Iterable<Dynamic>,
  keywords?: Readonly<Record<string, Dynamic>>,
): Dynamic;
function make(...args: readonly Dynamic[]): Dynamic {
  if (args.length === 1) return type_of(args[0]);
  const last: unknown = args.at(-1);
  const keywords = args.length === 4 && is_keywords(last) ? last : {};
  if (args.length !== 3 && keywords !== last) throw new TypeError("type() takes 1 or 3 arguments");
  return made_class(null, args[0], args[1], args[2], keywords);
}

/** `type` itself: what metaclasses call on it takes the class first. */
export const type: typeof make & {
  readonly __name__: string;
  readonly __is_type__: true;
  readonly __new__: typeof PyType.__new__;
  readonly __init__: () => void;
  readonly __call__: (cls: Dynamic, ...args: readonly Dynamic[]) => Dynamic;
} = /* @__PURE__ */ Object.assign(make, {
  __name__: "type",
  __module__: "builtins",
  __is_type__: true,
  __new__: PyType.__new__,
  __init__: (): void => {},
  __call__: (cls: Dynamic, ...args: readonly Dynamic[]): Dynamic => new_instance(cls, args),
} as const);
