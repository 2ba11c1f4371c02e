// Source maps (version 3): from printed positions to lines and columns of the Python text.
import { encode } from "@jridgewell/sourcemap-codec";
import type { PythonFrames } from "./frames/python-frames.ts";
import type { Mark } from "./writer.ts";

export interface SourceMap {
  readonly version: 3;
  readonly sources: readonly string[];
  readonly sourcesContent: readonly (string | null)[];
  readonly names: readonly string[];
  readonly mappings: string;
  /** What Python's tracebacks show of each place; see `frames/python-frames.ts`. */
  readonly x_python_frames?: PythonFrames;
}

type Segment = [number, number, number, number];

/** `marks` in printed order; `source` is the text their offsets point into. */
export function source_map(
  marks: readonly Mark[],
  source: string,
  file: string,
  frames: PythonFrames | null,
): SourceMap {
  const starts = line_starts(source);
  const lines: Segment[][] = [];
  for (const { line, column, origin, is_site } of marks) {
    if (is_site) continue;
    const offset = origin.start;
    while (lines.length <= line) lines.push([]);
    const segments = lines[line] ?? [];
    // Several nodes may begin at one printed position: the innermost, printed last, says it best.
    if (segments.at(-1)?.[0] === column) segments.pop();
    const source_line = line_of(offset, starts);
    segments.push([column, 0, source_line, offset - (starts[source_line] ?? 0)]);
  }
  return {
    version: 3,
    sources: [file],
    sourcesContent: [source],
    names: [],
    mappings: encode(lines),
    ...(frames === null ? {} : { x_python_frames: frames }),
  };
}

/** Offsets at which the lines of a text begin, as Python counts lines. */
function line_starts(source: string): readonly number[] {
  const starts = [0];
  for (const match of source.matchAll(/\r\n|\r|\n/gu)) starts.push(match.index + match[0].length);
  return starts;
}

function line_of(offset: number, starts: readonly number[]): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
