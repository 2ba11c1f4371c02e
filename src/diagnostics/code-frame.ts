// The line of source a diagnostic speaks of, with a mark under the place.
import type { Span } from "../../grammar/ast/node.ts";

/** Line and column are for people: both from 1, the column in code points. */
export interface Place {
  readonly line: number;
  readonly column: number;
  /** The whole line, without its end. */
  readonly text: string;
  /** How many code points of this line the span covers, 1 at least. */
  readonly width: number;
}

export function place_of(source: string, span: Span): Place {
  const start = Math.min(span.start, source.length);
  const line_start = start_of_line(source, start);
  const line_end = end_of_line(source, start);
  const end = Math.max(start, Math.min(span.end, line_end));
  return {
    line: count_lines(source, line_start) + 1,
    column: code_points(source.slice(line_start, start)) + 1,
    text: source.slice(line_start, line_end),
    width: Math.max(1, code_points(source.slice(start, end))),
  };
}

/**
 *    3 | x = = 1
 *      |     ^
 */
export function code_frame(place: Place): string {
  const number = String(place.line);
  const margin = " ".repeat(number.length);
  const characters = [...place.text];
  const from = place.column - 1;
  const before = characters
    .slice(0, from)
    .map((character) => (character === "\t" ? "\t" : " ".repeat(cells(character))));
  const marked = characters.slice(from, from + place.width);
  const width = marked.reduce((sum, character) => sum + cells(character), 0);
  const marks = "^".repeat(Math.max(1, width));
  return `  ${number} | ${place.text}\n  ${margin} | ${before.join("")}${marks}`;
}

/** The offset at which the line of an offset begins. */
export function start_of_line(source: string, offset: number): number {
  for (let i = offset - 1; i >= 0; i--) if (ends_line(source, i)) return i + 1;
  return 0;
}

/** The offset of the end of its line, or of the text. */
export function end_of_line(source: string, offset: number): number {
  for (let i = offset; i < source.length; i++)
    if (source[i] === "\n" || source[i] === "\r") return i;
  return source.length;
}

/** True behind "\n", "\r\n" and a lone "\r": the line ends that Python knows. */
function ends_line(source: string, offset: number): boolean {
  return source[offset] === "\n" || (source[offset] === "\r" && source[offset + 1] !== "\n");
}

function count_lines(source: string, end: number): number {
  let lines = 0;
  for (let i = 0; i < end; i++) if (ends_line(source, i)) lines++;
  return lines;
}

function code_points(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** Columns that a character takes in a terminal: two for CJK and emoji, none for accents of their own. */
function cells(character: string): number {
  if (character > "\u02ff" && /^[\p{Mn}\p{Me}\p{Cf}]$/u.test(character)) return 0;
  const code = character.codePointAt(0) ?? 0;
  return (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0x1f300 && code <= 0x1faff) ||
    (code >= 0x20000 && code <= 0x3fffd)
    ? 2
    : 1;
}
