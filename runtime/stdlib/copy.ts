// Python's copy.
import { ByteArray } from "../builtins/bytes/byte-array.ts";
import { bytes_of } from "../builtins/bytes/like.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import { call_with } from "../builtins/calls/call-with.ts";
import { Ellipsis } from "../builtins/ellipsis.ts";
import { Exception, TypeError } from "../builtins/exceptions/index.ts";
import { BaseException, call, Dict, FrozenSet, PySet } from "../builtins/index.ts";
import { NotImplemented } from "../builtins/not-implemented.ts";
import { Range } from "../builtins/sequences/range.ts";
import { id } from "../builtins/identity.ts";
import { Float } from "../builtins/float.ts";
import { Tuple } from "../builtins/tuple.ts";
import { type_name } from "../builtins/type-name.ts";
import { replace as replace_fields } from "./_dataclasses/replace.ts";
import { is_instance } from "./_dataclasses/fields.ts";

/** A new object with the same parts. */
export function copy<T>(x: T): T {
  const value: Dynamic = x;
  if (is_atomic(value) || is_immutable(value)) return value;
  if (typeof value.__copy__ === "function") return call(value.__copy__.bind(value));
  if (Array.isArray(value) && value.constructor === Array) return [...value] as Dynamic;
  if (value instanceof ByteArray || value instanceof PySet || value instanceof Dict)
    return (value as Dynamic).copy();
  return with_attributes(value, (item) => item);
}

/** What cannot be copied; nothing here raises it. */
export class Error extends Exception {
  static override readonly __name__: string = "Error";
  static override readonly __module__: string = "copy";
}

export { Error as error };

/** A new object of the same class with other values for some attributes. TypeError where the class has no `__replace__`. */
export function replace<T>(obj: T, keywords: Record<string, Dynamic> = {}): T {
  const value: Dynamic = obj;
  if (typeof value?.__replace__ === "function")
    return call_with(value.__replace__.bind(value), [], keywords);
  if (is_instance(value)) return replace_fields(obj, keywords);
  if (value instanceof Tuple && "_replace" in value) return (value as Dynamic)._replace(keywords);
  throw new TypeError(`replace() does not support ${type_name(value)} objects`);
}

/** A new object with copies of the parts, and of their parts; what occurs twice is copied once. */
export function deepcopy<T>(x: T, memo: Dict<number, Dynamic> | null = null): T {
  return deep(x, memo ?? new Dict<number, Dynamic>());
}

function deep(value: Dynamic, memo: Dict<number, Dynamic>): Dynamic {
  if (is_atomic(value)) return value;
  const place = id(value);
  if (memo.has(place)) return memo.at(place);
  const keep = <C>(made: C): C => {
    memo.set(place, made);
    return made;
  };
  if (typeof value.__deepcopy__ === "function")
    return keep(call(value.__deepcopy__.bind(value), memo));
  if (value instanceof Tuple) {
    const items = Array.from(value as Iterable<unknown>, (item) => deep(item, memo));
    const is_same = items.every((item, at) => item === (value as Dynamic)[at]);
    return keep(is_same ? value : (value.constructor as typeof Tuple).from_iterable(items));
  }
  if (Array.isArray(value) && value.constructor === Array) {
    const list: unknown[] = keep([]);
    for (const item of value) list.push(deep(item, memo));
    return list;
  }
  if (value instanceof Dict) {
    const dict = keep((value as Dynamic).copy() as Dict<Dynamic, Dynamic>);
    dict.clear();
    for (const [key, item] of value.entries()) dict.set(deep(key, memo), deep(item, memo));
    return dict;
  }
  if (value instanceof PySet) {
    const set = keep(new PySet<unknown>());
    for (const item of value) set.add(deep(item, memo));
    return set;
  }
  if (value instanceof FrozenSet)
    return keep(new FrozenSet([...value].map((item) => deep(item, memo))));
  return with_attributes(value, (item) => deep(item, memo), keep);
}

function with_attributes(
  value: Dynamic,
  copied: (item: unknown) => unknown,
  keep: <C>(made: C) => C = (made) => made,
): Dynamic {
  const made: object = keep(
    Array.isArray(value)
      ? Reflect.construct(Array, [], value.constructor)
      : Object.create(Object.getPrototypeOf(value)),
  );
  for (const key of Reflect.ownKeys(value)) {
    const property = Object.getOwnPropertyDescriptor(value, key);
    if (property === undefined || key === "length") continue;
    if (typeof key === "symbol" && value instanceof BaseException) continue; // its cause stays behind
    if ("value" in property) property.value = copied(property.value);
    Object.defineProperty(made, key, property);
  }
  return made;
}

/** Its parts may change, but it has none others. */
function is_immutable(value: Dynamic): boolean {
  return value.constructor === Tuple || value.constructor === FrozenSet;
}

/** What copying gives back as it is: what can't change, functions, classes. */
function is_atomic(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (value === Ellipsis || value === NotImplemented || value instanceof Range) return true;
  if (value instanceof Float) return true;
  return bytes_of(value) !== null && !(value instanceof ByteArray);
}
