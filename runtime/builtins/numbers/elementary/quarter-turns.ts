// Angles less their quarter turns.
import { fast_two_sum, two_sum, type DoubleDouble } from "./double-double.ts";
import { pi_bits } from "./pi.ts";

export interface Angle {
  /** How many quarter turns were taken off, modulo 4. */
  readonly quarter: number;
  /** What is left, between -pi/4 and pi/4 or hardly beyond. */
  readonly rest: DoubleDouble;
}

const EIGHTH = Math.PI / 4;
/** Up to here the number of quarter turns times a part of pi/2 is exact. */
const FEW = 2 ** 20;
const PART_BITS = 33;

/** A finite double, reduced. */
export function quarter_turns(x: number): Angle {
  if (Math.abs(x) <= EIGHTH) return { quarter: 0, rest: { high: x, low: 0 } };
  if (Math.abs(x) > FEW) return of_many(x);
  const [first, second, third, fourth] = (parts ??= parts_of_half_pi());
  const count = Math.round((x / Math.PI) * 2);
  // The first two differences are exact.
  const without_first = x - count * first;
  const without_second = two_sum(without_first, -count * second);
  const without_third = two_sum(without_second.high, -count * third);
  const low = without_second.low + without_third.low - count * fourth;
  return { quarter: count & 3, rest: fast_two_sum(without_third.high, low) };
}

type Parts = readonly [number, number, number, number];

let parts: Parts | null = null;

/** pi/2 = the sum of three numbers of 33 bits, and a rest. */
function parts_of_half_pi(): Parts {
  const bits = 4 * PART_BITS + 60;
  let rest = pi_bits(bits - 1);
  const found: number[] = [];
  for (let each = 1; each <= 3; each++) {
    const below = BigInt(bits - each * PART_BITS);
    const head = (rest >> below) << below;
    found.push(Number(head) / 2 ** bits);
    rest -= head;
  }
  const [first = 0, second = 0, third = 0] = found;
  return [first, second, third, Number(rest) / 2 ** bits];
}

/** However large x is: with as many bits of pi as it takes. */
function of_many(x: number): Angle {
  const size = Math.abs(x);
  const exponent = Math.floor(Math.log2(size)) - 53;
  // All in units of 2**-bits: the error of half a pi, times the turns, stays some 140 bits below the point.
  const bits = Math.max(0, exponent) + 200;
  const value = BigInt(size / 2 ** exponent) << BigInt(exponent + bits);
  const half_pi = pi_bits(bits - 1);
  const count = (2n * value + half_pi) / (2n * half_pi);
  const left = (value - count * half_pi) >> BigInt(bits - 200);
  const high = Number(left);
  const rest = fast_two_sum(high / 2 ** 200, Number(left - BigInt(high)) / 2 ** 200);
  const quarter = Number(count & 3n);
  if (x > 0) return { quarter, rest };
  return { quarter: -quarter & 3, rest: { high: -rest.high, low: -rest.low } };
}
