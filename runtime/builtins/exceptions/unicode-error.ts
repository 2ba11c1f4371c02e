// What encoding and decoding raise: the codec, the object and the range that did not fit.
import type { Dynamic } from "../dynamic.ts";
import { escape_code } from "../text/quote.ts";
import { ValueError } from "./hierarchy.ts";

export class UnicodeError extends ValueError {
  static override readonly __name__: string = "UnicodeError";
  static override readonly __module__: string = "builtins";
}

/** `UnicodeDecodeError(encoding, bytes, start, end, reason)`. */
export class UnicodeDecodeError extends UnicodeError {
  static override readonly __name__: string = "UnicodeDecodeError";
  static override readonly __module__: string = "builtins";

  encoding: Dynamic;
  object: Dynamic;
  start: Dynamic;
  end: Dynamic;
  reason: Dynamic;

  constructor(...args: readonly Dynamic[]) {
    super(...args);
    [this.encoding, this.object, this.start, this.end, this.reason] = args;
  }

  override __str__(): string {
    const range = at(this.start, this.end);
    if (this.end !== this.start + 1) {
      return `'${this.encoding}' codec can't decode bytes in ${range}: ${this.reason}`;
    }
    const byte = Number(this.object[this.start]).toString(16).padStart(2, "0");
    return `'${this.encoding}' codec can't decode byte 0x${byte} in ${range}: ${this.reason}`;
  }
}

/** `UnicodeEncodeError(encoding, text, start, end, reason)`; positions count code points. */
export class UnicodeEncodeError extends UnicodeError {
  static override readonly __name__: string = "UnicodeEncodeError";
  static override readonly __module__: string = "builtins";

  encoding: Dynamic;
  object: Dynamic;
  start: Dynamic;
  end: Dynamic;
  reason: Dynamic;

  constructor(...args: readonly Dynamic[]) {
    super(...args);
    [this.encoding, this.object, this.start, this.end, this.reason] = args;
  }

  override __str__(): string {
    const range = at(this.start, this.end);
    if (this.end !== this.start + 1) {
      return `'${this.encoding}' codec can't encode characters in ${range}: ${this.reason}`;
    }
    return `'${this.encoding}' codec can't encode character ${character(this.object, this.start)} in ${range}: ${this.reason}`;
  }
}

/** `UnicodeTranslateError(text, start, end, reason)`. */
export class UnicodeTranslateError extends UnicodeError {
  static override readonly __name__: string = "UnicodeTranslateError";
  static override readonly __module__: string = "builtins";

  object: Dynamic;
  start: Dynamic;
  end: Dynamic;
  reason: Dynamic;

  constructor(...args: readonly Dynamic[]) {
    super(...args);
    [this.object, this.start, this.end, this.reason] = args;
  }

  override __str__(): string {
    const range = at(this.start, this.end);
    if (this.end !== this.start + 1)
      return `can't translate characters in ${range}: ${this.reason}`;
    return `can't translate character ${character(this.object, this.start)} in ${range}: ${this.reason}`;
  }
}

function at(start: number, end: number): string {
  return end === start + 1 ? `position ${start}` : `position ${start}-${end - 1}`;
}

function character(text: string, index: number): string {
  const code = Array.from(text)[index]?.codePointAt(0) ?? 0;
  return `'${escape_code(code)}'`;
}
