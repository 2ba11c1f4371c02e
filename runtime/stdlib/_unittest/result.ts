// TestResult: what came of the tests that have run.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { isinstance } from "../../builtins/index.ts";
import { text_of } from "../../builtins/representation.ts";
import { truth } from "../../builtins/truth.ts";
import { Tuple } from "../../builtins/tuple.ts";
import { class_text } from "./messages.ts";
import { OutputBuffer } from "./output-buffer.ts";
import { traceback_text } from "./traceback-text.ts";

export class TestResult {
  static readonly __name__: string = "TestResult";
  static readonly __module__: string = "unittest.result";

  failfast: Dynamic = false;
  failures: Dynamic[] = [];
  errors: Dynamic[] = [];
  testsRun: number = 0;
  skipped: Dynamic[] = [];
  expectedFailures: Dynamic[] = [];
  unexpectedSuccesses: Dynamic[] = [];
  collectedDurations: Dynamic[] = [];
  shouldStop: boolean = false;
  buffer: Dynamic = false;
  tb_locals: Dynamic = false;
  _previousTestClass: Dynamic = null;
  _testRunEntered: boolean = false;
  _moduleSetUpFailed: boolean = false;
  _mirrorOutput: boolean = false;
  _buffered: OutputBuffer | null = null;

  /** The runner's settings are for those who derive from it. */
  constructor(stream: Dynamic = null, descriptions: Dynamic = null, verbosity: Dynamic = null) {
    void [stream, descriptions, verbosity];
  }

  printErrors(): void {}

  startTestRun(): void {}

  stopTestRun(): void {}

  startTest(_test: Dynamic): void {
    this.testsRun++;
    this._mirrorOutput = false;
    this._setupStdout();
  }

  stopTest(_test: Dynamic): void {
    this._restoreStdout();
    this._mirrorOutput = false;
  }

  _setupStdout(): void {
    if (!truth(this.buffer)) return;
    this._buffered ??= new OutputBuffer();
    this._buffered.take();
  }

  _restoreStdout(): void {
    this._buffered?.give_back(this._mirrorOutput);
  }

  addError(test: Dynamic, err: Dynamic): void {
    this.#fail_fast();
    this.errors.push(Tuple.of(test, this._exc_info_to_string(err, test)));
    this._mirrorOutput = true;
  }

  addFailure(test: Dynamic, err: Dynamic): void {
    this.#fail_fast();
    this.failures.push(Tuple.of(test, this._exc_info_to_string(err, test)));
    this._mirrorOutput = true;
  }

  /** `err` is None when the sub-test went well. */
  addSubTest(test: Dynamic, subtest: Dynamic, err: Dynamic): void {
    if (err === null) return;
    this.#fail_fast();
    const list = isinstance(err[1], test.failureException) ? this.failures : this.errors;
    list.push(Tuple.of(subtest, this._exc_info_to_string(err, test)));
    this._mirrorOutput = true;
  }

  addSuccess(_test: Dynamic): void {}

  addSkip(test: Dynamic, reason: Dynamic): void {
    this.skipped.push(Tuple.of(test, reason));
  }

  addExpectedFailure(test: Dynamic, err: Dynamic): void {
    this.expectedFailures.push(Tuple.of(test, this._exc_info_to_string(err, test)));
  }

  addUnexpectedSuccess(test: Dynamic): void {
    this.#fail_fast();
    this.unexpectedSuccesses.push(test);
  }

  addDuration(test: Dynamic, elapsed: Dynamic): void {
    this.collectedDurations.push(Tuple.of(text_of(test), elapsed));
  }

  wasSuccessful(): boolean {
    return (
      this.failures.length === 0 &&
      this.errors.length === 0 &&
      this.unexpectedSuccesses.length === 0
    );
  }

  /** No further test is begun. */
  stop(): void {
    this.shouldStop = true;
  }

  _exc_info_to_string(err: Dynamic, _test: Dynamic): string {
    return traceback_text(err[1]) + (this._buffered?.text ?? "");
  }

  #fail_fast(): void {
    if (truth(this.failfast)) this.stop();
  }

  __repr__(): string {
    return `<${class_text(this.constructor)} run=${this.testsRun} errors=${this.errors.length} failures=${this.failures.length}>`;
  }
}
