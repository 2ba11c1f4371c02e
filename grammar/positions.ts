// Where an offset lies: its line, its UTF-8 byte column as CPython counts it, its column for people.

export interface Position {
  /** From 1. */
  readonly line: number;
  /** From 0, in bytes of UTF-8: CPython's `col_offset`. */
  readonly column: number;
  /** From 0, in code points: CPython's `SyntaxError.offset` less one. */
  readonly character: number;
}

/** Answers for any offset; the table is made once, in one pass over the text. */
export class Positions {
  readonly #text: string;
  readonly #starts: readonly number[];
  readonly #is_plain: readonly boolean[];

  constructor(text: string) {
    this.#text = text;
    const { starts, is_plain } = line_table(text);
    this.#starts = starts;
    this.#is_plain = is_plain;
  }

  get line_count(): number {
    return this.#starts.length;
  }

  /** The line of an offset, from 1. */
  line(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  line_start(line: number): number {
    return this.#starts[line - 1] ?? this.#text.length;
  }

  /** The text of a line, without its end. */
  line_text(line: number): string {
    const text = this.#text.slice(this.line_start(line), this.line_start(line + 1));
    return text.replace(/\r?\n$|\r$/, "");
  }

  at(offset: number): Position {
    const line = this.line(offset);
    const start = this.line_start(line);
    if (this.#is_plain[line - 1] === true)
      return { line, column: offset - start, character: offset - start };
    let column = 0;
    let character = 0;
    for (let at = start; at < offset; at++) {
      const unit = this.#text.charCodeAt(at);
      const is_low = unit >= 0xdc00 && unit < 0xe000;
      column += unit < 0x80 ? 1 : unit < 0x800 ? 2 : unit >= 0xd800 && unit < 0xe000 ? 2 : 3;
      if (!is_low) character++;
    }
    return { line, column, character };
  }
}

function line_table(text: string): { starts: number[]; is_plain: boolean[] } {
  const starts = [text.charCodeAt(0) === 0xfeff ? 1 : 0];
  const is_plain: boolean[] = [];
  let plain = true;
  for (let at = starts[0] ?? 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x80) plain = false;
    if (unit !== 10 && unit !== 13) continue;
    if (unit === 13 && text.charCodeAt(at + 1) === 10) at++;
    starts.push(at + 1);
    is_plain.push(plain);
    plain = true;
  }
  is_plain.push(plain);
  return { starts, is_plain };
}
