// Error handlers of encoding and decoding: what stands for what does not fit.
import { LookupError, TypeError } from "../../exceptions/hierarchy.ts";
import { UnicodeDecodeError, UnicodeEncodeError } from "../../exceptions/unicode-error.ts";
import { escape_code } from "../quote.ts";

/** What a handler puts in the place of bytes that can't be decoded; raises when it is `strict`. */
export function decoding_replacement(
  errors: string,
  encoding: string,
  bytes: Uint8Array,
  start: number,
  end: number,
  reason: string,
): string {
  switch (errors) {
    case "ignore":
      return "";
    case "replace":
      return "\ufffd";
    case "backslashreplace":
      return each_byte(bytes, start, end, (byte) => `\\x${byte.toString(16).padStart(2, "0")}`);
    case "surrogateescape":
      if (bytes.subarray(start, end).every((byte) => byte >= 128)) {
        return each_byte(bytes, start, end, (byte) => String.fromCharCode(0xdc00 + byte));
      }
      break;
    case "surrogatepass":
    case "strict":
      break;
    case "namereplace":
    case "xmlcharrefreplace":
      throw new TypeError("don't know how to handle UnicodeDecodeError in error callback");
    default:
      throw new LookupError(`unknown error handler name '${errors}'`);
  }
  throw new UnicodeDecodeError(encoding, bytes, start, end, reason);
}

/**
 * What a handler puts in the place of characters that can't be encoded: text to encode instead, or bytes.
 * `start` and `end` count code points of `characters`. Raises when it is `strict`.
 */
export function encoding_replacement(
  errors: string,
  encoding: string,
  characters: readonly string[],
  start: number,
  end: number,
  reason: string,
): string | readonly number[] {
  const part = characters.slice(start, end);
  const codes = part.map((character) => character.codePointAt(0) ?? 0);
  switch (errors) {
    case "ignore":
      return "";
    case "replace":
      return "?".repeat(part.length);
    case "backslashreplace":
      return codes.map(escape_code).join("");
    case "xmlcharrefreplace":
      return codes.map((code) => `&#${code};`).join("");
    case "namereplace":
      return codes.map(named_code).join("");
    case "surrogateescape":
      if (codes.every((code) => code >= 0xdc80 && code <= 0xdcff))
        return codes.map((code) => code - 0xdc00);
      break;
    case "surrogatepass":
      if (encoding.startsWith("utf-") && codes.every((code) => code >= 0xd800 && code <= 0xdfff))
        return codes.flatMap(surrogate_bytes);
      break;
    case "strict":
      break;
    default:
      throw new LookupError(`unknown error handler name '${errors}'`);
  }
  throw new UnicodeEncodeError(encoding, characters.join(""), start, end, reason);
}

let name_of_character: (code: number) => string | null = () => null;

/** The names of characters are a large table: a program that needs them imports `unicodedata`, which hands them over. */
export function set_character_names(name_of: (code: number) => string | null): void {
  name_of_character = name_of;
}

function named_code(code: number): string {
  const name = name_of_character(code);
  return name === null ? escape_code(code) : `\\N{${name}}`;
}

function each_byte(
  bytes: Uint8Array,
  start: number,
  end: number,
  show: (byte: number) => string,
): string {
  return Array.from(bytes.subarray(start, end), show).join("");
}

function surrogate_bytes(code: number): number[] {
  return [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)];
}
