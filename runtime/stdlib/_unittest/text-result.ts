// TextTestResult: a letter or a line per test, and the tracebacks at the end.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { isinstance } from "../../builtins/index.ts";
import { repr, text_of } from "../../builtins/representation.ts";
import { truth } from "../../builtins/truth.ts";
import { TestResult } from "./result.ts";
import { SubTest } from "./sub-test.ts";

export class TextTestResult extends TestResult {
  static override readonly __name__: string = "TextTestResult";
  static override readonly __module__: string = "unittest.runner";

  separator1: string = "=".repeat(70);
  separator2: string = "-".repeat(70);
  stream: Dynamic;
  showAll: boolean;
  dots: boolean;
  descriptions: Dynamic;
  durations: Dynamic;
  _newline: boolean = true;

  constructor(
    stream: Dynamic,
    descriptions: Dynamic,
    verbosity: number,
    { durations = null }: { readonly durations?: Dynamic } = {},
  ) {
    super(stream, descriptions, verbosity);
    this.stream = stream;
    this.showAll = verbosity > 1;
    this.dots = verbosity === 1;
    this.descriptions = descriptions;
    this.durations = durations;
  }

  getDescription(test: Dynamic): string {
    const doc: string | null = test.shortDescription();
    return truth(this.descriptions) && doc ? `${text_of(test)}\n${doc}` : text_of(test);
  }

  override startTest(test: Dynamic): void {
    super.startTest(test);
    if (!this.showAll) return;
    this.stream.write(this.getDescription(test));
    this.stream.write(" ... ");
    this.stream.flush();
    this._newline = false;
  }

  override addSubTest(test: Dynamic, subtest: Dynamic, err: Dynamic): void {
    if (err !== null) {
      const is_failure = isinstance(err[1], subtest.failureException);
      if (this.showAll) this._write_status(subtest, is_failure ? "FAIL" : "ERROR");
      else if (this.dots) this.#letter(is_failure ? "F" : "E");
    }
    super.addSubTest(test, subtest, err);
  }

  override addSuccess(test: Dynamic): void {
    super.addSuccess(test);
    this.#told(test, "ok", ".");
  }

  override addError(test: Dynamic, err: Dynamic): void {
    super.addError(test, err);
    this.#told(test, "ERROR", "E");
  }

  override addFailure(test: Dynamic, err: Dynamic): void {
    super.addFailure(test, err);
    this.#told(test, "FAIL", "F");
  }

  override addSkip(test: Dynamic, reason: Dynamic): void {
    super.addSkip(test, reason);
    this.#told(test, `skipped ${repr(reason)}`, "s");
  }

  override addExpectedFailure(test: Dynamic, err: Dynamic): void {
    super.addExpectedFailure(test, err);
    this.#line("expected failure", "x");
  }

  override addUnexpectedSuccess(test: Dynamic): void {
    super.addUnexpectedSuccess(test);
    this.#line("unexpected success", "u");
  }

  override printErrors(): void {
    if (this.dots || this.showAll) {
      this.stream.writeln();
      this.stream.flush();
    }
    this.printErrorList("ERROR", this.errors);
    this.printErrorList("FAIL", this.failures);
    if (this.unexpectedSuccesses.length === 0) return;
    this.stream.writeln(this.separator1);
    for (const test of this.unexpectedSuccesses)
      this.stream.writeln(`UNEXPECTED SUCCESS: ${this.getDescription(test)}`);
    this.stream.flush();
  }

  printErrorList(flavour: string, errors: readonly Dynamic[]): void {
    for (const [test, err] of errors) {
      this.stream.writeln(this.separator1);
      this.stream.writeln(`${flavour}: ${this.getDescription(test)}`);
      this.stream.writeln(this.separator2);
      this.stream.writeln(err);
      this.stream.flush();
    }
  }

  /** Sub-tests, and what comes behind one, stand on a line of their own. */
  _write_status(test: Dynamic, status: string): void {
    const is_sub_test = test instanceof SubTest;
    if (is_sub_test || this._newline) {
      if (!this._newline) this.stream.writeln();
      if (is_sub_test) this.stream.write("  ");
      this.stream.write(this.getDescription(test));
      this.stream.write(" ... ");
    }
    this.stream.writeln(status);
    this.stream.flush();
    this._newline = true;
  }

  #told(test: Dynamic, status: string, letter: string): void {
    if (this.showAll) this._write_status(test, status);
    else if (this.dots) this.#letter(letter);
  }

  #letter(letter: string): void {
    this.stream.write(letter);
    this.stream.flush();
  }

  #line(text: string, letter: string): void {
    if (this.showAll) {
      this.stream.writeln(text);
      this.stream.flush();
    } else if (this.dots) this.#letter(letter);
  }
}
