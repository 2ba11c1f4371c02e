// TracebackException: what is shown of an exception, taken down to be printed later.
import type { Dynamic } from "../../builtins/dynamic.ts";
import type { BaseException } from "../../builtins/exceptions/base.ts";
import { text_of } from "../../builtins/representation.ts";
import { standard_streams } from "../../builtins/standard-streams.ts";
import {
  format_exception,
  format_exception_only,
} from "../../builtins/traceback/format-exception.ts";
import { StackSummary } from "./summaries.ts";
import { lines } from "./lines.ts";

export class TracebackException {
  static readonly __name__: string = "TracebackException";
  static readonly __module__: string = "traceback";

  readonly exc_type: Dynamic;
  readonly stack: StackSummary;
  readonly __cause__: TracebackException | null;
  readonly __context__: TracebackException | null;
  readonly __suppress_context__: boolean;
  readonly #error: BaseException;

  constructor(exc_type: Dynamic, exc_value: BaseException, exc_traceback: Dynamic) {
    const { __cause__, __context__ } = exc_value;
    this.exc_type = exc_type;
    this.stack = StackSummary.of_traceback(exc_traceback);
    this.__cause__ = __cause__ === null ? null : TracebackException.from_exception(__cause__);
    this.__context__ = __context__ === null ? null : TracebackException.from_exception(__context__);
    this.__suppress_context__ = exc_value.__suppress_context__;
    this.#error = exc_value;
  }

  static from_exception(exc: BaseException): TracebackException {
    return new TracebackException(exc.constructor, exc, exc.__traceback__);
  }

  get exc_type_str(): string {
    return this.exc_type.name;
  }

  format({ chain = true }: { chain?: boolean } = {}): string[] {
    return lines(format_exception(this.#error, { chain }));
  }

  format_exception_only(): string[] {
    return lines(format_exception_only(this.#error));
  }

  print({ file = null, chain = true }: { file?: Dynamic; chain?: boolean } = {}): void {
    const stream: Dynamic = file ?? standard_streams().stderr;
    stream.write(this.format({ chain }).join(""));
  }

  __str__(): string {
    return text_of(this.#error);
  }
}
