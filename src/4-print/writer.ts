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

/** Only ever appends; `text()` joins once. */
export class Writer {
  readonly marks: Mark[] = [];
  private readonly chunks: string[] = [];
  private readonly keeps_marks: boolean;
  private depth = 0;
  private line = 0;
  private column = 0;
  private at_line_start = true;

  constructor(keeps_marks: boolean) {
    this.keeps_marks = keeps_marks;
  }

  /** Writes text without line ends. */
  write(text: string): void {
    if (this.at_line_start) this.indent();
    this.chunks.push(text);
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

  newline(): void {
    this.chunks.push("\n");
    this.line++;
    this.column = 0;
    this.at_line_start = true;
  }

  /** What `body` writes stands one level deeper. */
  indented(body: () => void): void {
    this.depth++;
    body();
    this.depth--;
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
    this.at_line_start = false;
    if (this.depth === 0) return;
    this.chunks.push("  ".repeat(this.depth));
    this.column = this.depth * 2;
  }
}
