// asyncio's own exceptions.
import {
  BaseException,
  EOFError,
  Exception,
  RuntimeError,
  TimeoutError,
} from "../builtins/exceptions/index.ts";
import { repr } from "../builtins/representation.ts";

export { TimeoutError };

/** The Future or Task was cancelled. Not an Exception: `except Exception` lets it pass. */
export class CancelledError extends BaseException {
  static override readonly __name__: string = "CancelledError";
  static override readonly __module__: string = "asyncio.exceptions";
}

/** The operation is not allowed in this state of the future. */
export class InvalidStateError extends Exception {
  static override readonly __name__: string = "InvalidStateError";
  static override readonly __module__: string = "asyncio.exceptions";
}

/** `sendfile` is not available for this socket or file. */
export class SendfileNotAvailableError extends RuntimeError {
  static override readonly __name__: string = "SendfileNotAvailableError";
  static override readonly __module__: string = "asyncio.exceptions";
}

/** The stream ended before all expected bytes had come; `partial` holds those that had. */
export class IncompleteReadError extends EOFError {
  static override readonly __name__: string = "IncompleteReadError";
  static override readonly __module__: string = "asyncio.exceptions";
  readonly partial: { readonly length: number };
  readonly expected: number | null;

  constructor(partial: { readonly length: number }, expected: number | null) {
    const wanted = expected === null ? "undefined" : repr(expected);
    super(`${partial.length} bytes read on a total of ${wanted} expected bytes`);
    this.partial = partial;
    this.expected = expected;
  }
}

/** The buffer limit was reached while looking for a separator; `consumed` bytes are of no use any more. */
export class LimitOverrunError extends Exception {
  static override readonly __name__: string = "LimitOverrunError";
  static override readonly __module__: string = "asyncio.exceptions";
  readonly consumed: number;

  constructor(message: string, consumed: number) {
    super(message);
    this.consumed = consumed;
  }
}

/** The barrier was aborted or reset while tasks waited at it. */
export class BrokenBarrierError extends RuntimeError {
  static override readonly __name__: string = "BrokenBarrierError";
  static override readonly __module__: string = "asyncio.exceptions";
}
