// The map of a text that prettier has laid out anew: prettier moves words, it doesn't change or reorder them.
import { decode, encode } from "@jridgewell/sourcemap-codec";
import type { SourceMap } from "./source-map.ts";

/** The map of `before` for `after`; `null` where the two don't have the same words. */
export function realign(map: SourceMap, before: string, after: string): SourceMap | null {
  const [old_words, new_words] = [words(before), words(after)];
  if (old_words.length !== new_words.length) return null;
  const [old_lines, new_lines] = [line_starts(before), line_starts(after)];
  const lines: Segment[][] = [];
  let word = 0;
  let line = 0;
  decode(map.mappings).forEach((segments, old_line) => {
    for (const segment of segments) {
      if (segment.length === 1) continue;
      const offset = (old_lines[old_line] ?? 0) + segment[0];
      while (word < old_words.length && (old_words[word] ?? 0) < offset) word++;
      const place = new_words[word];
      if (place === undefined) return;
      while (line + 1 < new_lines.length && (new_lines[line + 1] ?? 0) <= place) line++;
      add(lines, line, [place - (new_lines[line] ?? 0), segment[1], segment[2], segment[3]]);
    }
  });
  return { ...map, mappings: encode(lines) };
}

type Segment = [number, number, number, number];

/** Segments that now begin at one place: the last is the innermost. */
function add(lines: Segment[][], line: number, segment: Segment): void {
  while (lines.length <= line) lines.push([]);
  const segments = lines[line] ?? [];
  if (segments.at(-1)?.[0] === segment[0]) segments.pop();
  segments.push(segment);
}

/** Where the words begin: names, keywords, numbers, also those inside of strings and comments. */
function words(text: string): readonly number[] {
  return Array.from(text.matchAll(/[\p{ID_Continue}$]+/gu), (match) => match.index);
}

function line_starts(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\n/gu), (match) => match.index + 1)];
}
