// What open(…, "rb") and the like give: a file of bytes.
import { Bytes } from "../bytes/bytes.ts";
import { require_bytes } from "../bytes/like.ts";
import type { Dynamic } from "../dynamic.ts";
import { StopIteration } from "../exceptions/index.ts";
import type { int } from "../int.ts";
import { iter } from "../iteration/iter.ts";
import { repr } from "../representation.ts";
import { is_terminal_file } from "../../platform/files.ts";
import type { Descriptor } from "./descriptor.ts";
import { UnsupportedOperation } from "./unsupported.ts";

/** States: open → closed. ValueError for everything but `close` on a closed file. */
export class BinaryFile implements IterableIterator<Bytes> {
  static readonly __name__: string = "BufferedReader";
  static readonly __module__: string = "_io";

  readonly name: Dynamic;
  readonly mode: string;
  protected readonly descriptor: Descriptor;

  constructor(descriptor: Descriptor, name: Dynamic, mode: string) {
    this.descriptor = descriptor;
    this.name = name;
    this.mode = mode;
  }

  get closed(): boolean {
    return this.descriptor.is_closed;
  }

  /** `f.read(size)`: all that is left without a size. */
  read(size: int | null = -1): Bytes {
    this.check_readable("read");
    return as_bytes(this.descriptor.read(size ?? -1));
  }

  read1(size: int = -1): Bytes {
    this.check_readable("read", "read1");
    return as_bytes(this.descriptor.read_some(size));
  }

  /** Fills a bytearray; how many bytes there were. */
  readinto(target: Dynamic): int {
    this.check_readable("readinto");
    const view = require_bytes(target);
    const bytes = this.descriptor.read(view.length);
    view.set(bytes);
    return bytes.length;
  }

  readline(size: int | null = -1): Bytes {
    if (size === 0) return as_bytes(new Uint8Array(0));
    this.check_readable("readline");
    return as_bytes(this.descriptor.read_line(size ?? -1));
  }

  /** All lines, or enough of them to pass the hint. */
  readlines(hint: int | null = -1): Bytes[] {
    this.descriptor.check_open();
    const lines: Bytes[] = [];
    let size = 0;
    for (let line = this.readline(); line.length > 0; line = this.readline()) {
      lines.push(line);
      size += line.length;
      if (hint !== null && hint > 0 && size >= hint) break;
    }
    return lines;
  }

  peek(_size: int = 0): Bytes {
    this.check_readable("peek");
    return as_bytes(this.descriptor.peek());
  }

  write(data: Dynamic): int {
    if (!this.descriptor.mode.is_writable) throw new UnsupportedOperation("write");
    const bytes = require_bytes(data);
    this.descriptor.check_open("write to closed file");
    this.descriptor.write(bytes);
    return bytes.length;
  }

  writelines(lines: Iterable<Dynamic>): void {
    this.descriptor.check_open();
    for (const line of iter(lines)) this.write(line);
  }

  seek(offset: int, whence: int = 0): int {
    this.descriptor.check_open("seek of closed file");
    return this.descriptor.seek(offset, whence);
  }

  tell(): int {
    this.descriptor.check_open(CLOSED);
    return this.descriptor.tell();
  }

  truncate(size: int | null = null): int {
    this.descriptor.check_open("truncate of closed file");
    if (!this.descriptor.mode.is_writable) throw new UnsupportedOperation("truncate");
    const length = size ?? this.descriptor.tell();
    this.descriptor.truncate(length);
    return length;
  }

  flush(): void {
    this.descriptor.check_open(
      this.descriptor.mode.is_writable && !this.descriptor.mode.is_readable
        ? "flush of closed file"
        : undefined,
    );
  }

  close(): void {
    this.descriptor.close();
  }

  fileno(): int {
    this.descriptor.check_open(CLOSED);
    return this.descriptor.number;
  }

  isatty(): boolean {
    this.descriptor.check_open(CLOSED);
    return is_terminal_file(this.descriptor.number);
  }

  readable(): boolean {
    this.descriptor.check_open(CLOSED);
    return this.descriptor.mode.is_readable;
  }

  writable(): boolean {
    this.descriptor.check_open(CLOSED);
    return this.descriptor.mode.is_writable;
  }

  seekable(): boolean {
    this.descriptor.check_open(CLOSED);
    return this.descriptor.is_seekable;
  }

  [Symbol.iterator](): this {
    this.descriptor.check_open();
    return this;
  }

  next(): IteratorResult<Bytes, undefined> {
    const line = this.readline();
    return line.length === 0 ? { value: undefined, done: true } : { value: line, done: false };
  }

  __next__(): Bytes {
    const line = this.readline();
    if (line.length === 0) throw new StopIteration();
    return line;
  }

  __enter__(): this {
    this.descriptor.check_open();
    return this;
  }

  __exit__(..._details: readonly Dynamic[]): void {
    this.close();
  }

  __repr__(): string {
    const { is_readable, is_writable } = this.descriptor.mode;
    const kind = is_readable
      ? is_writable
        ? "BufferedRandom"
        : "BufferedReader"
      : "BufferedWriter";
    return `<_io.${kind} name=${repr(this.name)}>`;
  }

  private check_readable(method: string, refused = "read"): void {
    if (!this.descriptor.mode.is_readable) throw new UnsupportedOperation(refused);
    this.descriptor.check_open(`${method} of closed file`);
  }
}

function as_bytes(view: Uint8Array): Bytes {
  const bytes = new Bytes(view.length);
  bytes.view().set(view);
  return bytes;
}

const CLOSED = "I/O operation on closed file";
