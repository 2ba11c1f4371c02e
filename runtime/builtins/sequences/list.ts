// list: the callable, with Python's methods as functions of the array; and what classes extend.
import type { Dynamic } from "../dynamic.ts";
import { items_of } from "../iteration/items-of.ts";
import { List } from "./list-class.ts";
import { list_methods } from "./list-methods.ts";

/** `list(iterable)`. TypeError when it can't be iterated. */
function make<T>(iterable?: Iterable<T>): T[];
function make(iterable: unknown): Dynamic[];
function make(...args: readonly Dynamic[]): Dynamic[] {
  // `class Stack(list)`: the instance is of the class that is being made.
  if (new.target !== undefined) return Reflect.construct(List, args, new.target) as Dynamic[];
  return args.length === 0 ? [] : items_of<Dynamic>(args[0]);
}

/** `list(x)`, `list.index(xs, x)` for `xs.index(x)`, and `class Stack extends list`. */
export const list: typeof make & typeof list_methods & ListClass = /* @__PURE__ */ Object.assign(
  make,
  {
    ...list_methods,
    prototype: List.prototype,
    __name__: "list",
    __module__: "builtins",
    __is_type__: true,
  } as const,
) as never;

interface ListClass {
  new <T = Dynamic>(...args: readonly Dynamic[]): List<T>;
  readonly __name__: string;
  readonly __is_type__: true;
}
