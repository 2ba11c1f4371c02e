// Pi to as many bits as somebody asks for, and in two doubles.
import type { DoubleDouble } from "./double-double.ts";

export const PI: DoubleDouble = { high: Math.PI, low: 1.2246467991473532e-16 };

let known = 0n;
let known_bits = 0;

/** floor(pi * 2**bits) but for a unit or two in the last place. */
export function pi_bits(bits: number): bigint {
  if (bits > known_bits) {
    // Machin: pi = 16 arctan(1/5) - 4 arctan(1/239); the guard bits take the errors of the divisions
    const one = 1n << BigInt(bits + 16);
    known = (16n * arctan_of_inverse(5n, one) - 4n * arctan_of_inverse(239n, one)) >> 16n;
    known_bits = bits;
  }
  return known >> BigInt(known_bits - bits);
}

function arctan_of_inverse(n: bigint, one: bigint): bigint {
  const square = n * n;
  let power = one / n;
  let sum = 0n;
  for (let odd = 1n; power !== 0n; odd += 4n) {
    sum += power / odd;
    power /= square;
    sum -= power / (odd + 2n);
    power /= square;
  }
  return sum;
}
