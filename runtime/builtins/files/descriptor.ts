// An open file as a stream of bytes: position, read-ahead and the checks that every reader and writer needs.
import { as_exception } from "../exceptions/as-exception.ts";
import { IsADirectoryError, OSError, ValueError } from "../exceptions/index.ts";
import {
  close_file,
  file_size,
  has_positions,
  is_directory,
  open_file,
  read_file,
  truncate_file,
  write_file,
} from "../../platform/files.ts";
import type { Mode } from "./mode.ts";

const READ_AHEAD = 8192;
const NEWLINE = 10;
const NOTHING: Uint8Array = new Uint8Array(0);

/**
 * States: open → closed. What is written goes to the operating system at once: files that nobody closes are complete,
 * as they are in CPython when the last reference goes.
 */
export class Descriptor {
  readonly mode: Mode;
  readonly number: number;
  private readonly closes: boolean;
  private is_open = true;
  /** Where the next read or write of the system happens; `null` where there are no positions. */
  private position: number | null;
  /** Read, and not yet asked for. */
  private ahead: Uint8Array = NOTHING;

  constructor(number: number, mode: Mode, options: { closes: boolean; has_positions: boolean }) {
    this.number = number;
    this.mode = mode;
    this.closes = options.closes;
    this.position = options.has_positions ? (mode.action === "a" ? file_size(number) : 0) : null;
  }

  /** Opens a path. OSError of the kind that fits. */
  static open(path: string | Uint8Array, mode: Mode, shown: unknown): Descriptor {
    const { is_readable, is_writable, action } = mode;
    let number: number;
    try {
      number = open_file(path, {
        is_readable,
        is_writable,
        creates: action !== "r",
        is_exclusive: action === "x",
        truncates: action === "w",
        appends: action === "a",
      });
    } catch (error) {
      throw about(as_exception(error), shown);
    }
    if (is_directory(number)) {
      close_file(number);
      throw new IsADirectoryError(21, "Is a directory", shown);
    }
    return new Descriptor(number, mode, { closes: true, has_positions: has_positions(number) });
  }

  get is_closed(): boolean {
    return !this.is_open;
  }

  get is_seekable(): boolean {
    return this.position !== null;
  }

  /** ValueError on a closed file; CPython's words differ from method to method. */
  check_open(message = "I/O operation on closed file."): void {
    if (!this.is_open) throw new ValueError(message);
  }

  /** So many bytes, fewer at the end only; all that is left for a negative count. */
  read(count: number): Uint8Array {
    if (count < 0) return this.read_all();
    while (this.ahead.length < count && this.fetch(count - this.ahead.length));
    return this.take(count);
  }

  /** At least one byte where there is one: what the system has ready, up to so many. */
  read_some(count: number): Uint8Array {
    if (this.ahead.length === 0) this.fetch(1);
    return this.take(count < 0 ? this.ahead.length : count);
  }

  /** Through the next `\n`, but no more than so many bytes when the limit is not negative. */
  read_line(limit: number): Uint8Array {
    let searched = 0;
    for (;;) {
      const end = this.ahead.indexOf(NEWLINE, searched) + 1;
      if (end > 0) return this.take(limit >= 0 && limit < end ? limit : end);
      if (limit >= 0 && this.ahead.length >= limit) return this.take(limit);
      searched = this.ahead.length;
      if (!this.fetch(1)) return this.take(this.ahead.length);
    }
  }

  /** Many whole lines, or what is left: a piece that can be decoded by itself. */
  read_lines(): Uint8Array {
    if (this.ahead.length === 0) this.fetch(READ_AHEAD);
    const end = this.ahead.lastIndexOf(NEWLINE) + 1;
    return end > 0 ? this.take(end) : this.read_line(-1);
  }

  peek(): Uint8Array {
    if (this.ahead.length === 0) this.fetch(1);
    return this.ahead;
  }

  write(bytes: Uint8Array): void {
    this.drop_ahead();
    const at = this.mode.action === "a" ? null : this.position;
    try {
      write_file(this.number, bytes, at);
    } catch (error) {
      throw as_exception(error);
    }
    if (this.position === null) return;
    this.position =
      this.mode.action === "a" ? file_size(this.number) : this.position + bytes.length;
  }

  /** Drops what was read ahead, as if it had been asked for. */
  forget_ahead(): void {
    this.ahead = NOTHING;
  }

  tell(): number {
    if (this.position === null) throw new OSError(29, "Illegal seek");
    return this.position - this.ahead.length;
  }

  /** Moves to an offset from the start (0), from here (1) or from the end (2). */
  seek(offset: number, whence: number): number {
    const base = whence === 0 ? 0 : whence === 1 ? this.tell() : file_size(this.number);
    if (this.position === null) throw new OSError(29, "Illegal seek");
    const target = base + offset;
    if (target < 0) throw new OSError(22, "Invalid argument");
    this.ahead = NOTHING;
    this.position = target;
    return target;
  }

  truncate(size: number): void {
    try {
      truncate_file(this.number, size);
    } catch (error) {
      throw as_exception(error);
    }
  }

  close(): void {
    if (!this.is_open) return;
    this.is_open = false;
    this.ahead = NOTHING;
    if (this.closes) close_file(this.number);
  }

  private read_all(): Uint8Array {
    const pieces = [this.take(this.ahead.length)];
    for (;;) {
      const piece = this.from_system(this.rest_size());
      if (piece.length === 0) return joined(pieces);
      pieces.push(piece);
    }
  }

  /** How much a read of everything should ask for. */
  private rest_size(): number {
    if (this.position === null) return READ_AHEAD;
    return Math.max(READ_AHEAD, file_size(this.number) - this.position + 1);
  }

  private take(count: number): Uint8Array {
    const taken = this.ahead.subarray(0, count);
    this.ahead = this.ahead.subarray(count);
    return taken;
  }

  /** Reads ahead at least one byte; false at the end. */
  private fetch(wanted: number): boolean {
    const piece = this.from_system(Math.max(wanted, READ_AHEAD));
    if (piece.length === 0) return false;
    this.ahead = this.ahead.length === 0 ? piece : joined([this.ahead, piece]);
    return true;
  }

  private from_system(count: number): Uint8Array {
    try {
      const piece = read_file(this.number, count, this.position);
      if (this.position !== null) this.position += piece.length;
      return piece;
    } catch (error) {
      throw as_exception(error);
    }
  }

  /** Writing happens where the reader is, not where the reading ahead has come to. */
  private drop_ahead(): void {
    if (this.position !== null) this.position -= this.ahead.length;
    this.ahead = NOTHING;
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  if (pieces.length === 1) return pieces[0] as Uint8Array;
  const result = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    result.set(piece, at);
    at += piece.length;
  }
  return result;
}

/** The error with the path as the program gave it. */
function about(error: unknown, shown: unknown): unknown {
  if (error instanceof OSError && error.errno !== null)
    return new OSError(error.errno, error.strerror, shown);
  return error;
}
