// The length of a vector of two doubles, rounded once.
import { square_root, sum_of, two_product } from "./double-double.ts";

/** sqrt(x*x + y*y) without overflow on the way. */
export function hypotenuse(x: number, y: number): number {
  const largest = Math.max(Math.abs(x), Math.abs(y));
  if (Math.abs(x) === Infinity || Math.abs(y) === Infinity) return Infinity;
  if (largest === 0 || Number.isNaN(largest)) return largest;
  const scale = 2 ** -Math.max(-1022, Math.min(1022, Math.floor(Math.log2(largest))));
  const [a, b] = [x * scale, y * scale];
  return square_root(sum_of(two_product(a, a), two_product(b, b))).high / scale;
}
