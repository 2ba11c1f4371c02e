// SyntaxError and its kinds, with the place in the source that they name.
import type { Dynamic } from "../dynamic.ts";
import { text_of } from "../representation.ts";
import { Exception } from "./hierarchy.ts";

/** `SyntaxError(msg, (filename, lineno, offset, text, end_lineno, end_offset))`. */
export class SyntaxError extends Exception {
  static override readonly __name__: string = "SyntaxError";
  static override readonly __module__: string = "builtins";

  msg: Dynamic;
  filename: Dynamic = null;
  lineno: Dynamic = null;
  offset: Dynamic = null;
  text: Dynamic = null;
  end_lineno: Dynamic = null;
  end_offset: Dynamic = null;

  constructor(...args: readonly Dynamic[]) {
    super(...args);
    this.msg = args[0] ?? null;
    const place: unknown = args[1];
    if (!Array.isArray(place)) return;
    this.filename = place[0] ?? null;
    this.lineno = place[1] ?? null;
    this.offset = place[2] ?? null;
    this.text = place[3] ?? null;
    this.end_lineno = place[4] ?? null;
    this.end_offset = place[5] ?? null;
  }

  override __str__(): string {
    const message = text_of(this.msg);
    const file =
      typeof this.filename === "string"
        ? this.filename.slice(this.filename.lastIndexOf("/") + 1)
        : null;
    if (file !== null && this.lineno !== null) return `${message} (${file}, line ${this.lineno})`;
    if (file !== null) return `${message} (${file})`;
    return this.lineno === null ? message : `${message} (line ${this.lineno})`;
  }
}

export class IndentationError extends SyntaxError {
  static override readonly __name__: string = "IndentationError";
  static override readonly __module__: string = "builtins";
}

export class TabError extends IndentationError {
  static override readonly __name__: string = "TabError";
  static override readonly __module__: string = "builtins";
}
