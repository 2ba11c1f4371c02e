// How wide a text is on a terminal, for the characters that are sure.

/** Throws a `NotLaidOut` for characters of which the width is not sure. */
export function width_of(text: string): number {
  // eslint-disable-next-line no-control-regex
  if (!/[^\x20-\x7e]/.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += width_of_character(character);
  return width;
}

function width_of_character(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x20 && code < 0x7f) return 1;
  for (const [first, last, width] of RANGES) if (code >= first && code <= last) return width;
  throw new NotLaidOut();
}

/** Letters without marks of their own, and what is wide in every table; emoji that no other character joins. */
const RANGES: readonly (readonly [first: number, last: number, width: number])[] = [
  [0xc0, 0x2ff, 1],
  [0x391, 0x3c9, 1],
  [0x410, 0x44f, 1],
  [0x660, 0x669, 1],
  [0x3041, 0x3096, 2],
  [0x30a1, 0x30fa, 2],
  [0x4e00, 0x9fff, 2],
  [0xac00, 0xd7a3, 2],
  [0xff10, 0xff5a, 2],
  [0x1f600, 0x1f64f, 2],
];

/** A document that we don't make, or a width that we don't know: prettier lays it out. */
export class NotLaidOut extends Error {}
