// float.hex and float.fromhex: doubles in hexadecimal, bit by bit.
import { OverflowError, TypeError, ValueError } from "../exceptions/hierarchy.ts";
import { plain } from "../primitive.ts";
import { encode } from "../text/codecs/encode.ts";
import { strip_left, strip_right } from "../text/whitespace.ts";
import { divide_to_even } from "./decimal-digits.ts";

/** `value.hex()` of a double. */
export function double_hex(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "nan" : value < 0 ? "-inf" : "inf";
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  if (value === 0) return `${sign}0x0.0p+0`;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = (bits & 0xfffffffffffffn).toString(16).padStart(13, "0");
  const exponent = biased === 0 ? -1022 : biased - 1023;
  return `${sign}0x${biased === 0 ? 0 : 1}.${fraction}p${exponent < 0 ? "-" : "+"}${Math.abs(exponent)}`;
}

const HEX = /^([+-]?)(?:0x)?([0-9a-f]*)(?:\.([0-9a-f]*))?(?:p([+-]?\d+))?$/i;
const SPECIAL = /^([+-]?)(?:(inf|infinity)|nan)$/i;

/** The double that hexadecimal text stands for. ValueError when it stands for none; OverflowError. */
export function parse_double_hex(given: string): number {
  const text = plain(given);
  if (typeof text !== "string") throw new TypeError("bad argument type for built-in operation");
  const stripped = strip_right(strip_left(text));
  const special = SPECIAL.exec(stripped);
  if (special !== null) {
    if (special[2] === undefined) return Number.NaN;
    return special[1] === "-" ? -Infinity : Infinity;
  }
  const match = HEX.exec(stripped);
  const [, sign, whole = "", fraction = "", exponent = "0"] = match ?? [];
  if (match === null || whole + fraction === "") {
    encode(text); // CPython reads its bytes
    throw new ValueError("invalid hexadecimal floating-point string");
  }
  const mantissa = BigInt(`0x${whole}${fraction}`);
  const value = scaled(mantissa, Number(exponent) - 4 * fraction.length);
  if (!Number.isFinite(value)) {
    throw new OverflowError("hexadecimal value too large to represent as a float");
  }
  return sign === "-" ? -value : value;
}

/** mantissa * 2**exponent, rounded once to a double. */
function scaled(mantissa: bigint, exponent: number): number {
  if (mantissa === 0n) return 0;
  const bits = mantissa.toString(2).length;
  if (bits + exponent > 1025) return Infinity;
  if (bits + exponent < -1080) return 0;
  const lowest = Math.max(bits + exponent - 53, -1074);
  const shift = lowest - exponent;
  if (shift <= 0) return product(Number(mantissa), exponent);
  return product(Number(divide_to_even(mantissa, 1n << BigInt(shift))), lowest);
}

function product(value: number, exponent: number): number {
  if (exponent < -1000) return value * 2 ** -1000 * 2 ** (exponent + 1000);
  return exponent > 1000 ? value * 2 ** 1000 * 2 ** (exponent - 1000) : value * 2 ** exponent;
}
