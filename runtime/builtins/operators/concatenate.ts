// + and * of sequences: joining strings, lists and tuples, and repeating them.
import type { Dynamic } from "../dynamic.ts";
import { MemoryError, OverflowError, TypeError } from "../exceptions/hierarchy.ts";
import { NotImplemented } from "../not-implemented.ts";
import { integer_value } from "../numbers/kinds.ts";
import { plain } from "../primitive.ts";
import { Tuple } from "../tuple.ts";
import { type_name } from "../type-name.ts";

const MAX_LENGTH = 2 ** 29;
/** The engine keeps longer arrays as tables when they are made by their length. */
const FILLED_AT_ONCE = 2 ** 24;

/** `a + b` of two strings, two lists or two tuples; NotImplemented when `a` is none of them. */
export function joined(a: Dynamic, b: Dynamic): Dynamic {
  const text = plain(a);
  if (typeof text === "string") {
    const other = plain(b);
    if (typeof other === "string") return text + other;
    throw new TypeError(`can only concatenate str (not "${type_name(b)}") to str`);
  }
  if (!Array.isArray(a)) return NotImplemented;
  const is_tuple = a instanceof Tuple;
  if (!Array.isArray(b) || b instanceof Tuple !== is_tuple) {
    const kind = is_tuple ? "tuple" : "list";
    throw new TypeError(`can only concatenate ${kind} (not "${type_name(b)}") to ${kind}`);
  }
  const items = Array.prototype.concat.call([], a as Dynamic[], b as Dynamic[]);
  return is_tuple ? Tuple.from_iterable(items) : items;
}

/** `a * b` where one is a sequence and the other its number of repetitions. */
export function repeated(a: Dynamic, b: Dynamic): Dynamic {
  if (is_sequence(a)) return repeat(a, b);
  return is_sequence(b) ? repeat(b, a) : NotImplemented;
}

function repeat(sequence: Dynamic, times: unknown): Dynamic {
  const count = sequence.length === 0 ? Math.min(repetitions(times), 1) : repetitions(times);
  const text = plain(sequence);
  if (typeof text === "string") {
    if (text.length * count > MAX_LENGTH) throw new MemoryError();
    return text.repeat(count);
  }
  if (sequence.length * count > 2 ** 32 - 2) throw new MemoryError();
  if (sequence.length === 1 && count <= FILLED_AT_ONCE && !(sequence instanceof Tuple))
    return Array<unknown>(count).fill(sequence[0]);
  const items: unknown[] = [];
  for (let round = 0; round < count; round++) {
    for (let index = 0; index < sequence.length; index++) items.push(sequence[index]);
  }
  return sequence instanceof Tuple ? Tuple.from_iterable(items) : items;
}

/** How often a sequence is repeated by `sequence * times`; negative counts as zero. */
export function repetitions(times: unknown): number {
  const count = integer_value(times) ?? index_value(times);
  if (count === null) {
    throw new TypeError(`can't multiply sequence by non-int of type '${type_name(times)}'`);
  }
  if (typeof count === "bigint") {
    if (BigInt.asIntN(64, count) === count) return Math.max(0, Number(count));
    throw new OverflowError("cannot fit 'int' into an index-sized integer");
  }
  return Math.max(0, count);
}

function index_value(value: Dynamic): number | bigint | null {
  if (typeof value !== "object" || value === null || typeof value.__index__ !== "function")
    return null;
  return integer_value(value.__index__());
}

function is_sequence(value: unknown): boolean {
  return Array.isArray(value) || typeof plain(value) === "string";
}
