// Python's functools.
import { call } from "../builtins/calls/call.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import { TypeError, ValueError } from "../builtins/exceptions/index.ts";
import { bool, eq, iter, lt } from "../builtins/index.ts";

export { cache, lru_cache, type CachedFunction } from "./_functools/lru-cache.ts";
export { cached_property } from "./_functools/cached-property.ts";
export { partialmethod } from "./_functools/partial-method.ts";
export { singledispatchmethod } from "./_functools/single-dispatch-method.ts";
export { singledispatch, type DispatchedFunction } from "./_functools/single-dispatch.ts";
export {
  partial,
  update_wrapper,
  WRAPPER_ASSIGNMENTS,
  wraps,
  type PartialFunction,
} from "./_functools/partial.ts";

/** Folds the items from the left by a function of two. TypeError when there are none and no initial value. */
export function reduce(
  func: Dynamic,
  iterable: Iterable<Dynamic>,
  initial: Dynamic = undefined,
): Dynamic {
  const items = iter(iterable);
  let value: Dynamic = initial;
  if (value === undefined) {
    const first = items.next();
    if (first.done === true) {
      throw new TypeError("reduce() of empty iterable with no initial value");
    }
    value = first.value;
  }
  for (let next = items.next(); next.done !== true; next = items.next()) {
    value = call(func, value, next.value);
  }
  return value;
}

/** A key function that orders as a comparison of two does: negative, zero, positive. */
export function cmp_to_key(mycmp: (x: Dynamic, y: Dynamic) => number): (obj: Dynamic) => Dynamic {
  class K {
    static readonly __module__: string = "functools";
    readonly obj: Dynamic;

    constructor(obj: Dynamic) {
      this.obj = obj;
    }

    __lt__(other: K): boolean {
      return lt(call(mycmp, this.obj, other.obj), 0);
    }

    __gt__(other: K): boolean {
      return lt(0, call(mycmp, this.obj, other.obj));
    }

    __eq__(other: K): boolean {
      return eq(call(mycmp, this.obj, other.obj), 0);
    }
  }
  return (obj) => new K(obj);
}

const ORDERINGS = ["__lt__", "__le__", "__gt__", "__ge__"] as const;

/** `@total_ordering`: makes the other comparisons from the one that the class has and from `__eq__`. */
export function total_ordering<C>(cls: C): C {
  const { prototype }: Dynamic = cls;
  const root = ORDERINGS.find((name) => typeof prototype[name] === "function");
  if (root === undefined)
    throw new ValueError("must define at least one ordering operation: < > <= >=");
  const holds = (a: Dynamic, b: Dynamic): boolean => bool(a[root](b));
  const derived: Record<string, (a: Dynamic, b: Dynamic) => boolean> = {
    __lt__: (a, b) => less(root, holds, a, b),
    __gt__: (a, b) => less(root, holds, b, a),
    __le__: (a, b) => less(root, holds, a, b) || eq(a, b),
    __ge__: (a, b) => less(root, holds, b, a) || eq(a, b),
  };
  for (const name of ORDERINGS) {
    if (name === root || typeof prototype[name] === "function") continue;
    const compare = derived[name];
    Object.defineProperty(prototype, name, {
      value(this: Dynamic, other: Dynamic): boolean {
        return compare?.(this, other) ?? false;
      },
      writable: true,
      configurable: true,
    });
  }
  return cls;
}

/** a < b by the one comparison that there is. */
function less(
  root: (typeof ORDERINGS)[number],
  holds: (a: Dynamic, b: Dynamic) => boolean,
  a: Dynamic,
  b: Dynamic,
): boolean {
  switch (root) {
    case "__lt__":
      return holds(a, b);
    case "__gt__":
      return !holds(a, b) && !eq(a, b);
    case "__le__":
      return holds(a, b) && !eq(a, b);
    case "__ge__":
      return !holds(a, b);
  }
}
