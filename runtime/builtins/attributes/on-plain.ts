// The special methods of built-in types, called on objects of classes below them: what those override has no say.
import type { Dynamic } from "../dynamic.ts";
import { Float } from "../float.ts";
import { plain } from "../primitive.ts";
import { Tuple } from "../tuple.ts";

type SpecialMethod = (self: Dynamic, ...args: readonly Dynamic[]) => Dynamic;

/** `list.__len__(self)`: the method of a plain value with the same contents; a list itself is what it changes. */
export function on_plain(method: SpecialMethod, name: string): SpecialMethod {
  return (self, ...args) => {
    const value = without_class(self);
    if (value === self) return method(self, ...args);
    if (!Array.isArray(self) || self instanceof Tuple || !CHANGES.has(name))
      return method(value, ...args);
    return changed(self, value, method, args);
  };
}

/** The plain value with the contents of an object of a subclass; what is of no subclass itself. */
export function without_class(self: Dynamic): Dynamic {
  if (self instanceof Tuple)
    return self.constructor === Tuple ? self : Tuple.from_iterable(Array.from(items_of(self)));
  if (Array.isArray(self)) return self.constructor === Array ? self : items_of(self);
  if (self instanceof Float) return self.constructor === Float ? self : new Float(Number(self));
  return plain(self);
}

const CHANGES: ReadonlySet<string> = new Set(
  "__setitem__ __delitem__ __iadd__ __imul__".split(" "),
);

/** By the indices, for the class may iterate otherwise. */
function items_of(self: ArrayLike<unknown>): unknown[] {
  return Array.from({ length: self.length }, (_, index) => self[index]);
}

function changed(
  self: Dynamic[],
  value: Dynamic[],
  method: SpecialMethod,
  args: readonly Dynamic[],
): Dynamic {
  const result: unknown = method(value, ...args);
  self.length = 0;
  for (const item of value) Array.prototype.push.call(self, item);
  return result === value ? self : result;
}
