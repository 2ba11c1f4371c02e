// UTF-7: ASCII, and base64 of UTF-16 between `+` and `-`.
import type { Broken } from "./broken.ts";

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const DIRECT = /^[\t\n\r A-Za-z0-9'(),\-./:?!"#$%&*;<=>@[\]^_`{|}]$/;
const NAME = "utf7";

/** Between `+` and what ends its base64: bits that make no whole unit yet, and a first half that waits for its second. */
interface Shift {
  readonly start: number;
  bits: number;
  rest: number;
  half: string;
}

export function decode_utf7(bytes: Uint8Array, broken: Broken): string {
  let text = "";
  let shift: Shift | null = null;
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] ?? 0;
    const next = bytes[at + 1];
    if (shift !== null && digit_of(byte) >= 0) {
      text += with_digit(shift, digit_of(byte));
      at++;
    } else if (shift !== null) {
      const { start, bits, rest, half } = shift;
      shift = null;
      if (bits >= 6 || rest !== 0) {
        at++;
        text += broken(NAME, start, at, bits >= 6 ? PARTIAL : PADDING);
      } else {
        if (byte < 0x80) text += half;
        if (byte === MINUS) at++;
      }
    } else if (byte !== PLUS) {
      at++;
      text += byte < 0x80 ? String.fromCharCode(byte) : broken(NAME, at - 1, at, SPECIAL);
    } else if (next === MINUS) {
      text += "+";
      at += 2;
    } else if (next !== undefined && digit_of(next) < 0) {
      text += broken(NAME, at, at + 2, "ill-formed sequence");
      at += 2;
    } else {
      shift = { start: at, bits: 0, rest: 0, half: "" };
      at++;
    }
  }
  if (shift === null || (shift.half === "" && shift.bits < 6 && shift.rest === 0)) return text;
  return text + broken(NAME, shift.start, bytes.length, "unterminated shift sequence");
}

const PLUS = 0x2b;
const MINUS = 0x2d;
const SPECIAL = "unexpected special character";
const PARTIAL = "partial character in shift sequence";
const PADDING = "non-zero padding bits in shift sequence";

/** What one more digit completes. */
function with_digit(shift: Shift, digit: number): string {
  shift.rest = (shift.rest << 6) | digit;
  shift.bits += 6;
  if (shift.bits < 16) return "";
  shift.bits -= 16;
  const unit = String.fromCharCode(shift.rest >> shift.bits);
  shift.rest &= (1 << shift.bits) - 1;
  const before = shift.half;
  const is_first_half = unit >= "\ud800" && unit <= "\udbff";
  shift.half = is_first_half ? unit : "";
  return before + (is_first_half ? "" : unit);
}

/** Lone surrogates fit as well. */
export function encode_utf7(text: string): string {
  let written = "";
  let [is_shifted, bits, rest] = [false, 0, 0];
  const close = () => {
    if (bits > 0) written += DIGITS.charAt((rest << (6 - bits)) & 0x3f);
    [is_shifted, bits, rest] = [false, 0, 0];
  };
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at);
    if (DIRECT.test(unit)) {
      if (is_shifted) {
        close();
        if (unit === "-" || DIGITS.includes(unit)) written += "-";
      }
      written += unit;
    } else if (!is_shifted && unit === "+") written += "+-";
    else {
      if (!is_shifted) written += "+";
      is_shifted = true;
      rest = (rest << 16) | unit.charCodeAt(0);
      for (bits += 16; bits >= 6; rest &= (1 << bits) - 1) {
        bits -= 6;
        written += DIGITS.charAt((rest >> bits) & 0x3f);
      }
    }
  }
  if (!is_shifted) return written;
  close();
  return `${written}-`;
}

function digit_of(byte: number): number {
  return DIGITS.indexOf(String.fromCharCode(byte));
}
