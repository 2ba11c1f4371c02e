// TextTestRunner: runs tests and writes what came of them.
import type { Blocking } from "../../builtins/blocking.ts";
import { blocking_methods } from "../../builtins/calls/callable-kind.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { AttributeError } from "../../builtins/exceptions/index.ts";
import { call_with, getattr, TypeError } from "../../builtins/index.ts";
import { as_exception } from "../../builtins/exceptions/as-exception.ts";
import { standard_streams } from "../../builtins/standard-streams.ts";
import { truth } from "../../builtins/truth.ts";
import { perf_counter } from "../time.ts";
import { catch_warnings, simplefilter } from "../warnings.ts";
import { called } from "./calling.ts";
import { TestCase } from "./case.ts";
import { TextTestResult } from "./text-result.ts";

/** A stream with `writeln`. */
export class WritelnDecorator {
  static readonly __name__: string = "_WritelnDecorator";
  static readonly __module__: string = "unittest.runner";
  readonly stream: Dynamic;

  constructor(stream: Dynamic) {
    this.stream = stream;
  }

  write(text: string): Dynamic {
    return this.stream.write(text);
  }

  writeln(text: Dynamic = null): void {
    if (truth(text)) this.write(text);
    this.write("\n");
  }

  flush(): void {
    this.stream.flush?.();
  }

  __getattr__(name: string): Dynamic {
    if (name === "stream" || name === "__getstate__") throw new AttributeError(name);
    return getattr(this.stream, name);
  }
}

export interface RunnerOptions {
  readonly failfast?: Dynamic;
  readonly buffer?: Dynamic;
  readonly resultclass?: Dynamic;
  readonly warnings?: Dynamic;
  readonly tb_locals?: Dynamic;
  readonly durations?: Dynamic;
}

export class TextTestRunner {
  static readonly __name__: string = "TextTestRunner";
  static readonly __module__: string = "unittest.runner";
  static resultclass: Dynamic = TextTestResult;
  static {
    blocking_methods(this, "run");
  }

  stream: Dynamic;
  descriptions: Dynamic;
  verbosity: number;
  failfast: Dynamic;
  buffer: Dynamic;
  warnings: Dynamic;
  tb_locals: Dynamic;
  durations: Dynamic;
  resultclass: Dynamic;

  /** `stream`: standard error when it is None. */
  constructor(
    stream: Dynamic = null,
    descriptions: Dynamic = true,
    verbosity: number = 1,
    {
      failfast = false,
      buffer = false,
      resultclass = null,
      warnings = null,
      tb_locals = false,
      durations = null,
    }: RunnerOptions = {},
  ) {
    this.stream = new WritelnDecorator(stream ?? standard_streams().stderr);
    this.descriptions = descriptions;
    this.verbosity = verbosity;
    this.failfast = failfast;
    this.buffer = buffer;
    this.warnings = warnings;
    this.tb_locals = tb_locals;
    this.durations = durations;
    this.resultclass = resultclass ?? (this.constructor as Dynamic).resultclass;
  }

  _makeResult(): Dynamic {
    const args = [this.stream, this.descriptions, this.verbosity];
    try {
      return call_with(this.resultclass, args, { durations: this.durations });
    } catch (error) {
      if (!(as_exception(error) instanceof TypeError)) throw error;
      return call_with(this.resultclass, args, {});
    }
  }

  async run(test: Dynamic): Blocking<Dynamic> {
    const result: Dynamic = this._makeResult();
    result.failfast = this.failfast;
    result.buffer = this.buffer;
    result.tb_locals = this.tb_locals;
    const started = Number(perf_counter());
    const filters = new catch_warnings();
    filters.__enter__();
    try {
      if (truth(this.warnings)) simplefilter(this.warnings);
      result.startTestRun?.();
      try {
        await called(test instanceof TestCase ? getattr(test, "run") : test, [result]);
      } finally {
        result.stopTestRun?.();
      }
    } finally {
      filters.__exit__();
    }
    const taken = Number(perf_counter()) - started;
    result.printErrors();
    if (this.durations !== null) this.#print_durations(result);
    this.#print_summary(result, taken);
    return result;
  }

  #print_durations(result: Dynamic): void {
    const all: (readonly [string, number])[] = [...(result.collectedDurations ?? [])];
    if (all.length === 0) return;
    all.sort(([, one], [, other]) => Number(other) - Number(one));
    const shown = this.durations > 0 ? all.slice(0, Number(this.durations)) : all;
    this.stream.writeln("Slowest test durations");
    if (result.separator2 !== undefined) this.stream.writeln(result.separator2);
    let is_any_hidden = false;
    for (const [test, elapsed] of shown) {
      if (this.verbosity < 2 && Number(elapsed) < SHORT) is_any_hidden = true;
      else this.stream.writeln(`${`${Number(elapsed).toFixed(3)}s`.padEnd(10)} ${test}`);
    }
    this.stream.writeln(
      is_any_hidden ? "\n(durations < 0.001s were hidden; use -v to show these durations)" : "",
    );
  }

  #print_summary(result: Dynamic, taken: number): void {
    if (result.separator2 !== undefined) this.stream.writeln(result.separator2);
    const run: number = result.testsRun;
    this.stream.writeln(`Ran ${run} test${run === 1 ? "" : "s"} in ${taken.toFixed(3)}s`);
    this.stream.writeln();
    const skipped = result.skipped?.length ?? 0;
    const is_successful = truth(result.wasSuccessful());
    const word = is_successful ? (run === 0 && skipped === 0 ? "NO TESTS RAN" : "OK") : "FAILED";
    const counts: readonly (readonly [string, number])[] = [
      ["failures", is_successful ? 0 : result.failures.length],
      ["errors", is_successful ? 0 : result.errors.length],
      ["skipped", skipped],
      ["expected failures", result.expectedFailures?.length ?? 0],
      ["unexpected successes", result.unexpectedSuccesses?.length ?? 0],
    ];
    const told = counts.filter(([, count]) => count > 0).map(([name, count]) => `${name}=${count}`);
    this.stream.write(told.length === 0 ? `${word}\n` : `${word} (${told.join(", ")})\n`);
    this.stream.flush();
  }
}

/** Seconds below which a duration is not worth a line. */
const SHORT = 0.001;
