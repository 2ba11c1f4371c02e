// Functions of ints alone: divisors, factorials, roots, choices.
import { OverflowError, ValueError } from "../../builtins/exceptions/index.ts";
import { as_int, type int } from "../../builtins/int.ts";
import { integer } from "./real.ts";

/** The greatest common divisor; 0 of nothing. */
export function gcd(...integers: readonly int[]): int {
  return as_int(integers.map(integer).reduce(common_divisor, 0n));
}

/** The least common multiple; 1 of nothing. */
export function lcm(...integers: readonly int[]): int {
  return as_int(integers.map(integer).reduce(common_multiple, 1n));
}

/** n! for n >= 0. ValueError below. */
export function factorial(n: int): int {
  const count = integer(n);
  if (count < 0n) throw new ValueError("factorial() not defined for negative values");
  return as_int(product(2n, count));
}

/** The number of ways to choose k of n without order. */
export function comb(n: int, k: int): int {
  const [all, chosen] = counts(n, k);
  if (chosen > all) return 0;
  const fewer = chosen < all - chosen ? chosen : all - chosen;
  return as_int(product(all - fewer + 1n, all) / product(2n, fewer));
}

/** The number of ways to choose k of n in order; n! without k. */
export function perm(n: int, k: int | null = null): int {
  if (k === null) return factorial(n);
  const [all, chosen] = counts(n, k);
  return chosen > all ? 0 : as_int(product(all - chosen + 1n, all));
}

/** The whole part of the square root of an int. */
export function isqrt(n: int): int {
  const value = integer(n);
  if (value < 0n) throw new ValueError("isqrt() argument must be nonnegative");
  if (value < 2n) return as_int(value);
  let root = 1n << BigInt(Math.ceil(value.toString(2).length / 2));
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return as_int(root);
    root = next;
  }
}

function counts(n: unknown, k: unknown): readonly [bigint, bigint] {
  const [all, chosen] = [integer(n), integer(k)];
  if (all < 0n) throw new ValueError("n must be a non-negative integer");
  if (chosen < 0n) throw new ValueError("k must be a non-negative integer");
  if (chosen > 0xffff_ffffn && all > 0xffff_ffffn)
    throw new OverflowError("min(n - k, k) must not exceed 9223372036854775807");
  return [all, chosen];
}

/** first * (first + 1) * … * last, halves multiplied apart so that the big factors come late. */
function product(first: bigint, last: bigint): bigint {
  if (first > last) return 1n;
  if (last - first < 16n) {
    let value = first;
    for (let factor = first + 1n; factor <= last; factor++) value *= factor;
    return value;
  }
  const middle = (first + last) >> 1n;
  return product(first, middle) * product(middle + 1n, last);
}

function common_divisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

function common_multiple(a: bigint, b: bigint): bigint {
  if (a === 0n || b === 0n) return 0n;
  const multiple = (a / common_divisor(a, b)) * b;
  return multiple < 0n ? -multiple : multiple;
}
