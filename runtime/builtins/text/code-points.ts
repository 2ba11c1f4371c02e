// Strings counted, indexed and cut by code points: natively while there are no surrogates.

const SURROGATE = /[\ud800-\udfff]/;

/** From this length on, what was found out about a text is kept for the next question about it. */
const LONG = 64;
let last_flat = "";
let last_wide: { readonly text: string; readonly characters: readonly string[] } | null = null;

/** Whether every code point is one UTF-16 unit, so that JavaScript's own indices are Python's. */
export function is_flat(text: string): boolean {
  if (text.length < LONG) return !SURROGATE.test(text);
  if (text === last_flat) return true;
  if (SURROGATE.test(text)) return false;
  last_flat = text;
  return true;
}

/** `len(text)`. */
export function text_length(text: string): number {
  return is_flat(text) ? text.length : wide_characters(text).length;
}

/** The code points as strings of their own. */
export function characters(text: string): readonly string[] {
  return is_flat(text) ? text.split("") : wide_characters(text);
}

/** Of a text that is not flat; a loop over the indices of a long one asks again and again. */
function wide_characters(text: string): readonly string[] {
  if (last_wide?.text === text) return last_wide.characters;
  const found = Array.from(text);
  if (text.length >= LONG) last_wide = { text, characters: found };
  return found;
}

/** The first `count` code points. */
export function text_head(text: string, count: number): string {
  return text.slice(0, unit_index(text, count));
}

/** The code points from `start` up to `end`, both within the text. */
export function text_part(text: string, start: number, end: number): string {
  if (is_flat(text)) return text.slice(start, end);
  const from = unit_index(text, start);
  return text.slice(from, from + unit_index(text.slice(from), Math.max(0, end - start)));
}

/** The code point at an index within the text. */
export function text_at(text: string, index: number): string {
  if (is_flat(text)) return text.charAt(index);
  const from = unit_index(text, index);
  const code = text.codePointAt(from);
  return code === undefined ? "" : String.fromCodePoint(code);
}

/** Where the code point at `index` begins, in UTF-16 units; the text's length when there is none. */
export function unit_index(text: string, index: number): number {
  if (is_flat(text)) return Math.min(index, text.length);
  let unit = 0;
  for (let left = index; left > 0 && unit < text.length; left--) {
    unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
  }
  return unit;
}

/** Which code point begins at a UTF-16 unit. */
export function code_point_index(text: string, unit: number): number {
  return is_flat(text) ? unit : text_length(text.slice(0, unit));
}
