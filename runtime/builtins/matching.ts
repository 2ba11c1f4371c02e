// What the match statement asks of its subject.
import { MATCHES_AS_MAPPING, MATCHES_AS_SEQUENCE } from "./matching-marks.ts";
import { getattr, hasattr } from "./attributes/getattr.ts";
import { is_class_value, isinstance, issubclass } from "./attributes/isinstance.ts";
import { bool } from "./bool.ts";
import { bytearray, bytes } from "./bytes/bytes-type.ts";
import type { Dynamic } from "./dynamic.ts";
import { eq } from "./equality.ts";
import { TypeError } from "./exceptions/index.ts";
import { Dict, dict } from "./mappings/index.ts";
import { float } from "./numbers/float-type.ts";
import type { int as Int } from "./int.ts";
import { int } from "./numbers/int-type.ts";
import { len } from "./sequences/len.ts";
import { getitem } from "./sequences/subscript.ts";
import { repr } from "./representation.ts";
import { Range } from "./sequences/index.ts";
import { list } from "./sequences/list.ts";
import { frozenset, set } from "./sets/index.ts";
import { str } from "./text/str-type.ts";
import { tuple } from "./sequences/tuple-type.ts";
import { Tuple } from "./tuple.ts";
import { class_name, type_name } from "./type-name.ts";

/** `case [a, b]` takes lists, tuples, ranges and other sequences; strings and bytes are no sequences to it. */
export function is_sequence(value: unknown): value is readonly Dynamic[] {
  if (Array.isArray(value) || value instanceof Range) return true;
  return typeof value === "object" && value !== null && MATCHES_AS_SEQUENCE in value;
}

/** `case {"k": v}` takes dicts and other mappings. */
export function is_mapping(value: unknown): value is Dict<Dynamic, Dynamic> {
  if (value instanceof Dict) return true;
  return typeof value === "object" && value !== null && MATCHES_AS_MAPPING in value;
}

/** `*rest` of a sequence pattern: a new list without the first `before` items and the last `after`. */
export function sequence_rest<T>(sequence: readonly T[], before: Int, after: Int = 0): T[] {
  const stop = len(sequence) - after;
  if (Array.isArray(sequence)) return Array.from(sequence).slice(before, stop);
  const rest: T[] = [];
  for (let index = before; index < stop; index++) rest.push(getitem(sequence, index));
  return rest;
}

/** `**rest` of a mapping pattern: a new dict without the keys that the pattern names. */
export function mapping_rest(
  mapping: Dict<Dynamic, Dynamic>,
  keys: readonly Dynamic[],
): Dict<Dynamic, Dynamic> {
  const rest = new Dict<Dynamic, Dynamic>();
  for (const key of mapping) {
    if (!keys.some((each) => eq(each, key))) rest.set(key, getitem(mapping, key));
  }
  return rest;
}

/**
 * `case cls(p, …, a=q)`: whether the subject is of the class and has the attributes of so many positional patterns
 * and of these names. TypeError for what is no class, and for patterns that the class does not take.
 */
export function match_class(
  subject: Dynamic,
  cls: Dynamic,
  count: number,
  ...names: readonly string[]
): boolean {
  if (!is_class_value(cls)) throw new TypeError("called match pattern must be a class");
  if (!isinstance(subject, cls)) return false;
  const positional = count === 0 || (count === 1 && matches_itself(cls)) ? [] : named(cls, count);
  const all = [...positional, ...names];
  for (const [index, name] of all.entries()) {
    if (all.indexOf(name) < index)
      throw new TypeError(
        `${class_name(cls)}() got multiple sub-patterns for attribute ${repr(name)}`,
      );
    if (!hasattr(subject, name)) return false;
  }
  return true;
}

/** What a positional pattern of a class that the subject has matched looks at. */
export function match_argument(subject: Dynamic, cls: Dynamic, index: number): Dynamic {
  if (matches_itself(cls)) return subject;
  return getattr(subject, cls.__match_args__[index]);
}

/** The attributes that the class's `__match_args__` names for its first positional patterns. */
function named(cls: Dynamic, count: number): readonly string[] {
  const own: Dynamic = cls.__match_args__ ?? [];
  const name = class_name(cls);
  if (cls.__match_args__ !== undefined && !(own instanceof Tuple))
    throw new TypeError(`${name}.__match_args__ must be a tuple (got ${type_name(own)})`);
  const most = matches_itself(cls) ? 1 : own.length;
  if (most < count)
    throw new TypeError(
      `${name}() accepts ${most} positional sub-pattern${most === 1 ? "" : "s"} (${count} given)`,
    );
  const names = own.slice(0, count);
  for (const each of names)
    if (typeof each !== "string")
      throw new TypeError(`__match_args__ elements must be strings (got ${type_name(each)})`);
  return names;
}

/** Some built-in types, and what extends them, match their one positional pattern against the value itself. */
function matches_itself(cls: Dynamic): boolean {
  if (cls.__match_args__ !== undefined) return false;
  return self_matching().some((type) => issubclass(cls, type));
}

function self_matching(): readonly unknown[] {
  return [bool, bytearray, bytes, dict, float, frozenset, int, list, set, str, tuple];
}
