// Sums and products of many numbers, with one rounding where Python promises that.
import { OverflowError, ValueError } from "../../builtins/exceptions/index.ts";
import { as_float, type float } from "../../builtins/float.ts";
import { add, iter, mul } from "../../builtins/index.ts";
import { real, result } from "./real.ts";

/** The sum as if computed exactly and rounded once. */
export function fsum(seq: Iterable<number>): float {
  return as_float(exact_sum([...iter(seq)].map(real)));
}

/** The product, ints staying ints. */
export function prod(iterable: Iterable<number>, { start = 1 }: { start?: number } = {}): number {
  let product = start;
  for (const factor of iter(iterable)) product = mul(product, factor);
  return product;
}

/** The sum of products, ints staying ints. ValueError when the lengths differ. */
export function sumprod(p: Iterable<number>, q: Iterable<number>): number {
  const [left, right] = [[...iter(p)], [...iter(q)]];
  if (left.length !== right.length) throw new ValueError("Inputs are not the same length");
  return left.reduce<number>((sum, factor, at) => add(sum, mul(factor, right[at] as number)), 0);
}

/** The Euclidean length of a vector. */
export function hypot(...coordinates: readonly number[]): float {
  const values = coordinates.map(real);
  return values.some((value) => Math.abs(value) === Infinity)
    ? as_float(Infinity)
    : result(vector_length(values), ...values);
}

/** The Euclidean distance of two points. */
export function dist(p: Iterable<number>, q: Iterable<number>): float {
  const [from, to] = [[...iter(p)].map(real), [...iter(q)].map(real)];
  if (from.length !== to.length) {
    throw new ValueError("both points must have the same number of dimensions");
  }
  return hypot(...from.map((value, at) => value - (to[at] as number)));
}

/** Shewchuk's partial sums: each partial keeps what the next larger one could not hold. */
function exact_sum(values: readonly number[]): number {
  const partials: number[] = [];
  let special = 0;
  for (const value of values) {
    if (!Number.isFinite(value)) special += value;
    else add_to_partials(partials, value);
  }
  if (special !== 0) {
    if (Number.isNaN(special) && !values.some(Number.isNaN)) {
      throw new ValueError("-inf + inf in fsum");
    }
    return special;
  }
  return round_partials(partials);
}

function add_to_partials(partials: number[], value: number): void {
  let x = value;
  let kept = 0;
  for (let y of partials) {
    if (Math.abs(x) < Math.abs(y)) [x, y] = [y, x];
    const high = x + y;
    const low = y - (high - x);
    if (low !== 0) partials[kept++] = low;
    x = high;
  }
  if (!Number.isFinite(x)) throw new OverflowError("intermediate overflow in fsum");
  partials.length = kept;
  partials.push(x);
}

function round_partials(partials: readonly number[]): number {
  let at = partials.length - 1;
  let high = partials[at] ?? 0;
  let low = 0;
  while (at > 0) {
    const x = high;
    const y = partials[--at] as number;
    high = x + y;
    low = y - (high - x);
    if (low !== 0) break;
  }
  // A tie is rounded to even only when nothing smaller follows.
  const next = partials[at - 1] ?? 0;
  if (at > 0 && ((low < 0 && next < 0) || (low > 0 && next > 0))) {
    const doubled = low * 2;
    const moved = high + doubled;
    if (doubled === moved - high) return moved;
  }
  return high;
}

/** Scaled by a power of two, squares summed exactly: within half a unit of the last place. */
function vector_length(values: readonly number[]): number {
  const largest = Math.max(0, ...values.map(Math.abs));
  if (largest === 0 || Number.isNaN(largest)) return largest;
  const scale = 2 ** -Math.max(-1022, Math.min(1022, Math.floor(Math.log2(largest))));
  const squares = values.flatMap((value) => square_parts(value * scale));
  const root = Math.sqrt(exact_sum(squares));
  const rest = exact_sum([...squares, ...square_parts(root).map((part) => -part)]);
  return (root + rest / (2 * root)) / scale;
}

/** x * x as two doubles that add up to it exactly. */
function square_parts(x: number): readonly [number, number] {
  const split = x * 134217729;
  const high = split - (split - x);
  const low = x - high;
  const square = x * x;
  return [square, high * high - square + 2 * high * low + low * low];
}
