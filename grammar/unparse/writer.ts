// Lines, indentation and brackets of Python text; comments end their line by themselves.
import type { Comment } from "../ast/trivia.ts";

export class Writer {
  readonly #pieces: string[] = [];
  #level = 0;
  #depth = 0;
  #is_line_empty = true;
  #has_comment = false;
  #is_opened = false;

  /** How many brackets are open: within them a line may end anywhere. */
  get depth(): number {
    return this.#depth;
  }

  /** Whether an opening bracket (or a suite's colon) has just been written. */
  get is_opened(): boolean {
    return this.#is_opened && !this.#has_comment;
  }

  write(text: string): void {
    if (text === "") return;
    if (this.#has_comment) this.line();
    const shown = this.#is_line_empty ? text.trimStart() : text;
    if (this.#is_line_empty) this.#pieces.push("    ".repeat(this.#level));
    this.#is_line_empty = false;
    this.#is_opened = false;
    this.#pieces.push(shown);
  }

  /** Ends the line, unless it is empty. */
  line(): void {
    if (this.#is_line_empty) return;
    const last = this.#pieces.pop() ?? "";
    this.#pieces.push(this.#has_comment ? last : last.trimEnd(), "\n");
    this.#is_line_empty = true;
    this.#has_comment = false;
  }

  blank_line(): void {
    this.line();
    if (this.#pieces.length > 0) this.#pieces.push("\n");
  }

  open(bracket: string): void {
    this.write(bracket);
    this.#depth++;
    this.#level++;
    this.#is_opened = true;
  }

  close(bracket: string): void {
    this.#depth--;
    this.#level--;
    this.write(bracket);
  }

  /** A colon and what stands below it, one level deeper. */
  suite(below: () => void): void {
    this.write(":");
    this.#is_opened = true;
    this.#level++;
    below();
    this.line();
    this.#level--;
  }

  indented(below: () => void): void {
    this.#level++;
    below();
    this.#level--;
  }

  comment({ text, own_line, blank_lines_before }: Comment): void {
    if (own_line || this.#has_comment) {
      this.line();
      if (blank_lines_before > 0 && this.#pieces.length > 0) this.#pieces.push("\n");
    } else if (!this.#is_line_empty) this.#pieces.push("  ");
    if (this.#is_line_empty) this.#pieces.push("    ".repeat(this.#level));
    this.#pieces.push(text);
    this.#is_line_empty = false;
    this.#has_comment = true;
  }

  /** Whether the text since a mark (see `mark`) begins with a brace. */
  begins_with_brace(mark: number): boolean {
    return this.#pieces[mark]?.startsWith("{") === true;
  }

  mark(): number {
    return this.#pieces.length;
  }

  /** Puts a space in front of what was written since the mark. */
  space_at(mark: number): void {
    this.#pieces[mark] = ` ${this.#pieces[mark] ?? ""}`;
  }

  text(): string {
    this.line();
    return this.#pieces.join("");
  }
}
