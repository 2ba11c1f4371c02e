// The source of a frame with its line of carets and tildes, as CPython lays them out.
import type { SourcePlace } from "../../platform/python-places.ts";
import { display_width } from "./display-width.ts";

const INDENTATION = "    ";

/** `lines`: the place's lines as they stand in the file. Indented, with a newline at the end. */
export function underlined(lines: readonly string[], place: SourcePlace): string {
  const [first = ""] = lines;
  const indentation = common_indentation(lines);
  const shown = lines.map((line) => line.slice(indentation).trimEnd());
  const start = Math.max(0, place.column - indentation);
  const end = Math.max(0, place.end_column - indentation);
  const last = shown.length - 1;
  const has_carets =
    !place.is_whole &&
    (place.anchor !== null ||
      (shown[0] ?? "").slice(0, start).trimStart() !== "" ||
      (shown[last] ?? "").slice(end).trimEnd() !== "");
  const anchor = anchor_in(place, indentation);
  const painter = new Painter(shown, start, end, anchor);
  const text: string[] = [];
  const add = (index: number): void => {
    text.push(shown[index] ?? "");
    if (has_carets) text.push(painter.carets(index));
  };
  let previous: number | null = null;
  for (const index of significant(shown.length, anchor)) {
    if (previous !== null) {
      const skipped = index - previous - 1;
      if (skipped === 1) add(index - 1);
      else if (skipped > 1) text.push(`...<${skipped} lines>...`);
    }
    add(index);
    previous = index;
  }
  if (first === "") return "";
  const margin = common_indentation(text);
  return text.map((line) => `${INDENTATION}${line.slice(margin)}\n`).join("");
}

type Anchor = readonly [number, number, number, number];

/** Lines counted from the place's first, columns in the shown text. */
function anchor_in({ anchor, line }: SourcePlace, indentation: number): Anchor | null {
  if (anchor === null) return null;
  const [from_line, from_column, to_line, to_column] = anchor;
  return [from_line - line, from_column - indentation, to_line - line, to_column - indentation];
}

/** The first and last line, and those about the anchor's ends. */
function significant(count: number, anchor: Anchor | null): readonly number[] {
  const found = new Set([0, count - 1]);
  if (anchor !== null)
    for (const at of [anchor[0], anchor[2]])
      for (const line of [at - 1, at, at + 1]) found.add(line);
  return [...found].filter((line) => line >= 0 && line < count).sort((a, b) => a - b);
}

class Painter {
  private readonly lines: readonly string[];
  private readonly start: number;
  private readonly end: number;
  private readonly anchor: Anchor | null;

  constructor(lines: readonly string[], start: number, end: number, anchor: Anchor | null) {
    this.lines = lines;
    this.start = display_width(lines[0] ?? "", start);
    this.end = display_width(lines.at(-1) ?? "", end);
    this.anchor =
      anchor === null
        ? null
        : [
            anchor[0],
            display_width(lines[anchor[0]] ?? "", anchor[1]),
            anchor[2],
            display_width(lines[anchor[2]] ?? "", anchor[3]),
          ];
  }

  carets(index: number): string {
    const line = this.lines[index] ?? "";
    const spaces = line.length - line.trimStart().length;
    const count = index === this.lines.length - 1 ? this.end : display_width(line, line.length);
    let text = "";
    for (let column = 0; column < count; column++) {
      if (column < spaces || (index === 0 && column < this.start)) text += " ";
      else text += this.character(index, column);
    }
    return text;
  }

  private character(line: number, column: number): string {
    if (this.anchor === null) return "^";
    const [from_line, from_column, to_line, to_column] = this.anchor;
    const is_behind = line > from_line || (line === from_line && column >= from_column);
    const is_before = line < to_line || (line === to_line && column < to_column);
    return is_behind && is_before ? "^" : "~";
  }
}

function common_indentation(lines: readonly string[]): number {
  const filled = lines.filter((line) => line.trim() !== "");
  if (filled.length === 0) return 0;
  return Math.min(...filled.map((line) => line.length - line.trimStart().length));
}
