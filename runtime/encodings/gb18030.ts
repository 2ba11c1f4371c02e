// The four-byte characters of GB 18030: all of Unicode that its pairs lack, in order.
import type { Charset } from "./charset.ts";

export const GB18030 = "gb18030";

/** First bytes from which on characters beyond the basic plane stand. */
const BEYOND = 15;
const PER_LEAD = 10 * 126 * 10;

/** The character of four bytes; `undefined` when they are none. */
export function four_bytes_read(bytes: Uint8Array, charset: Charset): string | undefined {
  const [first, second, third, fourth] = bytes as unknown as [number, number, number, number];
  const fits = first >= 0x81 && first <= 0xfe && third >= 0x81 && third <= 0xfe;
  if (!fits || second < 0x30 || second > 0x39 || fourth < 0x30 || fourth > 0x39) return undefined;
  const place = (((first - 0x81) * 10 + second - 0x30) * 126 + third - 0x81) * 10 + fourth - 0x30;
  const code =
    place < BEYOND * PER_LEAD ? basic(charset)[place] : 0x10000 + place - BEYOND * PER_LEAD;
  return code === undefined || code > 0x10ffff ? undefined : String.fromCodePoint(code);
}

/** The four bytes of a character that no pair stands for; `undefined` for lone surrogates. */
export function four_bytes_written(
  character: string,
  charset: Charset,
): readonly number[] | undefined {
  const code = character.codePointAt(0) ?? 0;
  const place = code > 0xffff ? code - 0x10000 + BEYOND * PER_LEAD : place_of(code, charset);
  if (place < 0) return undefined;
  const high = Math.floor(place / 1260);
  return [
    0x81 + Math.floor(high / 10),
    0x30 + (high % 10),
    0x81 + Math.floor((place % 1260) / 10),
    0x30 + (place % 10),
  ];
}

let in_order: readonly number[] | null = null;

function basic(charset: Charset): readonly number[] {
  if (in_order !== null) return in_order;
  const codes: number[] = [];
  for (let code = 0x80; code < 0x10000; code++) {
    const is_surrogate = code >= 0xd800 && code <= 0xdfff;
    if (!is_surrogate && charset.write(String.fromCharCode(code)) === undefined) codes.push(code);
  }
  in_order = codes;
  return codes;
}

/** By halving: the codes ascend. */
function place_of(code: number, charset: Charset): number {
  const codes = basic(charset);
  let low = 0;
  let high = codes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((codes[middle] ?? 0) < code) low = middle + 1;
    else high = middle;
  }
  return codes[low] === code ? low : -1;
}
