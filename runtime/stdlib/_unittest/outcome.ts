// Outcome: what a test has come to, part by part (setUp, the method, sub-tests, tearDown, cleanups).
import type { Blocking } from "../../builtins/blocking.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { as_exception } from "../../builtins/exceptions/as-exception.ts";
import {
  type BaseException,
  Exception,
  KeyboardInterrupt,
} from "../../builtins/exceptions/index.ts";
import { handle } from "../../builtins/raising/handling.ts";
import { text_of } from "../../builtins/representation.ts";
import { Tuple } from "../../builtins/tuple.ts";
import { SkipTest } from "./skipping.ts";

/** Ends a test early, nothing being wrong with it. */
export class ShouldStop extends Exception {
  static override readonly __name__: string = "_ShouldStop";
  static override readonly __module__: string = "unittest.case";
}

/** `sys.exc_info()` of an exception. */
export function exception_info(error: BaseException): Dynamic {
  return Tuple.of(error.constructor, error, error.__traceback__);
}

export class Outcome {
  expecting_failure = false;
  success = true;
  expectedFailure: Dynamic = null;
  readonly result: Dynamic;
  readonly result_supports_subtests: boolean;

  constructor(result: Dynamic = null) {
    this.result = result;
    this.result_supports_subtests = typeof result?.addSubTest === "function";
  }

  /** Runs one part of the test and tells the result what came of it. */
  async run_part(test: Dynamic, part: () => unknown): Blocking<void> {
    const before = this.begin();
    try {
      await part();
    } catch (error) {
      this.failed(error, test, false);
    } finally {
      this.end(before);
    }
  }

  /** Begins a part; gives what `end` wants back. */
  begin(): boolean {
    const before = this.success;
    this.success = true;
    return before;
  }

  end(before: boolean): void {
    this.success &&= before;
  }

  /** A part raised something. KeyboardInterrupt goes on. */
  failed(thrown: unknown, test: Dynamic, is_sub_test: boolean): void {
    const error = as_exception(thrown);
    if (error instanceof KeyboardInterrupt) throw error;
    if (error instanceof ShouldStop) return;
    const handling = handle(error);
    try {
      this.#note(error, test, is_sub_test);
    } finally {
      handling.done();
    }
  }

  #note(error: BaseException, test: Dynamic, is_sub_test: boolean): void {
    if (error instanceof SkipTest) {
      this.success = false;
      add_skip(this.result, test, text_of(error));
    } else if (this.expecting_failure) {
      this.expectedFailure = exception_info(error);
    } else {
      this.success = false;
      if (is_sub_test) this.result.addSubTest(test.test_case, test, exception_info(error));
      else add_error(this.result, test, error);
    }
  }
}

export function add_skip(result: Dynamic, test: Dynamic, reason: Dynamic): void {
  result.addSkip(test, reason);
}

function add_error(result: Dynamic, test: Dynamic, error: BaseException): void {
  if (result === null) return;
  if (error instanceof test.failureException) result.addFailure(test, exception_info(error));
  else result.addError(test, exception_info(error));
}
