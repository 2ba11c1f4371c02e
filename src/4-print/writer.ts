// The printed text as it grows: chunks, indentation, and where each piece of Python ended up.
import type { Span } from "../../grammar/ast/node.ts";

/** A printed position (0-based line and column in UTF-16 units) and the Python text it was made from. */
export interface Mark {
  readonly line: number;
  readonly column: number;
  readonly origin: Span;
  /** No node begins here: it is where the engine says that its call, or read of a member, takes place. */
  readonly is_site: boolean;
}

/** What of the text prettier has to lay out, by offsets; all else stands as prettier would have it. */
export interface Rough {
  readonly start: number;
  readonly end: number;
  readonly depth: number;
  /**
   * `statement`: a whole one; `head`: all up to the `{` of a block (or its `{}`); `else`: a head that begins with the `}`
   * before it. In a class: `member` and `member head`.
   */
  readonly kind: "statement" | "head" | "else" | "member" | "member head";
}

/** Where something began to be written. */
export interface Place {
  readonly offset: number;
  readonly chunk: number;
  readonly line: number;
  readonly column: number;
  readonly mark: number;
}

/** Where a text begins, and how far the lines are indented that it breaks into. */
export interface Start {
  readonly column: number;
  readonly indentation: number;
}

/** What was written and taken back. */
export interface Tail {
  readonly chunks: readonly string[];
  readonly marks: readonly Mark[];
  readonly length: number;
  readonly line: number;
  readonly column: number;
}

/** Only ever appends; `text()` joins once. A blank line is written with what stands behind it. */
export class Writer {
  readonly marks: Mark[] = [];
  readonly rough: Rough[] = [];
  private readonly chunks: string[] = [];
  private readonly keeps_marks: boolean;
  private depth = 0;
  private line = 0;
  private column = 0;
  private length = 0;
  private at_line_start = true;
  private has_blank = false;
  /** Nothing was written yet in this file, or behind this opening bracket. */
  private at_opening = true;

  constructor(keeps_marks: boolean) {
    this.keeps_marks = keeps_marks;
  }

  /** Writes text without line ends. */
  write(text: string): void {
    if (this.at_line_start) this.indent();
    this.push(text);
    this.column += text.length;
  }

  /** Writes text as it is, line ends included: no indentation is added to its lines. */
  raw(text: string): void {
    const last = text.lastIndexOf("\n");
    this.write(text);
    if (last < 0) return;
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.line++;
    this.column = text.length - last - 1;
  }

  /** Ends the line; one that is empty becomes a blank line, unless there is one, or nothing to part. */
  newline(): void {
    if (this.at_line_start) {
      this.has_blank = true;
      return;
    }
    this.push("\n");
    this.line++;
    this.column = 0;
    this.at_line_start = true;
  }

  /** What `body` writes, behind an opening bracket and before its closing one, stands one level deeper. */
  indented(body: () => void, is_closed = true): void {
    this.depth++;
    this.at_opening = true;
    body();
    this.depth--;
    this.at_opening = false;
    if (is_closed) this.has_blank = false;
  }

  /** The place of what is written next. */
  begin(): Place {
    if (this.at_line_start) this.indent();
    const { length: offset, chunks, marks, line, column } = this;
    return { offset, chunk: chunks.length, line, column, mark: marks.length };
  }

  /** The place of the character that was written last, which began a line. */
  begin_at_last(): Place {
    const { offset, chunk, ...place } = this.begin();
    return { ...place, offset: offset - 1, chunk: chunk - 1 };
  }

  /** Takes back what was written since then, in a line that has not ended. */
  rewind(to: Place): Tail {
    const { length, line, column } = this;
    this.length = to.offset;
    this.line = to.line;
    this.column = to.column;
    this.at_line_start = false;
    return {
      chunks: this.chunks.splice(to.chunk),
      marks: this.marks.splice(to.mark),
      length,
      line,
      column,
    };
  }

  /** Puts back, at the place where it was taken. */
  restore({ chunks, marks, length, line, column }: Tail): void {
    for (const chunk of chunks) this.chunks.push(chunk);
    for (const mark of marks) this.marks.push(mark);
    this.length = length;
    this.line = line;
    this.column = column;
    this.at_line_start = false;
  }

  /** Whether the line has room for a text. */
  has_room(text: string): boolean {
    const width = NOT_ASCII.test(text) ? text.length * 2 : text.length;
    return this.column + width <= PRINT_WIDTH;
  }

  /** Whether what was written since then is one line, with room for some more. */
  fits(since: Place, more = 0): boolean {
    const width = this.column + more;
    if (this.line !== since.line || width > PRINT_WIDTH) return false;
    if (width * 2 <= PRINT_WIDTH) return true;
    // a character may be as wide as two
    const text = this.chunks.slice(since.chunk).join("");
    return (
      !NOT_ASCII.test(text) || width + (text.match(EACH_NOT_ASCII) ?? []).length <= PRINT_WIDTH
    );
  }

  is_one_line(since: Place): boolean {
    return this.line === since.line;
  }

  /** Whether the first and the last of several lines that were written since then fit. */
  fits_at_ends(since: Place): boolean {
    const { chunks } = this;
    if (this.is_one_line(since)) return false;
    let first = "";
    for (let at = since.chunk; at < chunks.length && !first.includes("\n"); at++)
      first += chunks[at] ?? "";
    let last = "";
    for (let at = chunks.length - 1; at >= since.chunk && !last.includes("\n"); at--)
      last = (chunks[at] ?? "") + last;
    const head = first.slice(0, first.indexOf("\n"));
    const tail = last.slice(last.lastIndexOf("\n") + 1);
    return (
      since.column + head.length <= PRINT_WIDTH &&
      tail.length <= PRINT_WIDTH &&
      !NOT_ASCII.test(head) &&
      !NOT_ASCII.test(tail)
    );
  }

  /** Whether each character written since then is as wide as one. */
  is_even(since: Place): boolean {
    return !NOT_ASCII.test(this.chunks.slice(since.chunk).join(""));
  }

  /** Puts a text in place of what was written since then; the result tells whether there is one. */
  settle(since: Place, text: (start: Start) => string | null): boolean {
    // where the pieces of a text end up is only known of what is written here
    if (this.keeps_marks) return false;
    const laid_out = text({ column: since.column, indentation: this.depth * 2 });
    if (laid_out === null) return false;
    this.rewind(since);
    this.forget_rough(since);
    this.raw(laid_out);
    return true;
  }

  /** Prettier is to lay out what was written since then. */
  leave(since: Place, kind: Rough["kind"]): void {
    const { rough, length, depth } = this;
    this.forget_rough(since);
    rough.push({ start: since.offset, end: length, depth, kind });
  }

  private forget_rough(since: Place): void {
    const { rough } = this;
    while ((rough.at(-1)?.start ?? -1) >= since.offset) rough.pop();
  }

  /** The next character comes from this text. */
  mark(origin: Span, is_site = false): void {
    if (!this.keeps_marks) return;
    if (this.at_line_start) this.indent();
    this.marks.push({ line: this.line, column: this.column, origin, is_site });
  }

  text(): string {
    return this.chunks.join("");
  }

  private indent(): void {
    if (this.has_blank && !this.at_opening) {
      this.push("\n");
      this.line++;
    }
    this.has_blank = false;
    this.at_opening = false;
    this.at_line_start = false;
    if (this.depth === 0) return;
    this.push("  ".repeat(this.depth));
    this.column = this.depth * 2;
  }

  private push(text: string): void {
    this.chunks.push(text);
    this.length += text.length;
  }
}

// eslint-disable-next-line no-control-regex
const NOT_ASCII = /[^\0-\x7f]/;

// eslint-disable-next-line no-control-regex
const EACH_NOT_ASCII = /[^\0-\x7f]/g;

/** Prettier's default, as most TypeScript is laid out. */
export const PRINT_WIDTH = 80;
