// Bytes to text in any encoding of this room.
import type { Broken } from "./broken.ts";
import type { Encoding } from "./encoding.ts";
import { decode_escapes } from "./escapes.ts";
import { decode_multibyte } from "./multibyte.ts";
import { decode_ascii, decode_single_byte } from "./single-byte.ts";
import { decode_shifting } from "./shifting.ts";
import { decode_utf7 } from "./utf7.ts";
import { decode_utf8 } from "./utf8.ts";
import { decode_wide } from "./wide.ts";

export type TextEncoding = Exclude<Encoding, { kind: "no text" | "unsupported" }>;

/** The text of bytes without the signature that the encoding may have; what is none goes to `broken`. `errors`: only `surrogatepass` matters here. */
export function decode_bytes(
  bytes: Uint8Array,
  encoding: TextEncoding,
  broken: Broken,
  errors = "strict",
): string {
  switch (encoding.kind) {
    case "utf-8":
      return decode_utf8(bytes, broken, errors);
    case "narrow":
      return encoding.limit === 256 ? latin_text(bytes) : decode_ascii(bytes, broken);
    case "wide":
      return decode_wide(bytes, encoding, broken, errors);
    case "utf-7":
      return decode_utf7(bytes, broken);
    case "escapes":
      return decode_escapes(bytes, encoding.is_raw, broken);
    case "shifting":
      return decode_shifting(bytes, encoding.name, broken);
    case "single byte":
      return decode_single_byte(bytes, encoding.charset, broken);
    case "multibyte":
      return decode_multibyte(bytes, encoding.charset, broken);
  }
}

/** The bytes after the signature, in an encoding that has one: CPython counts positions from there. */
export function content_of(bytes: Uint8Array, encoding: Encoding): Uint8Array {
  if (encoding.kind !== "utf-8" || !encoding.has_signature) return bytes;
  const has_signature = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return has_signature ? bytes.subarray(3) : bytes;
}

const CHUNK = 8192;

function latin_text(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += CHUNK)
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return text;
}
