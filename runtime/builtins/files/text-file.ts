// What open() gives for text: decoded lines, with the line ends that were asked for.
import type { Dynamic } from "../dynamic.ts";
import { OSError, StopIteration, TypeError } from "../exceptions/index.ts";
import type { int } from "../int.ts";
import { iter } from "../iteration/iter.ts";
import { plain } from "../primitive.ts";
import { repr } from "../representation.ts";
import { decode } from "../text/codecs/decode.ts";
import { encode } from "../text/codecs/encode.ts";
import { require_position } from "../sequences/index-value.ts";
import { type_name } from "../type-name.ts";
import { is_terminal_file, line_separator } from "../../platform/files.ts";
import { BinaryFile } from "./binary-file.ts";
import type { Descriptor } from "./descriptor.ts";
import { line_end, starts_within_line, type Newline } from "./newlines.ts";
import { UnsupportedOperation } from "./unsupported.ts";

export interface TextOptions {
  readonly encoding: string;
  readonly errors: string;
  readonly newline: Newline;
}

/**
 * States: open → closed. Bytes are decoded in pieces that end with a line, so that no character is cut; encodings in
 * which a line end is more than the byte 10 are decoded whole.
 */
export class TextFile implements IterableIterator<string> {
  static readonly __name__: string = "TextIOWrapper";
  static readonly __module__: string = "_io";

  readonly name: Dynamic;
  readonly mode: string;
  readonly encoding: string;
  readonly errors: string;
  readonly line_buffering = false;
  private readonly descriptor: Descriptor;
  private readonly newline: Newline;
  /** Decoded, and not yet asked for. */
  private pending = "";
  private is_iterating = false;

  constructor(descriptor: Descriptor, name: Dynamic, mode: string, options: TextOptions) {
    this.descriptor = descriptor;
    this.name = name;
    this.mode = mode;
    this.encoding = options.encoding;
    this.errors = options.errors;
    this.newline = options.newline;
  }

  get closed(): boolean {
    return this.descriptor.is_closed;
  }

  /** The file of bytes underneath. */
  get buffer(): BinaryFile {
    return new BinaryFile(this.descriptor, this.name, `${this.mode.replace("t", "")}b`);
  }

  /** `f.read(size)`: so many characters, or all that is left. */
  read(size: int | null = -1): string {
    this.check_readable();
    const count = size ?? -1;
    if (count < 0) {
      const text = this.pending + this.decoded(this.descriptor.read(-1));
      this.pending = "";
      return text;
    }
    let end = units(this.pending, count);
    while (end === null && this.fetch()) end = units(this.pending, count);
    return this.take(end ?? this.pending.length);
  }

  readline(size: int = -1): string {
    this.check_readable();
    const limit = require_position(size);
    let searched = 0;
    for (;;) {
      const end = line_end(this.pending, searched, this.newline);
      if (end > 0) return this.take(limited(this.pending, end, limit));
      searched = starts_within_line(this.pending, this.newline);
      if (!this.fetch()) return this.take(limited(this.pending, this.pending.length, limit));
    }
  }

  /** All lines, or enough of them to pass the hint. */
  readlines(hint: int | null = -1): string[] {
    const lines: string[] = [];
    let size = 0;
    for (let line = this.readline(); line !== ""; line = this.readline()) {
      lines.push(line);
      size += line.length;
      if (hint !== null && hint > 0 && size >= hint) break;
    }
    return lines;
  }

  /** Writes text; its length in characters. */
  write(text: string): int {
    const value = plain(text);
    if (typeof value !== "string")
      throw new TypeError(`write() argument must be str, not ${type_name(text)}`);
    this.check_writable("not writable");
    // As in CPython, what was read ahead counts as read: writing goes on behind it.
    this.pending = "";
    this.descriptor.forget_ahead();
    this.descriptor.write(encode(this.with_line_ends(value), this.encoding, this.errors));
    return Array.from(value).length;
  }

  writelines(lines: Iterable<string>): void {
    this.descriptor.check_open();
    for (const line of iter(lines)) this.write(line);
  }

  seek(offset: int, whence: int = 0): int {
    this.descriptor.check_open();
    if (whence !== 0 && offset !== 0)
      throw new UnsupportedOperation(
        `can't do nonzero ${whence === 1 ? "cur" : "end"}-relative seeks`,
      );
    const target = whence === 1 ? this.position() : offset;
    this.pending = "";
    this.is_iterating = false;
    return this.descriptor.seek(target, whence === 2 ? 2 : 0);
  }

  tell(): int {
    this.descriptor.check_open();
    if (this.is_iterating) throw new OSError("telling position disabled by next() call");
    return this.position();
  }

  truncate(size: int | null = null): int {
    this.check_writable("truncate");
    const length = size ?? this.position();
    this.descriptor.truncate(length);
    return length;
  }

  flush(): void {
    this.descriptor.check_open();
  }

  close(): void {
    this.descriptor.close();
  }

  fileno(): int {
    this.descriptor.check_open("I/O operation on closed file");
    return this.descriptor.number;
  }

  isatty(): boolean {
    this.descriptor.check_open("I/O operation on closed file");
    return is_terminal_file(this.descriptor.number);
  }

  readable(): boolean {
    this.descriptor.check_open("I/O operation on closed file");
    return this.descriptor.mode.is_readable;
  }

  writable(): boolean {
    this.descriptor.check_open("I/O operation on closed file");
    return this.descriptor.mode.is_writable;
  }

  seekable(): boolean {
    this.descriptor.check_open("I/O operation on closed file");
    return this.descriptor.is_seekable;
  }

  [Symbol.iterator](): this {
    this.descriptor.check_open();
    return this;
  }

  next(): IteratorResult<string, undefined> {
    const line = this.readline();
    this.is_iterating = line !== "";
    return line === "" ? { value: undefined, done: true } : { value: line, done: false };
  }

  __next__(): string {
    const line = this.next();
    if (line.done) throw new StopIteration();
    return line.value;
  }

  __enter__(): this {
    this.descriptor.check_open();
    return this;
  }

  __exit__(..._details: readonly Dynamic[]): void {
    this.close();
  }

  __repr__(): string {
    return `<_io.TextIOWrapper name=${repr(this.name)} mode='${this.mode}' encoding='${this.encoding}'>`;
  }

  private check_readable(): void {
    this.descriptor.check_open();
    if (!this.descriptor.mode.is_readable) throw new UnsupportedOperation("not readable");
  }

  private check_writable(refused: string): void {
    this.descriptor.check_open();
    if (!this.descriptor.mode.is_writable) throw new UnsupportedOperation(refused);
  }

  private take(end: number): string {
    const text = this.pending.slice(0, end);
    this.pending = this.pending.slice(end);
    return text;
  }

  /** Decodes more; false at the end. */
  private fetch(): boolean {
    const bytes = is_wide(this.encoding) ? this.descriptor.read(-1) : this.descriptor.read_lines();
    if (bytes.length === 0) return false;
    this.pending += this.decoded(bytes);
    return true;
  }

  private decoded(bytes: Uint8Array): string {
    const text = decode(bytes, this.encoding, this.errors);
    return this.newline === null ? text.replace(/\r\n?/g, "\n") : text;
  }

  private with_line_ends(text: string): string {
    const end = this.newline === null ? line_separator() : this.newline;
    return end === "" || end === "\n" ? text : text.replaceAll("\n", end);
  }

  /** The position of the first character that was not asked for yet. */
  private position(): number {
    if (this.pending === "") return this.descriptor.tell();
    return this.descriptor.tell() - encode(this.pending, this.encoding, this.errors).length;
  }
}

/** The end of so many characters in UTF-16 units; `null` when there are fewer. */
function units(text: string, count: number): number | null {
  let end = 0;
  for (let taken = 0; taken < count; taken++) {
    const character = text.codePointAt(end);
    if (character === undefined) return null;
    end += character > 0xffff ? 2 : 1;
  }
  return end;
}

function limited(text: string, end: number, limit: number): number {
  return limit < 0 ? end : Math.min(end, units(text, limit) ?? end);
}

function is_wide(encoding: string): boolean {
  return /^utf[-_]?(?:16|32)/i.test(encoding);
}
