// tuple: the callable, and Python's methods as functions of the tuple.
import type { Dynamic } from "../dynamic.ts";
import { iter } from "../iteration/iter.ts";
import { Tuple } from "../tuple.ts";
import { tuple_methods } from "./list-methods.ts";

/** `tuple(iterable)`; a tuple comes back as it is. TypeError when it can't be iterated. */
function make<T extends readonly unknown[]>(iterable: T): T;
function make<T>(iterable?: Iterable<T>): readonly T[];
function make(iterable: Iterable<unknown> | undefined = undefined): readonly unknown[] {
  // `class Pair(tuple)`: the instance is of the class that is being made.
  if (new.target !== undefined)
    return Object.setPrototypeOf(
      Tuple.from_iterable(iter(iterable ?? [])),
      new.target.prototype as object,
    );
  if (iterable === undefined) return Tuple.of();
  if (iterable instanceof Tuple && iterable.constructor === Tuple) return iterable;
  return Tuple.from_iterable(iter(iterable));
}

/** `tuple(x)`, and `tuple.index(t, x)` for `t.index(x)`. */
export const tuple: typeof make & typeof tuple_methods & TupleClass = /* @__PURE__ */ Object.assign(
  make,
  {
    ...tuple_methods,
    prototype: Tuple.prototype,
    __name__: "tuple",
    __module__: "builtins",
    __is_type__: true,
  } as const,
) as never;

interface TupleClass {
  new <T = Dynamic>(iterable?: Iterable<T>): Tuple<T>;
  readonly __name__: string;
}
