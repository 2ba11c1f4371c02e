// Bytes to text in charsets of several bytes a character.
import type { Broken } from "./broken.ts";
import { find_charset, type Charset } from "./charset.ts";
import { GB18030, four_bytes_read } from "./gb18030.ts";
import { cell_of, SHIFT } from "./grid.ts";
import { hangul_read, HANGUL_FILLER, HANGUL_LEAD, HANGUL_SIZE } from "./hangul.ts";

export const ILLEGAL = "illegal multibyte sequence";
export const INCOMPLETE = "incomplete multibyte sequence";

export function decode_multibyte(bytes: Uint8Array, charset: Charset, broken: Broken): string {
  let text = "";
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    const alone = charset.read(byte);
    if (alone !== undefined) {
      text += alone;
      at++;
      continue;
    }
    const size = charset.is_illegal(byte) ? 1 : size_at(bytes, at, charset.name);
    if (at + size > bytes.length) return text + broken(charset.name, at, bytes.length, INCOMPLETE);
    const character = size === 1 ? undefined : read(bytes, at, size, charset);
    const end = at + (character === undefined ? blamed(bytes, at, size, charset) : size);
    text += character ?? broken(charset.name, at, end, ILLEGAL);
    at = end;
  }
  return text;
}

/** How many bytes the character that begins here has. */
function size_at(bytes: Uint8Array, at: number, name: string): number {
  const byte = bytes[at];
  if (byte === SHIFT && name.startsWith("euc_j")) return 3;
  const second = bytes[at + 1] ?? 0;
  if (name === GB18030 && second >= 0x30 && second <= 0x39) return 4;
  return name === "euc_kr" && byte === HANGUL_LEAD && second === HANGUL_FILLER ? HANGUL_SIZE : 2;
}

function read(bytes: Uint8Array, at: number, size: number, charset: Charset): string | undefined {
  if (size === 4) return four_bytes_read(bytes.subarray(at, at + size), charset);
  if (size === HANGUL_SIZE) return hangul_read(bytes.subarray(at, at + size));
  return charset.read(cell_of(bytes, at, size));
}

/** How many bytes are to blame: one, but all of a character that only the charset's edition of 2004 has. */
function blamed(bytes: Uint8Array, at: number, size: number, { name }: Charset): number {
  const later = name.endsWith("jisx0213") ? find_charset(name.replace("x0213", "_2004")) : null;
  return size > 1 && later?.read(cell_of(bytes, at, size)) !== undefined ? size : 1;
}
