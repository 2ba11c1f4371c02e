// io.StringIO: a text file in memory.
import { OSError, TypeError, ValueError } from "../../builtins/exceptions/index.ts";
import { line_end, type Newline } from "../../builtins/files/newlines.ts";
import type { int } from "../../builtins/int.ts";
import { plain } from "../../builtins/primitive.ts";
import { repr } from "../../builtins/representation.ts";
import { type_name } from "../../builtins/type-name.ts";
import { MemoryFile, sought } from "./memory-base.ts";

const CLOSED = "I/O operation on closed file";
const NEWLINES: readonly unknown[] = [null, "", "\n", "\r", "\r\n"];

/** Positions count code points. */
export class StringIO extends MemoryFile<string> {
  static readonly __name__: string = "StringIO";
  static readonly __module__: string = "_io";

  readonly encoding = null;
  readonly errors = null;
  readonly line_buffering = false;
  readonly newlines = null;
  readonly #newline: Newline;
  #text = "";
  #position = 0;
  /** The text as code points, where some need two units. */
  #points: string[] | null = null;

  constructor(initial_value: string | null = "", newline: string | null = "\n") {
    super();
    if (!NEWLINES.includes(newline))
      throw new ValueError(`illegal newline value: ${repr(newline)}`);
    this.#newline = newline as Newline;
    const text: unknown = plain(initial_value);
    if (text !== null && typeof text !== "string")
      throw new TypeError(`initial_value must be str or None, not ${type_name(initial_value)}`);
    this.#put(text ?? "");
    this.#position = 0;
  }

  /** All that was written, wherever the position is. */
  getvalue(): string {
    this.check_open(CLOSED);
    return this.#whole();
  }

  read(size: int | null = -1): string {
    this.check_open(CLOSED);
    const start = this.#position;
    const length = this.#length();
    const end = size === null || size < 0 ? length : Math.min(length, start + size);
    if (end <= start) return "";
    this.#position = end;
    return this.#slice(start, end);
  }

  override readline(size: int | null = -1): string {
    this.check_open(CLOSED);
    const rest = this.#slice(this.#position, this.#length());
    if (rest === "") return "";
    const found = line_end(rest, 0, this.#newline);
    const line = found > 0 ? rest.slice(0, found) : rest;
    const points = this.#points === null ? line : Array.from(line);
    const count = size === null || size < 0 ? points.length : Math.min(size, points.length);
    this.#position += count;
    return typeof points === "string" ? points.slice(0, count) : points.slice(0, count).join("");
  }

  /** Writes over what stands at the position; the length in characters. */
  override write(text: string): int {
    this.check_open(CLOSED);
    const value: unknown = plain(text);
    if (typeof value !== "string")
      throw new TypeError(`string argument expected, got '${type_name(text)}'`);
    this.#put(value);
    return is_wide(value) ? Array.from(value).length : value.length;
  }

  seek(offset: int, whence: int = 0): int {
    this.check_open(CLOSED);
    if (whence < 0 || whence > 2)
      throw new ValueError(`Invalid whence (${whence}, should be 0, 1 or 2)`);
    if (whence === 0 && offset < 0) throw new ValueError(`Negative seek position ${offset}`);
    if (whence !== 0 && offset !== 0) throw new OSError("Can't do nonzero cur-relative seeks");
    return (this.#position = sought(offset, whence, this.#position, this.#length()));
  }

  tell(): int {
    this.check_open(CLOSED);
    return this.#position;
  }

  truncate(size: int | null = null): int {
    this.check_open(CLOSED);
    const length = size ?? this.#position;
    if (length < 0) throw new ValueError(`Negative size value ${length}`);
    if (length < this.#length()) this.#set(this.#slice(0, length));
    return length;
  }

  #put(text: string): void {
    const written = this.#translated(text);
    const length = this.#length();
    const gap = "\0".repeat(Math.max(0, this.#position - length));
    const count = is_wide(written) ? Array.from(written).length : written.length;
    const end = this.#position + count;
    if (this.#position >= length && this.#points === null && !is_wide(written)) {
      this.#text += gap + written;
    } else {
      const before = this.#slice(0, this.#position) + gap;
      this.#set(before + written + this.#slice(end, Math.max(end, length)));
    }
    this.#position = end;
  }

  #translated(text: string): string {
    if (this.#newline === null) return text.replaceAll(/\r\n?/g, "\n");
    return this.#newline === "\r" || this.#newline === "\r\n"
      ? text.replaceAll("\n", this.#newline)
      : text;
  }

  #set(text: string): void {
    this.#points = is_wide(text) ? Array.from(text) : null;
    this.#text = this.#points === null ? text : "";
  }

  #whole(): string {
    return this.#points === null ? this.#text : this.#points.join("");
  }

  #length(): number {
    return this.#points?.length ?? this.#text.length;
  }

  #slice(start: number, end: number): string {
    return this.#points === null
      ? this.#text.slice(start, end)
      : this.#points.slice(start, end).join("");
  }
}

function is_wide(text: string): boolean {
  return /[\uD800-\uDFFF]/.test(text);
}
