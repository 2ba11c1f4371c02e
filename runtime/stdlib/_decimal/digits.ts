// Whole numbers as rows of decimal digits.

/** How many digits the number has; 1 for zero. */
export function digit_count(value: bigint): number {
  return value.toString().length;
}

export function power_of_ten(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}

/** The whole part of the square root. */
export function square_root(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** `base ** exponent % modulus`. */
export function power_modulo(base: bigint, exponent: number, modulus: bigint): bigint {
  let [result, square, left] = [1n, base % modulus, BigInt(exponent)];
  for (; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}
