// UTF-16 and UTF-32, of either order of bytes, with or without a byte-order mark.
import type { Broken } from "./broken.ts";

export interface Wide {
  readonly bytes: 2 | 4;
  /** `null`: as the byte-order mark says, little-endian without one. */
  readonly order: "big" | "little" | null;
  readonly name: string;
}

export function decode_wide(
  bytes: Uint8Array,
  codec: Wide,
  broken: Broken,
  errors = "strict",
): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read = (at: number, is_little: boolean) =>
    codec.bytes === 2 ? view.getUint16(at, is_little) : view.getUint32(at, is_little);
  let start = 0;
  let is_little = codec.order !== "big";
  if (codec.order === null && bytes.length >= codec.bytes) {
    if (read(0, true) === 0xfeff) start = codec.bytes;
    else if (read(0, false) === 0xfeff) {
      start = codec.bytes;
      is_little = false;
    }
  }
  const name = codec.order === null ? `${codec.name}-${is_little ? "le" : "be"}` : codec.name;
  const reader = {
    bytes,
    read: (at: number) => read(at, is_little),
    broken: (at: number, end: number, reason: string) => broken(name, at, end, reason),
    allows_surrogates: errors === "surrogatepass",
  };
  return codec.bytes === 2 ? decode_utf16(reader, start) : decode_utf32(reader, start);
}

interface WideReader {
  readonly bytes: Uint8Array;
  readonly read: (at: number) => number;
  readonly broken: (at: number, end: number, reason: string) => string;
  readonly allows_surrogates: boolean;
}

function decode_utf16(
  { bytes, read, broken, allows_surrogates }: WideReader,
  start: number,
): string {
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
      continue;
    }
    const second = unit < 0xdc00 && at + 4 <= bytes.length ? read(at + 2) : null;
    if (second !== null && second >= 0xdc00 && second <= 0xdfff) {
      text += String.fromCharCode(unit, second);
      at += 4;
    } else if (allows_surrogates) {
      text += String.fromCharCode(unit);
      at += 2;
    } else if (unit > 0xdbff) {
      text += broken(at, at + 2, "illegal encoding");
      at += 2;
    } else if (second === null) {
      text += broken(at, bytes.length, "unexpected end of data");
      break;
    } else {
      text += broken(at, at + 2, "illegal UTF-16 surrogate");
      at += 2;
    }
  }
  return text;
}

function decode_utf32(
  { bytes, read, broken, allows_surrogates }: WideReader,
  start: number,
): string {
  let text = "";
  for (let at = start; at < bytes.length; at += 4) {
    if (at + 4 > bytes.length) return text + broken(at, bytes.length, "truncated data");
    const code = read(at);
    if (code > 0x10ffff) text += broken(at, at + 4, "code point not in range(0x110000)");
    else if (code >= 0xd800 && code <= 0xdfff && !allows_surrogates) {
      text += broken(at, at + 4, "code point in surrogate code point range(0xd800, 0xe000)");
    } else text += String.fromCodePoint(code);
  }
  return text;
}
