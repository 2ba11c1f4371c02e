// Bytes to text in charsets of one byte a character.
import type { Broken } from "./broken.ts";
import type { Charset } from "./charset.ts";

/** All of these charsets' errors bear this name. */
export const CHARMAP_NAME = "charmap";
export const UNDEFINED = "character maps to <undefined>";

export function decode_single_byte(bytes: Uint8Array, charset: Charset, broken: Broken): string {
  let text = "";
  bytes.forEach((byte, at) => {
    text += charset.read(byte) ?? broken(CHARMAP_NAME, at, at + 1, UNDEFINED);
  });
  return text;
}

export function decode_ascii(bytes: Uint8Array, broken: Broken): string {
  let text = "";
  bytes.forEach((byte, at) => {
    text +=
      byte < 128
        ? String.fromCharCode(byte)
        : broken("ascii", at, at + 1, "ordinal not in range(128)");
  });
  return text;
}
