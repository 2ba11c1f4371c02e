// Files of the operating system, synchronously: the only place that opens, reads and writes them.
import {
  closeSync,
  fstatSync,
  ftruncateSync,
  fsyncSync,
  openSync,
  readSync,
  writeSync,
} from "node:fs";
import { isatty } from "node:tty";

const RETRY_MS = 1;

/** Opens a path as `open(2)` does with Node's flags (`r`, `wx`, `a+`). Throws Node's error with its `code`. */
export function open_file(path: string | Uint8Array, flags: string): number {
  return openSync(typeof path === "string" ? path : Buffer.from(path), flags);
}

export function close_file(descriptor: number): void {
  closeSync(descriptor);
}

/** Up to so many bytes from the current position, or from the one given; empty at the end. */
export function read_file(descriptor: number, count: number, position: number | null): Uint8Array {
  const bytes = new Uint8Array(count);
  const read = read_blocking(() => readSync(descriptor, bytes, 0, count, position));
  return bytes.subarray(0, read);
}

/** Writes all of it. */
export function write_file(descriptor: number, bytes: Uint8Array, position: number | null): void {
  for (let done = 0; done < bytes.length;) {
    const start = done;
    const at = position === null ? null : position + start;
    done += read_blocking(() => writeSync(descriptor, bytes, start, bytes.length - start, at));
  }
}

export function file_size(descriptor: number): number {
  return fstatSync(descriptor).size;
}

export function is_directory(descriptor: number): boolean {
  return fstatSync(descriptor).isDirectory();
}

/** Whether positions mean something: pipes, terminals and character devices have none. */
export function is_seekable(descriptor: number): boolean {
  const status = fstatSync(descriptor);
  return status.isFile() || status.isBlockDevice();
}

export function truncate_file(descriptor: number, size: number): void {
  ftruncateSync(descriptor, size);
}

export function sync_file(descriptor: number): void {
  fsyncSync(descriptor);
}

export function is_terminal_file(descriptor: number): boolean {
  return isatty(descriptor);
}

/** Repeats a call while the descriptor, switched to non-blocking by somebody, has nothing yet. */
export function read_blocking(call: () => number): number {
  for (;;) {
    try {
      return call();
    } catch (error) {
      if (error instanceof Error && "code" in error) {
        if (error.code === "EOF") return 0; // a closed terminal on Windows
        if (error.code === "EAGAIN") {
          Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS);
          continue;
        }
      }
      throw error;
    }
  }
}
