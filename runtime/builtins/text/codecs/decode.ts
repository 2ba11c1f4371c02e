// Bytes to text.
import { latin_text } from "../latin.ts";
import { decode_charmap } from "./charmap.ts";
import { decoding_replacement } from "./errors.ts";
import { find_codec, type Codec } from "./names.ts";
import { decode_utf8 } from "./utf8.ts";

/** The text of bytes in an encoding. LookupError for unknown names, UnicodeDecodeError when `errors` is strict. */
export function decode(bytes: Uint8Array, encoding = "utf-8", errors = "strict"): string {
  if (bytes.length === 0) return ""; // as CPython, which does not even look for the codec
  const codec = find_codec(encoding);
  switch (codec.kind) {
    case "utf-8":
      return decode_utf8(codec.has_signature ? without_signature(bytes) : bytes, errors);
    case "narrow":
      return codec.limit === 256 ? latin_text(bytes) : decode_ascii(bytes, errors);
    case "wide":
      return decode_wide(bytes, codec, errors);
    case "charmap":
      return decode_charmap(bytes, codec.table, errors);
    case "platform":
      return decode_by_platform(bytes, codec.label, codec.name, errors);
  }
}

function without_signature(bytes: Uint8Array): Uint8Array {
  const has_signature = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return has_signature ? bytes.subarray(3) : bytes;
}

function decode_ascii(bytes: Uint8Array, errors: string): string {
  if (bytes.every((byte) => byte < 128)) return latin_text(bytes);
  let text = "";
  bytes.forEach((byte, at) => {
    if (byte < 128) text += String.fromCharCode(byte);
    else
      text += decoding_replacement(errors, "ascii", bytes, at, at + 1, "ordinal not in range(128)");
  });
  return text;
}

type Wide = Extract<Codec, { kind: "wide" }>;

function decode_wide(bytes: Uint8Array, codec: Wide, errors: string): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read = (at: number, is_little: boolean) =>
    codec.bytes === 2 ? view.getUint16(at, is_little) : view.getUint32(at, is_little);
  let start = 0;
  let is_little = codec.order !== "big";
  let name = codec.name;
  if (codec.order === null && bytes.length >= codec.bytes) {
    if (read(0, true) === 0xfeff) start = codec.bytes;
    else if (read(0, false) === 0xfeff) {
      start = codec.bytes;
      is_little = false;
    }
  }
  if (codec.order === null) name = `${codec.name}-${is_little ? "le" : "be"}`;
  const broken = (at: number, end: number, reason: string) =>
    decoding_replacement(errors, name, bytes, at, end, reason);
  const reader = { bytes, read: (at: number) => read(at, is_little), broken };
  return codec.bytes === 2 ? decode_utf16(reader, start) : decode_utf32(reader, start);
}

interface WideReader {
  readonly bytes: Uint8Array;
  readonly read: (at: number) => number;
  readonly broken: (at: number, end: number, reason: string) => string;
}

function decode_utf16({ bytes, read, broken }: WideReader, start: number): string {
  let text = "";
  let at = start;
  while (at < bytes.length) {
    if (at + 2 > bytes.length) {
      text += broken(at, bytes.length, "truncated data");
      break;
    }
    const unit = read(at);
    if (unit < 0xd800 || unit > 0xdfff) {
      text += String.fromCharCode(unit);
      at += 2;
    } else if (unit > 0xdbff) {
      text += broken(at, at + 2, "illegal encoding");
      at += 2;
    } else if (at + 4 > bytes.length) {
      text += broken(at, bytes.length, "unexpected end of data");
      break;
    } else {
      const second = read(at + 2);
      const is_pair = second >= 0xdc00 && second <= 0xdfff;
      text += is_pair
        ? String.fromCharCode(unit, second)
        : broken(at, at + 2, "illegal UTF-16 surrogate");
      at += is_pair ? 4 : 2;
    }
  }
  return text;
}

function decode_utf32({ bytes, read, broken }: WideReader, start: number): string {
  let text = "";
  for (let at = start; at < bytes.length; at += 4) {
    if (at + 4 > bytes.length) return text + broken(at, bytes.length, "truncated data");
    const code = read(at);
    if (code > 0x10ffff) text += broken(at, at + 4, "code point not in range(0x110000)");
    else if (code >= 0xd800 && code <= 0xdfff) {
      text += broken(at, at + 4, "code point in surrogate code point range(0xd800, 0xe000)");
    } else text += String.fromCodePoint(code);
  }
  return text;
}

function decode_by_platform(
  bytes: Uint8Array,
  label: string,
  name: string,
  errors: string,
): string {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const at = first_broken(bytes, label);
    const reason = "illegal multibyte sequence";
    const head = new TextDecoder(label, { ignoreBOM: true }).decode(bytes.subarray(0, at));
    const replacement = decoding_replacement(errors, name, bytes, at, at + 1, reason);
    return head + replacement + decode_by_platform(bytes.subarray(at + 1), label, name, errors);
  }
}

/** Where the longest part that can be decoded ends. */
function first_broken(bytes: Uint8Array, label: string): number {
  let good = 0;
  let bad = bytes.length;
  while (good + 1 < bad) {
    const middle = (good + bad) >> 1;
    if (is_broken(bytes.subarray(0, middle), label)) bad = middle;
    else good = middle;
  }
  return good;
}

function is_broken(bytes: Uint8Array, label: string): boolean {
  try {
    // An unfinished character at the end is not broken yet.
    new TextDecoder(label, { fatal: true }).decode(bytes, { stream: true });
    return false;
  } catch {
    return true;
  }
}
