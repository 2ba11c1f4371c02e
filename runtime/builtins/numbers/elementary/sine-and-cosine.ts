// The sine and cosine of small angles to some 66 bits by a table, and to some 100 by their series.
import {
  fast_two_sum,
  ONE,
  product,
  quotient,
  scaled,
  sum_of,
  two_product,
  type DoubleDouble,
} from "./double-double.ts";

export interface SineAndCosine {
  readonly sine: DoubleDouble;
  readonly cosine: DoubleDouble;
}

/** Steps of the table in an angle of 1; it goes up to a right angle. */
const STEPS = 64;
const SIZE = 103;

let table: readonly SineAndCosine[] | null = null;

/** Of an angle between -pi/2 and pi/2; relative error about 2**-66. */
export function quick_sine_and_cosine(angle: DoubleDouble): SineAndCosine {
  const sign = angle.high < 0 ? -1 : 1;
  const index = Math.round(sign * angle.high * STEPS);
  const from = (table ??= made())[index] ?? ZERO;
  // sin(a + b) and cos(a + b) by the table's a; b is exact, and so small that its powers need few bits
  const b = sign * angle.high - index / STEPS;
  const low = sign * angle.low;
  const square = b * b;
  const sine_less_b = b * square * (-1 / 6 + square * (1 / 120 - square / 5040)) + low;
  const cosine_less_1 = square * (-1 / 2 + square * (1 / 24 - square / 720)) - b * low;
  const { sine, cosine } = from;
  const by_sine = two_product(cosine.high, b);
  const by_cosine = two_product(sine.high, b);
  return {
    sine: scaled(
      added(
        sine.high,
        by_sine.high,
        by_sine.low +
          sine.low +
          cosine.low * b +
          cosine.high * sine_less_b +
          sine.high * cosine_less_1,
      ),
      sign,
    ),
    cosine: added(
      cosine.high,
      -by_cosine.high,
      -by_cosine.low +
        cosine.low -
        sine.low * b -
        sine.high * sine_less_b +
        cosine.high * cosine_less_1,
    ),
  };
}

/** Of an angle between -pi/2 and pi/2; relative error about 2**-100. */
export function exact_sine_and_cosine(angle: DoubleDouble): SineAndCosine {
  const square = scaled(product(angle, angle), -1);
  let sine = ONE;
  let cosine = ONE;
  for (let term = 32; term >= 2; term -= 2) {
    sine = sum_of(ONE, quotient(product(sine, square), { high: term * (term + 1), low: 0 }));
    cosine = sum_of(ONE, quotient(product(cosine, square), { high: term * (term - 1), low: 0 }));
  }
  return { sine: product(sine, angle), cosine };
}

const ZERO: SineAndCosine = { sine: { high: 0, low: 0 }, cosine: ONE };

function made(): readonly SineAndCosine[] {
  return Array.from({ length: SIZE }, (_, index) =>
    exact_sine_and_cosine({ high: index / STEPS, low: 0 }),
  );
}

/** a + b + c, each much smaller than the one before or zero beside it. */
function added(a: number, b: number, c: number): DoubleDouble {
  const high = a + b;
  const part = high - a;
  return fast_two_sum(high, a - (high - part) + (b - part) + c);
}
