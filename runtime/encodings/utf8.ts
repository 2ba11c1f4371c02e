// UTF-8, with CPython's view of which bytes are to blame when it is broken.
import type { Broken } from "./broken.ts";

/** The text of UTF-8 bytes; what is broken goes to the error handler. */
export function decode_utf8(bytes: Uint8Array, broken: Broken, errors = "strict"): string {
  const text = short_ascii(bytes);
  if (text !== null) return text;
  decoder ??= new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  try {
    return decoder.decode(bytes);
  } catch {
    return decode_slowly(bytes, broken, errors === "surrogatepass");
  }
}

let decoder: TextDecoder | null = null;

const SHORT = 64;

/** The text of few bytes that are all ASCII, which needs no decoder. */
function short_ascii(bytes: Uint8Array): string | null {
  if (bytes.length > SHORT) return null;
  let text = "";
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index] as number;
    if (byte >= 128) return null;
    text += String.fromCharCode(byte);
  }
  return text;
}

function decode_slowly(bytes: Uint8Array, broken: Broken, allows_surrogates: boolean): string {
  let text = "";
  let at = 0;
  while (at < bytes.length) {
    const sequence = read_sequence(bytes, at, allows_surrogates);
    if (typeof sequence === "number") {
      text += String.fromCodePoint(sequence);
      at += sequence < 0x80 ? 1 : sequence < 0x800 ? 2 : sequence < 0x10000 ? 3 : 4;
    } else {
      const { length, reason } = sequence;
      text += broken("utf-8", at, at + length, reason);
      at += length;
    }
  }
  return text;
}

interface Fault {
  /** How many bytes are to blame. */
  readonly length: number;
  readonly reason: string;
}

/** The code point of the sequence that begins at `at`, or what is wrong with it. */
function read_sequence(bytes: Uint8Array, at: number, allows_surrogates: boolean): number | Fault {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return first;
  const count = first < 0xc2 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : first < 0xf5 ? 3 : 0;
  if (count === 0) return { length: 1, reason: "invalid start byte" };
  let code = first & (0x3f >> count);
  for (let index = 1; index <= count; index++) {
    const byte = bytes[at + index];
    if (byte === undefined) {
      return { length: bytes.length - at, reason: "unexpected end of data" };
    }
    const [low, high] = index === 1 ? second_byte_range(first, allows_surrogates) : [0x80, 0xbf];
    if (byte < low || byte > high) return { length: index, reason: "invalid continuation byte" };
    code = (code << 6) | (byte & 0x3f);
  }
  return code;
}

/** After some first bytes not every continuation byte makes a code point. */
function second_byte_range(first: number, allows_surrogates: boolean): readonly [number, number] {
  if (first === 0xe0) return [0xa0, 0xbf];
  if (first === 0xed && !allows_surrogates) return [0x80, 0x9f];
  if (first === 0xf0) return [0x90, 0xbf];
  return first === 0xf4 ? [0x80, 0x8f] : [0x80, 0xbf];
}
