// What StringIO and BytesIO share with files: being open or closed, iterating, managing a context.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { StopIteration, ValueError } from "../../builtins/exceptions/index.ts";
import { UnsupportedOperation } from "../../builtins/files/unsupported.ts";
import { iter } from "../../builtins/iteration/iter.ts";
import type { int } from "../../builtins/int.ts";

/** States: open → closed. ValueError for everything but `close` when it is closed. */
export abstract class MemoryFile<
  T extends { readonly length: number },
> implements IterableIterator<T> {
  #is_closed = false;

  abstract readline(size?: int | null): T;
  abstract write(data: Dynamic): int;

  get closed(): boolean {
    return this.#is_closed;
  }

  close(): void {
    this.#is_closed = true;
  }

  protected check_open(message = "I/O operation on closed file."): void {
    if (this.#is_closed) throw new ValueError(message);
  }

  /** All lines, or enough of them to pass the hint. */
  readlines(hint: int | null = -1): T[] {
    const lines: T[] = [];
    let size = 0;
    for (let line = this.readline(); line.length > 0; line = this.readline()) {
      lines.push(line);
      size += line.length;
      if (hint !== null && hint > 0 && size >= hint) break;
    }
    return lines;
  }

  writelines(lines: Iterable<Dynamic>): void {
    this.check_open();
    for (const line of iter(lines)) this.write(line);
  }

  flush(): void {
    this.check_open();
  }

  isatty(): boolean {
    this.check_open();
    return false;
  }

  readable(): boolean {
    this.check_open();
    return true;
  }

  writable(): boolean {
    this.check_open();
    return true;
  }

  seekable(): boolean {
    this.check_open();
    return true;
  }

  fileno(): int {
    throw new UnsupportedOperation("fileno");
  }

  detach(): never {
    throw new UnsupportedOperation("detach");
  }

  [Symbol.iterator](): this {
    this.check_open();
    return this;
  }

  next(): IteratorResult<T, undefined> {
    const line = this.readline();
    return line.length === 0 ? { value: undefined, done: true } : { value: line, done: false };
  }

  __next__(): T {
    const line = this.next();
    if (line.done === true) throw new StopIteration();
    return line.value;
  }

  __enter__(): this {
    this.check_open();
    return this;
  }

  __exit__(..._details: readonly Dynamic[]): void {
    this.close();
  }
}

/** The place that `seek(offset, whence)` means. ValueError in front of the beginning. */
export function sought(offset: int, whence: int, position: int, size: int): int {
  const from = whence === 1 ? position : whence === 2 ? size : 0;
  return Math.max(0, from + offset);
}
