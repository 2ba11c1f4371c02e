// unicode_escape and raw_unicode_escape: Latin-1 with Python's backslashes for all other characters.
import type { Broken } from "./broken.ts";

/** `is_raw`: `\u` and `\U` alone are escapes. Names of characters (`\N{…}`) are known by nobody here. */
export function decode_escapes(bytes: Uint8Array, is_raw: boolean, broken: Broken): string {
  const name = is_raw ? "rawunicodeescape" : "unicodeescape";
  let text = "";
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] ?? 0;
    if (byte !== BACKSLASH || (is_raw && at + 1 === bytes.length)) {
      text += String.fromCharCode(byte);
      at++;
      continue;
    }
    const escape = String.fromCharCode(bytes[at + 1] ?? 0);
    const digits = HEXADECIMAL[escape] ?? 0;
    if (at + 1 === bytes.length) {
      text += broken(name, at, at + 1, "\\ at end of string");
      at++;
    } else if (digits > 0 && (!is_raw || escape !== "x")) {
      const found = digits_from(bytes, at + 2, digits, /^[\da-f]$/i);
      const end = at + 2 + found.length;
      const code = Number.parseInt(found, 16);
      if (found.length < digits)
        text += broken(name, at, end, `truncated \\${escape}${"X".repeat(digits)} escape`);
      else if (code > 0x10ffff) text += broken(name, at, end, "illegal Unicode character");
      else text += String.fromCodePoint(code);
      at = end;
    } else if (is_raw) {
      text += `\\${escape}`;
      at += 2;
    } else if (/[0-7]/.test(escape)) {
      const found = digits_from(bytes, at + 1, 3, /^[0-7]$/);
      text += String.fromCharCode(Number.parseInt(found, 8));
      at += 1 + found.length;
    } else if (escape === "N") {
      const end = named_end(bytes, at + 2);
      text += broken(name, at, end ?? at + 2, end === null ? MALFORMED : UNKNOWN);
      at = end ?? at + 2;
    } else {
      text += PLAIN[escape] ?? `\\${escape}`;
      at += 2;
    }
  }
  return text;
}

const BACKSLASH = 0x5c;
const MALFORMED = "malformed \\N character escape";
const UNKNOWN = "unknown Unicode character name";
const HEXADECIMAL: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
const PLAIN: Readonly<Record<string, string>> = {
  "\n": "",
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

function digits_from(bytes: Uint8Array, from: number, most: number, pattern: RegExp): string {
  let found = "";
  for (let at = from; found.length < most && at < bytes.length; at++) {
    const digit = String.fromCharCode(bytes[at] ?? 0);
    if (!pattern.test(digit)) break;
    found += digit;
  }
  return found;
}

/** Behind the `}` of `{NAME}`. */
function named_end(bytes: Uint8Array, from: number): number | null {
  if (bytes[from] !== 0x7b) return null;
  const end = bytes.indexOf(0x7d, from);
  return end <= from + 1 ? null : end + 1;
}

/** Every character can be written, lone surrogates too. */
export function encode_escapes(all: readonly string[], is_raw: boolean): string {
  return all.map((character) => escaped(character, is_raw)).join("");
}

function escaped(character: string, is_raw: boolean): string {
  const code = character.codePointAt(0) ?? 0;
  if (code > 0xffff) return `\\U${code.toString(16).padStart(8, "0")}`;
  if (code > 0xff) return `\\u${code.toString(16).padStart(4, "0")}`;
  if (is_raw || (code >= 0x20 && code < 0x7f && code !== BACKSLASH)) return character;
  const short = SHORT[character];
  return short === undefined ? `\\x${code.toString(16).padStart(2, "0")}` : `\\${short}`;
}

const SHORT: Readonly<Record<string, string>> = { "\\": "\\", "\n": "n", "\r": "r", "\t": "t" };
