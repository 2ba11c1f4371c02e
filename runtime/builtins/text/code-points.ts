// Strings counted, indexed and cut by code points: natively while there are no surrogates.

const SURROGATE = /[\ud800-\udfff]/;

/** Whether every code point is one UTF-16 unit, so that JavaScript's own indices are Python's. */
export function is_flat(text: string): boolean {
  return !SURROGATE.test(text);
}

/** `len(text)`. */
export function text_length(text: string): number {
  if (!SURROGATE.test(text)) return text.length;
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** The code points as strings of their own. */
export function characters(text: string): string[] {
  return is_flat(text) ? text.split("") : Array.from(text);
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
