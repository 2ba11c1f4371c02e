// Files of the operating system, synchronously: the only place that opens, reads and writes them.
import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  writeSync,
} from "node:fs";

export { is_terminal as is_terminal_file } from "./terminal.ts";

const RETRY_MS = 1;

export interface OpenFlags {
  readonly is_readable: boolean;
  readonly is_writable: boolean;
  /** Makes the file where it is missing. */
  readonly creates: boolean;
  /** Fails where the file exists. */
  readonly is_exclusive: boolean;
  readonly truncates: boolean;
  readonly appends: boolean;
}

/** Opens a path and gives its descriptor. Throws Node's error with its `code` (`EISDIR` for folders too). */
export function open_file(path: string | Uint8Array, flags: OpenFlags): number {
  const access = flags.is_writable
    ? flags.is_readable
      ? constants.O_RDWR
      : constants.O_WRONLY
    : constants.O_RDONLY;
  return openSync(
    typeof path === "string" ? path : Buffer.from(path),
    access |
      (flags.creates ? constants.O_CREAT : 0) |
      (flags.is_exclusive ? constants.O_EXCL : 0) |
      (flags.truncates ? constants.O_TRUNC : 0) |
      (flags.appends ? constants.O_APPEND : 0),
    0o666,
  );
}

export function close_file(descriptor: number): void {
  closeSync(descriptor);
}

/** Up to so many bytes from a position, or from where the descriptor is; empty at the end. */
export function read_file(descriptor: number, count: number, position: number | null): Uint8Array {
  const bytes = new Uint8Array(count);
  return bytes.subarray(
    0,
    blocking(() => readSync(descriptor, bytes, 0, count, position)),
  );
}

/** Writes all of it. */
export function write_file(descriptor: number, bytes: Uint8Array, position: number | null): void {
  for (let done = 0; done < bytes.length;) {
    const start = done;
    const at = position === null ? null : position + start;
    done += blocking(() => writeSync(descriptor, bytes, start, bytes.length - start, at));
  }
}

export function file_size(descriptor: number): number {
  return fstatSync(descriptor).size;
}

export function is_directory(descriptor: number): boolean {
  return fstatSync(descriptor).isDirectory();
}

/** Whether positions mean something: pipes, terminals and character devices have none. */
export function has_positions(descriptor: number): boolean {
  const status = fstatSync(descriptor);
  return status.isFile() || status.isBlockDevice();
}

export function truncate_file(descriptor: number, size: number): void {
  ftruncateSync(descriptor, size);
}

export function sync_file(descriptor: number): void {
  fsyncSync(descriptor);
}

/** What ends lines in text files of this system. */
export function line_separator(): string {
  return process.platform === "win32" ? "\r\n" : "\n";
}

/** Repeats a call while the descriptor, which somebody switched to non-blocking, is not ready. */
function blocking(call: () => number): number {
  for (;;) {
    try {
      return call();
    } catch (error) {
      if (!(error instanceof Error && "code" in error)) throw error;
      if (error.code === "EOF") return 0; // a closed terminal on Windows
      if (error.code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS);
    }
  }
}
