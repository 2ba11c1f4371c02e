// TestSuite: tests in their order, with the fixtures of their classes and modules.
import type { Blocking } from "../../builtins/blocking.ts";
import { blocking_methods } from "../../builtins/calls/callable-kind.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { TypeError } from "../../builtins/exceptions/index.ts";
import { callable, eq, getattr, iter, PyObject } from "../../builtins/index.ts";
import { NotImplemented } from "../../builtins/not-implemented.ts";
import { repr } from "../../builtins/representation.ts";
import { is_class } from "../../builtins/type-name.ts";
import { called } from "./calling.ts";
import { TestCase } from "./case.ts";
import {
  DebugResult,
  set_up_class,
  set_up_module,
  tear_down_class,
  tear_down_module,
} from "./fixtures.ts";
import { class_text } from "./messages.ts";

export class BaseTestSuite extends PyObject {
  static override readonly __name__: string = "BaseTestSuite";
  static override readonly __module__: string = "unittest.suite";

  static {
    blocking_methods(this, "__call__", "run", "debug");
  }

  declare _tests: Dynamic[];
  declare _removed_tests: number;
  /** Whether tests that have run are let go. */
  declare _cleanup: boolean;

  constructor(tests: Dynamic = []) {
    super(tests);
  }

  override __init__(tests: Dynamic = []): void {
    this._tests = [];
    this._removed_tests = 0;
    this._cleanup = true;
    this.addTests(tests);
  }

  /** TypeError for what can't be called, and for classes. */
  addTest(test: Dynamic): void {
    if (!callable(test)) throw new TypeError(`${repr(test)} is not callable`);
    if (typeof test === "function" && is_class(test) && is_kind_of_test(test))
      throw new TypeError(
        "TestCases and TestSuites must be instantiated before passing them to addTest()",
      );
    this._tests.push(test);
  }

  addTests(tests: Dynamic): void {
    if (typeof tests === "string")
      throw new TypeError("tests must be an iterable of tests, not a string");
    for (const test of iter(tests)) this.addTest(test);
  }

  countTestCases(): number {
    let count = this._removed_tests;
    for (const test of iter(this)) if (test !== null) count += test.countTestCases();
    return count;
  }

  *[Symbol.iterator](): Generator<Dynamic> {
    yield* this._tests;
  }

  async __call__(result: Dynamic): Blocking<Dynamic> {
    return await this.run(result);
  }

  async run(result: Dynamic): Blocking<Dynamic> {
    let index = 0;
    for (const test of iter(this)) {
      if (result.shouldStop) break;
      await run_test(test, result);
      this._removeTestAtIndex(index++);
    }
    return result;
  }

  /** Runs the tests and lets their exceptions through. */
  async debug(): Blocking<void> {
    for (const test of iter(this)) await called(getattr(test, "debug"));
  }

  _removeTestAtIndex(index: number): void {
    const test: Dynamic = this._tests[index];
    if (!this._cleanup || test === undefined) return;
    if (typeof test?.countTestCases === "function") this._removed_tests += test.countTestCases();
    this._tests[index] = null;
  }

  __eq__(other: Dynamic): Dynamic {
    if (!(other instanceof this.constructor)) return NotImplemented;
    return eq([...iter(this)], [...iter(other)]);
  }

  __repr__(): string {
    return `<${class_text(this.constructor)} tests=${repr([...iter(this)])}>`;
  }
}

export class TestSuite extends BaseTestSuite {
  static override readonly __name__: string = "TestSuite";
  static override readonly __module__: string = "unittest.suite";
  static {
    blocking_methods(this, "run", "debug");
  }

  override async run(result: Dynamic, debug: boolean = false): Blocking<Dynamic> {
    const is_outermost = result._testRunEntered !== true;
    if (is_outermost) result._testRunEntered = true;
    let index = 0;
    for (const test of iter(this)) {
      if (result.shouldStop) break;
      if (is_suite(test) || (await enter_fixtures(test, result))) {
        if (debug) await called(getattr(test, "debug"));
        else await run_test(test, result);
        this._removeTestAtIndex(index);
      }
      index++;
    }
    if (!is_outermost) return result;
    await tear_down_class(null, result);
    await tear_down_module(result);
    result._testRunEntered = false;
    return result;
  }

  override async debug(): Blocking<void> {
    await this.run(new DebugResult(), true);
  }
}

/** Whether the test can run: the fixtures of its class and module stand. */
async function enter_fixtures(test: Dynamic, result: Dynamic): Blocking<boolean> {
  await tear_down_class(test, result);
  await set_up_module(test, result);
  await set_up_class(test, result);
  result._previousTestClass = test.constructor;
  return !getattr(test.constructor, "_classSetupFailed", false) && !result._moduleSetUpFailed;
}

async function run_test(test: Dynamic, result: Dynamic): Blocking<void> {
  if (test instanceof TestCase || test instanceof BaseTestSuite)
    await called(getattr(test, "run"), [result]);
  else await called(test, [result]);
}

function is_suite(test: Dynamic): boolean {
  return typeof test?.[Symbol.iterator] === "function" || typeof test?.__iter__ === "function";
}

function is_kind_of_test(type: Dynamic): boolean {
  return [TestCase, BaseTestSuite].some((base) => type === base || type.prototype instanceof base);
}
