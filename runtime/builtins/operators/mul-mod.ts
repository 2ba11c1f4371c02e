// (a * b) % m of safe ints, whose product may be larger than a double holds.
import { product_error } from "../numbers/elementary/product-error.ts";

/** Below this the two halves of a product, and of a multiple of the modulus, are exact. */
const LARGEST = 2 ** 48;

/** `(a * b) % modulus` for a modulus above zero; all three are safe ints. */
export function mul_mod(a: number, b: number, modulus: number): number {
  const product = a * b;
  if (Number.isSafeInteger(product)) return brought_within(product % modulus, modulus);
  if (Math.abs(a) > LARGEST || Math.abs(b) > LARGEST || modulus > LARGEST)
    return long_way(a, b, modulus);
  const quotient = Math.floor(product / modulus);
  if (Math.abs(quotient) > LARGEST) return long_way(a, b, modulus);
  const multiple = quotient * modulus;
  const rest =
    product -
    multiple +
    (product_error(a, b, product) - product_error(quotient, modulus, multiple));
  return brought_within(rest, modulus);
}

/** The quotient may have been off by a little; comparing costs less than another remainder. */
function brought_within(rest: number, modulus: number): number {
  let inside = rest;
  while (inside < 0) inside += modulus;
  while (inside >= modulus) inside -= modulus;
  return inside + 0;
}

function long_way(a: number, b: number, modulus: number): number {
  return brought_within(Number((BigInt(a) * BigInt(b)) % BigInt(modulus)), modulus);
}
