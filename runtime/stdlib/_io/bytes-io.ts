// io.BytesIO: a file of bytes in memory.
import { Bytes } from "../../builtins/bytes/bytes.ts";
import { require_bytes } from "../../builtins/bytes/like.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { ValueError } from "../../builtins/exceptions/index.ts";
import type { int } from "../../builtins/int.ts";
import { MemoryFile, sought } from "./memory-base.ts";

const LINE_END = 10;
const SMALLEST = 64;

export class BytesIO extends MemoryFile<Bytes> {
  static readonly __name__: string = "BytesIO";
  static readonly __module__: string = "_io";

  #data: Uint8Array;
  #size = 0;
  #position = 0;

  constructor(initial_bytes: Dynamic = new Bytes(0)) {
    super();
    this.#data = Uint8Array.from(initial_bytes === null ? [] : require_bytes(initial_bytes));
    this.#size = this.#data.length;
  }

  /** All that was written, wherever the position is. */
  getvalue(): Bytes {
    this.check_open();
    return this.#slice(0, this.#size);
  }

  read(size: int | null = -1): Bytes {
    this.check_open();
    const start = Math.min(this.#position, this.#size);
    const end = size === null || size < 0 ? this.#size : Math.min(this.#size, start + size);
    if (end > start) this.#position = end;
    return this.#slice(start, end);
  }

  read1(size: int | null = -1): Bytes {
    return this.read(size);
  }

  /** Fills a bytearray; how many bytes there were. */
  readinto(buffer: Dynamic): int {
    const view = require_bytes(buffer);
    const bytes = this.read(view.length);
    view.set(bytes);
    return bytes.length;
  }

  override readline(size: int | null = -1): Bytes {
    this.check_open();
    if (this.#position >= this.#size) return new Bytes(0);
    const found = this.#data.indexOf(LINE_END, this.#position);
    const end = found < 0 || found >= this.#size ? this.#size : found + 1;
    const length = end - this.#position;
    return this.read(size === null || size < 0 ? length : Math.min(size, length));
  }

  /** Writes over what stands at the position; how many bytes. */
  override write(data: Dynamic): int {
    this.check_open();
    const bytes = require_bytes(data);
    if (bytes.length === 0) return 0;
    const end = this.#position + bytes.length;
    this.#reserve(end);
    if (this.#position > this.#size) this.#data.fill(0, this.#size, this.#position);
    this.#data.set(bytes, this.#position);
    this.#size = Math.max(this.#size, end);
    this.#position = end;
    return bytes.length;
  }

  seek(offset: int, whence: int = 0): int {
    this.check_open();
    if (whence < 0 || whence > 2)
      throw new ValueError(`invalid whence (${whence}, should be 0, 1 or 2)`);
    if (whence === 0 && offset < 0) throw new ValueError(`negative seek value ${offset}`);
    return (this.#position = sought(offset, whence, this.#position, this.#size));
  }

  tell(): int {
    this.check_open();
    return this.#position;
  }

  truncate(size: int | null = null): int {
    this.check_open();
    const length = size ?? this.#position;
    if (length < 0) throw new ValueError(`negative size value ${length}`);
    this.#size = Math.min(this.#size, length);
    return length;
  }

  #reserve(size: number): void {
    if (size <= this.#data.length) return;
    const larger = new Uint8Array(Math.max(size, 2 * this.#data.length, SMALLEST));
    larger.set(this.#data.subarray(0, this.#size));
    this.#data = larger;
  }

  #slice(start: number, end: number): Bytes {
    return new Bytes(this.#data.slice(start, Math.max(start, end)));
  }
}
