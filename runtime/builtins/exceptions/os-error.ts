// OSError and the classes that its error numbers stand for.
import type { Dynamic } from "../dynamic.ts";
import { integer_value } from "../numbers/kinds.ts";
import { Tuple } from "../tuple.ts";
import { repr, text_of } from "../representation.ts";
import { Exception } from "./hierarchy.ts";

/**
 * `OSError(errno, strerror, filename, winerror, filename2)`. With an error number that has a class of its own,
 * `new OSError(…)` makes an instance of that class, as in Python.
 */
export class OSError extends Exception {
  static override readonly __name__: string = "OSError";
  static override readonly __module__: string = "builtins";

  errno: Dynamic = null;
  strerror: Dynamic = null;
  filename: Dynamic = null;
  filename2: Dynamic = null;

  constructor(...args: readonly Dynamic[]) {
    const is_system = args.length >= 2 && args.length <= 5;
    const type = is_system && new.target === OSError ? class_of_errno(args[0]) : null;
    if (type !== null) {
      // oxlint-disable-next-line no-constructor-return -- Python's OSError makes the subclass of the number
      return new type(...args);
    }
    super(...(is_system ? args.slice(0, 2) : args));
    if (!is_system) return;
    this.errno = args[0];
    this.strerror = args[1];
    this.filename = args[2] ?? null;
    this.filename2 = args[4] ?? null;
  }

  override __str__(): string {
    if (this.errno === null && this.strerror === null) return super.__str__();
    const head = `[Errno ${text_of(this.errno)}] ${text_of(this.strerror)}`;
    if (this.filename === null) return head;
    const second = this.filename2 === null ? "" : ` -> ${repr(this.filename2)}`;
    return `${head}: ${repr(this.filename)}${second}`;
  }
}

export class BlockingIOError extends OSError {
  static override readonly __name__: string = "BlockingIOError";
  static override readonly __module__: string = "builtins";
  declare characters_written?: number;

  constructor(...args: readonly Dynamic[]) {
    super(...args);
    const [, , written] = args;
    if (args.length !== 3 || integer_value(written) === null) return;
    this.characters_written = written;
    this.filename = null;
    this.args = Tuple.from_iterable(args);
  }
}

export class ChildProcessError extends OSError {
  static override readonly __name__: string = "ChildProcessError";
  static override readonly __module__: string = "builtins";
}

export class ConnectionError extends OSError {
  static override readonly __name__: string = "ConnectionError";
  static override readonly __module__: string = "builtins";
}

export class BrokenPipeError extends ConnectionError {
  static override readonly __name__: string = "BrokenPipeError";
  static override readonly __module__: string = "builtins";
}

export class ConnectionAbortedError extends ConnectionError {
  static override readonly __name__: string = "ConnectionAbortedError";
  static override readonly __module__: string = "builtins";
}

export class ConnectionRefusedError extends ConnectionError {
  static override readonly __name__: string = "ConnectionRefusedError";
  static override readonly __module__: string = "builtins";
}

export class ConnectionResetError extends ConnectionError {
  static override readonly __name__: string = "ConnectionResetError";
  static override readonly __module__: string = "builtins";
}

export class FileExistsError extends OSError {
  static override readonly __name__: string = "FileExistsError";
  static override readonly __module__: string = "builtins";
}

export class FileNotFoundError extends OSError {
  static override readonly __name__: string = "FileNotFoundError";
  static override readonly __module__: string = "builtins";
}

export class InterruptedError extends OSError {
  static override readonly __name__: string = "InterruptedError";
  static override readonly __module__: string = "builtins";
}

export class IsADirectoryError extends OSError {
  static override readonly __name__: string = "IsADirectoryError";
  static override readonly __module__: string = "builtins";
}

export class NotADirectoryError extends OSError {
  static override readonly __name__: string = "NotADirectoryError";
  static override readonly __module__: string = "builtins";
}

export class PermissionError extends OSError {
  static override readonly __name__: string = "PermissionError";
  static override readonly __module__: string = "builtins";
}

export class ProcessLookupError extends OSError {
  static override readonly __name__: string = "ProcessLookupError";
  static override readonly __module__: string = "builtins";
}

export class TimeoutError extends OSError {
  static override readonly __name__: string = "TimeoutError";
  static override readonly __module__: string = "builtins";
}

/** The class for an error number, or `null` where plain OSError stands for it. */
function class_of_errno(number: unknown): typeof OSError | null {
  switch (number) {
    case 1:
    case 13:
      return PermissionError;
    case 2:
      return FileNotFoundError;
    case 3:
      return ProcessLookupError;
    case 4:
      return InterruptedError;
    case 10:
      return ChildProcessError;
    case 11:
    case 114:
    case 115:
      return BlockingIOError;
    case 17:
      return FileExistsError;
    case 20:
      return NotADirectoryError;
    case 21:
      return IsADirectoryError;
    case 32:
    case 108:
      return BrokenPipeError;
    case 103:
      return ConnectionAbortedError;
    case 104:
      return ConnectionResetError;
    case 110:
      return TimeoutError;
    case 111:
      return ConnectionRefusedError;
    default:
      return null;
  }
}
