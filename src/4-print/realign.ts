// The map of a text that prettier has laid out anew: prettier moves words, it hardly changes and never reorders them.
import { decode, encode } from "@jridgewell/sourcemap-codec";
import { MARK_SIZE } from "./frames/python-frames.ts";
import type { SourceMap } from "./source-map.ts";

/** The map of `before` for `after`, which is the same code in another layout. Linear in both. */
export function realign(map: SourceMap, before: string, after: string): SourceMap {
  const moved = new Moved(before, after);
  const lines: Segment[][] = [];
  decode(map.mappings).forEach((segments, old_line) => {
    for (const segment of segments) {
      if (segment.length === 1) continue;
      const { line, column } = moved.place(old_line, segment[0]);
      add(lines, line, [column, segment[1], segment[2], segment[3]]);
    }
  });
  const frames = map.x_python_frames;
  return {
    ...map,
    mappings: encode(lines),
    ...(frames === undefined
      ? {}
      : { x_python_frames: { ...frames, marks: moved_marks(frames.marks, before, after) } }),
  };
}

type Segment = [number, number, number, number];

/** Segments that now begin at one place: the last is the innermost. */
function add(lines: Segment[][], line: number, segment: Segment): void {
  while (lines.length <= line) lines.push([]);
  const segments = lines[line] ?? [];
  if (segments.at(-1)?.[0] === segment[0]) segments.pop();
  segments.push(segment);
}

function moved_marks(marks: readonly number[], before: string, after: string): readonly number[] {
  const moved = new Moved(before, after);
  const found: number[] = [];
  for (let at = 0; at < marks.length; at += MARK_SIZE) {
    const { line, column } = moved.place(marks[at] ?? 0, marks[at + 1] ?? 0);
    const last = found.length - MARK_SIZE;
    if (found[last] === line && found[last + 1] === column) found.splice(last);
    found.push(line, column, ...marks.slice(at + 2, at + MARK_SIZE));
  }
  return found;
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Asked for places in the order of the text, it goes through both texts once. */
class Moved {
  private readonly before: string;
  private readonly after: string;
  private readonly old_words: readonly Word[];
  private readonly new_words: readonly Word[];
  /** Old word → new word; what prettier changed leads to the next one that it did not. */
  private readonly aligned: readonly number[];
  private readonly old_lines: readonly number[];
  private readonly new_lines: readonly number[];
  private word = 0;
  private line = 0;
  private last = 0;

  constructor(before: string, after: string) {
    this.before = before;
    this.after = after;
    this.old_words = words(before);
    this.new_words = words(after);
    this.aligned = aligned(this.old_words, this.new_words);
    this.old_lines = line_starts(before);
    this.new_lines = line_starts(after);
  }

  place(line: number, column: number): { readonly line: number; readonly column: number } {
    const offset = (this.old_lines[line] ?? 0) + column;
    while ((this.old_words[this.word]?.start ?? Infinity) < offset) this.word++;
    this.last = Math.max(this.last, this.offset(offset));
    while ((this.new_lines[this.line + 1] ?? Infinity) <= this.last) this.line++;
    return { line: this.line, column: this.last - (this.new_lines[this.line] ?? 0) };
  }

  /** Brackets and quotes that are still there are found between the same words. */
  private offset(offset: number): number {
    const next = this.old_words[this.word];
    const place = this.new_words[this.aligned[this.word] ?? -1]?.start ?? this.after.length;
    if (next?.start === offset) return place;
    const gap = this.old_words[this.word - 1]?.end ?? 0;
    const character = this.before[offset] ?? "";
    let nth = 0;
    for (let at = gap; at <= offset; at++) if (same(this.before[at], character)) nth++;
    const from = this.new_words[this.aligned[this.word - 1] ?? -1]?.end ?? 0;
    for (let at = from; at < place; at++)
      if (same(this.after[at], character) && --nth === 0) return at;
    return place;
  }
}

function same(left: string | undefined, right: string): boolean {
  return left === right || ((left === "'" || left === '"') && (right === "'" || right === '"'));
}

/** `1e+21` becomes `1e21`, which is a word less: the words behind it are aligned again. */
function aligned(old_words: readonly Word[], new_words: readonly Word[]): readonly number[] {
  const found: number[] = [];
  let other = 0;
  while (found.length < old_words.length) {
    const [skipped, added] = next_match(old_words, found.length, new_words, other);
    other += added;
    for (let i = 0; i <= skipped; i++) found.push(other);
    other++;
  }
  return found;
}

/** How many words to pass over on either side until they are the same again; none where that is too far away. */
function next_match(
  old_words: readonly Word[],
  at: number,
  new_words: readonly Word[],
  other: number,
): readonly [number, number] {
  for (let distance = 0; distance <= FAR; distance++)
    for (let skipped = 0; skipped <= distance; skipped++) {
      const added = distance - skipped;
      const word = old_words[at + skipped];
      if (word !== undefined && word.text === new_words[other + added]?.text)
        return [skipped, added];
    }
  return [0, 0];
}

const FAR = 8;

/** Names, keywords, numbers, also those inside of strings and comments. */
function words(text: string): readonly Word[] {
  return Array.from(text.matchAll(/[\p{ID_Continue}$]+/gu), ({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }));
}

function line_starts(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\n/gu), (match) => match.index + 1)];
}
