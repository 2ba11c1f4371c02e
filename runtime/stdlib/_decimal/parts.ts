// A decimal number in its parts, and how text and doubles become one.
import { binary_parts } from "../../builtins/numbers/decimal-digits.ts";

/** `(-1)**is_negative * coefficient * 10**exponent`, an infinity, or something that is no number (`coefficient` says which). */
export interface Parts {
  readonly kind: "finite" | "infinite" | "quiet" | "signaling";
  readonly is_negative: boolean;
  readonly coefficient: bigint;
  readonly exponent: number;
}

export function finite(is_negative: boolean, coefficient: bigint, exponent: number): Parts {
  return { kind: "finite", is_negative, coefficient, exponent };
}

export function infinite(is_negative: boolean): Parts {
  return { kind: "infinite", is_negative, coefficient: 0n, exponent: 0 };
}

export const NOT_A_NUMBER: Parts = {
  kind: "quiet",
  is_negative: false,
  coefficient: 0n,
  exponent: 0,
};

const NUMBER = /^([-+]?)(?:(\d+)\.?(\d*)|\.(\d+))(?:e([-+]?\d+))?$/i;
const SPECIAL = /^([-+]?)(?:(inf|infinity)|(s?)nan(\d*))$/i;

/** What the text says; `null` where it is no number. Spaces around it and underscores inside are nothing. */
export function parsed(text: string): Parts | null {
  const plain = text
    .trim()
    .replaceAll("_", "")
    .replaceAll(/\p{Nd}/gu, ascii_digit);
  const number = NUMBER.exec(plain);
  if (number !== null) {
    const [, sign, whole = "", after = "", fraction = "", exponent = "0"] = number;
    const behind = after + fraction;
    return finite(sign === "-", BigInt(whole + behind), Number(exponent) - behind.length);
  }
  const special = SPECIAL.exec(plain);
  if (special === null) return null;
  const [, sign, infinity, signaling, payload] = special;
  if (infinity !== undefined) return infinite(sign === "-");
  return {
    kind: signaling === "" ? "quiet" : "signaling",
    is_negative: sign === "-",
    coefficient: BigInt(payload === undefined || payload === "" ? "0" : payload),
    exponent: 0,
  };
}

/** Digits of other scripts count as digits: each script has ten in a row, from 0. */
function ascii_digit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  if (code < 128) return digit;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero--;
  return String(code - zero);
}

/** A double exactly. */
export function of_double(value: number): Parts {
  if (Number.isNaN(value)) return NOT_A_NUMBER;
  const is_negative = value < 0 || Object.is(value, -0);
  if (!Number.isFinite(value)) return infinite(is_negative);
  const [mantissa, exponent] = binary_parts(Math.abs(value));
  if (exponent >= 0) return finite(is_negative, mantissa << BigInt(exponent), 0);
  // Powers of two below the point are as many digits there.
  let [digits, places] = [mantissa, -exponent];
  while (digits % 2n === 0n && places > 0) {
    digits /= 2n;
    places--;
  }
  return finite(is_negative, digits * 5n ** BigInt(places), -places);
}
