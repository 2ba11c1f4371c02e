// Intervals of ints: arithmetic that never claims more than it can prove. Pure.
import type { Range } from "../../facts/types.ts";

export const ANY_INT: Range = { min: -Infinity, max: Infinity };
export const LENGTH: Range = { min: 0, max: 2 ** 32 };

/** A counter is taken never to get further than this by small constant steps (docs/decisions). */
const COUNTER = 2 ** 51;
const SMALL_STEP = 2 ** 16;

export function interval(min: number, max: number): Range {
  return {
    min: Math.abs(min) > Number.MAX_SAFE_INTEGER || Number.isNaN(min) ? -Infinity : min,
    max: Math.abs(max) > Number.MAX_SAFE_INTEGER || Number.isNaN(max) ? Infinity : max,
  };
}

export function exactly(value: bigint): Range {
  const near = Number(value);
  if (Number.isSafeInteger(near)) return { min: near, max: near };
  return value > 0n
    ? { min: Number.MAX_SAFE_INTEGER, max: Infinity }
    : interval(-Infinity, -(2 ** 53 - 1));
}

export function hull(left: Range, right: Range): Range {
  if (contains(left, right)) return left;
  if (contains(right, left)) return right;
  return { min: Math.min(left.min, right.min), max: Math.max(left.max, right.max) };
}

export function contains(outer: Range, inner: Range): boolean {
  return outer.min <= inner.min && outer.max >= inner.max;
}

/** `null`: nothing is in both. */
export function intersection(left: Range, right: Range): Range | null {
  const both = { min: Math.max(left.min, right.min), max: Math.min(left.max, right.max) };
  return both.min > both.max ? null : both;
}

/** Places that many parts of a program fill have more marks: what lies in a list seldom comes to a halt at once. */
const FINE_MAXIMA = [2 ** 8 - 1, 2 ** 16, 2 ** 26, 2 ** 31 - 1, 2 ** 32 - 1, COUNTER, Infinity];

/** The first maximum is one whose square is safe. */
const MINIMA = [0, -1, -(2 ** 31), -COUNTER, -Infinity];
const MAXIMA = [2 ** 26, 2 ** 31 - 1, 2 ** 32 - 1, COUNTER, Infinity];

/** An end that still moves jumps to the next mark, so that iteration ends soon. */
export function widened(before: Range, next: Range, is_fine = false): Range {
  const maxima = is_fine ? FINE_MAXIMA : MAXIMA;
  return {
    min: next.min >= before.min ? next.min : (MINIMA.find((mark) => mark <= next.min) ?? -Infinity),
    max: next.max <= before.max ? next.max : (maxima.find((mark) => mark >= next.max) ?? Infinity),
  };
}

export function add(left: Range, right: Range): Range {
  const min = left.min + right.min;
  const max = left.max + right.max;
  if (!is_small(left) && !is_small(right)) return interval(min, max);
  const far = is_small(right) ? left : right;
  return interval(
    far.min >= -COUNTER ? Math.max(min, -COUNTER) : min,
    far.max <= COUNTER ? Math.min(max, COUNTER) : max,
  );
}

export function subtract(left: Range, right: Range): Range {
  return add(left, negate(right));
}

export function negate({ min, max }: Range): Range {
  return { min: 0 - max, max: 0 - min };
}

export function multiply(left: Range, right: Range): Range {
  const corners = [
    product(left.min, right.min),
    product(left.min, right.max),
    product(left.max, right.min),
    product(left.max, right.max),
  ];
  return interval(Math.min(...corners), Math.max(...corners));
}

export function floor_divide(left: Range, right: Range): Range {
  if (right.min <= 0 && right.max >= 0) return magnitude(left);
  const corners = [left.min, left.max].flatMap((top) =>
    [right.min, right.max].map((bottom) => Math.floor(quotient(top, bottom))),
  );
  return between(corners);
}

/** Python's: the result has the sign of the divisor. */
export function modulo(left: Range, right: Range): Range {
  if (right.min > 0) {
    if (left.min >= 0 && left.max < right.min) return left;
    return { min: 0, max: left.min >= 0 ? Math.min(right.max - 1, left.max) : right.max - 1 };
  }
  if (right.max < 0) return { min: right.min + 1, max: 0 };
  return {
    min: right.min < 0 ? right.min + 1 : 0,
    max: right.max > 0 ? right.max - 1 : 0,
  };
}

/** `null`: may be a float (negative exponent). */
export function power(left: Range, right: Range): Range | null {
  if (right.min < 0) return null;
  const least = left.min > 0 ? Math.min(left.min ** right.min, Number.MAX_SAFE_INTEGER) : 0;
  if (right.max > 64 || !Number.isFinite(left.min) || !Number.isFinite(left.max)) {
    return left.min >= 0 ? { min: least, max: Infinity } : ANY_INT;
  }
  const size = Math.max(Math.abs(left.min), Math.abs(left.max)) ** right.max;
  return interval(left.min >= 0 ? least : -size, Math.max(size, 1));
}

export function shift_left(left: Range, right: Range): Range {
  if (right.min < 0 || right.max > 60) return left.min >= 0 ? { min: 0, max: Infinity } : ANY_INT;
  return multiply(left, { min: 2 ** right.min, max: 2 ** right.max });
}

export function shift_right(left: Range, right: Range): Range {
  if (right.min < 0) return left;
  const by = (end: number): number[] =>
    [right.min, right.max].map((bits) => Math.floor(quotient(end, 2 ** bits)));
  return between([...by(left.min), ...by(left.max)]);
}

export function bit_and(left: Range, right: Range): Range {
  if (left.min >= 0 && right.min >= 0) return { min: 0, max: Math.min(left.max, right.max) };
  if (left.min >= 0) return { min: 0, max: left.max };
  if (right.min >= 0) return { min: 0, max: right.max };
  return ANY_INT;
}

/** For `|` and `^` of what is not negative: the next power of two bounds the result. */
export function bit_or(left: Range, right: Range): Range {
  if (left.min < 0 || right.min < 0) return ANY_INT;
  const top = Math.max(left.max, right.max);
  if (!Number.isFinite(top)) return { min: 0, max: Infinity };
  let bound = 1;
  while (bound <= top) bound *= 2;
  return interval(0, bound - 1);
}

export function absolute(range: Range): Range {
  if (range.min >= 0) return range;
  if (range.max <= 0) return negate(range);
  return { min: 0, max: Math.max(-range.min, range.max) };
}

function magnitude(range: Range): Range {
  const top = Math.max(Math.abs(range.min), Math.abs(range.max));
  return { min: -top, max: top };
}

function is_small(range: Range): boolean {
  return range.min >= -SMALL_STEP && range.max <= SMALL_STEP;
}

function product(left: number, right: number): number {
  return left === 0 || right === 0 ? 0 : left * right;
}

function quotient(top: number, bottom: number): number {
  if (Number.isFinite(bottom)) return top / bottom;
  if (Number.isFinite(top)) return top !== 0 && top > 0 !== bottom > 0 ? -0.5 : 0;
  return top > 0 === bottom > 0 ? Infinity : -Infinity;
}

/** Large quotients may be off by one in floating point. */
function between(corners: readonly number[]): Range {
  const min = Math.min(...corners);
  const max = Math.max(...corners);
  return interval(min < -(2 ** 31) || min > 2 ** 31 ? min - 1 : min, max > 2 ** 31 ? max + 1 : max);
}
