// Decimal digits of doubles to a given precision: exact, ties to even, as C's printf rounds.
import { two_digit_exponent } from "./float-repr.ts";

/** `%.{precision}f` of a finite double that is not negative. */
export function fixed_text(value: number, precision: number): string {
  if (value < 1e21 && precision <= 100 && !may_tie_fixed(value, precision))
    return value.toFixed(precision);
  const digits = rounded(value, precision)
    .toString()
    .padStart(precision + 1, "0");
  const point = digits.length - precision;
  return precision === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** `%.{precision}e` of a finite double that is not negative. */
export function exponent_text(value: number, precision: number): string {
  if (value !== 0 && precision < 14) {
    const shortest = value.toExponential();
    const digits = shortest.replace(".", "").indexOf("e");
    const may_tie = digits === precision + 2 && shortest[shortest.indexOf("e") - 1] === "5";
    if (!may_tie) return two_digit_exponent(value.toExponential(precision));
  }
  return exact_exponent_text(value, precision);
}

/** The decimal exponent that `%.{precision}e` shows. */
export function decimal_exponent(text: string): number {
  return Number(text.slice(text.indexOf("e") + 1));
}

/** value * 10**precision as an integer, ties to even; a negative precision rounds before the point. */
export function rounded(value: number, precision: number): bigint {
  const [mantissa, exponent] = binary_parts(value);
  let dividend = mantissa;
  let divisor = 1n;
  if (exponent >= 0) dividend <<= BigInt(exponent);
  else divisor <<= BigInt(-exponent);
  if (precision >= 0) dividend *= 10n ** BigInt(precision);
  else divisor *= 10n ** BigInt(-precision);
  return divide_to_even(dividend, divisor);
}

/** dividend / divisor to the nearest integer, ties to even; neither may be negative. */
export function divide_to_even(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  const twice = (dividend - quotient * divisor) * 2n;
  const is_up = twice > divisor || (twice === divisor && (quotient & 1n) === 1n);
  return is_up ? quotient + 1n : quotient;
}

/** A finite double as mantissa * 2**exponent, exactly. */
export function binary_parts(value: number): [mantissa: bigint, exponent: number] {
  if (Number.isInteger(value)) return [BigInt(value), 0];
  let exponent = 0;
  let scaled = value;
  if (Math.abs(scaled) < 1e-290) {
    scaled *= 2 ** 200;
    exponent -= 200;
  }
  while (!Number.isInteger(scaled)) {
    scaled *= 2 ** 32;
    exponent -= 32;
  }
  return [BigInt(scaled), exponent];
}

/** A tie needs a last binary digit at one place below the decimal precision. */
function may_tie_fixed(value: number, precision: number): boolean {
  const scaled = value * (2 << precision);
  return precision > 29 || (Number.isInteger(scaled) && scaled % 2 === 1);
}

function exact_exponent_text(value: number, precision: number): string {
  let exponent = value === 0 ? 0 : decimal_exponent(value.toExponential());
  let digits = rounded(value, precision - exponent).toString();
  if (digits.length > precision + 1) digits = rounded(value, precision - ++exponent).toString();
  digits = digits.padStart(precision + 1, "0");
  const mantissa = precision === 0 ? digits : `${digits[0]}.${digits.slice(1)}`;
  const size = String(Math.abs(exponent)).padStart(2, "0");
  return `${mantissa}e${exponent < 0 ? "-" : "+"}${size}`;
}
