// TestCase: one test, its fixtures and its assertions.
import type { Blocking } from "../../builtins/blocking.ts";
import { blocking_methods } from "../../builtins/calls/callable-kind.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { as_exception } from "../../builtins/exceptions/as-exception.ts";
import { AssertionError, DeprecationWarning, ValueError } from "../../builtins/exceptions/index.ts";
import {
  bound,
  class_attributes,
  contains,
  dict,
  Dict,
  eq,
  frozenset,
  ge,
  getattr,
  gt,
  hash,
  is_,
  isinstance,
  le,
  list,
  lt,
  ne,
  PyObject,
  repr,
  set,
  str,
  tuple,
  type,
} from "../../builtins/index.ts";
import { Bytes } from "../../builtins/bytes/bytes.ts";
import { NotImplemented } from "../../builtins/not-implemented.ts";
import { text_of } from "../../builtins/representation.ts";
import { truth } from "../../builtins/truth.ts";
import { Tuple } from "../../builtins/tuple.ts";
import { compile } from "../re.ts";
import { perf_counter } from "../time.ts";
import { warn } from "../warnings.ts";
import { assert_almost_equal, assert_not_almost_equal } from "./almost.ts";
import { called, call_now, type Given } from "./calling.ts";
import { type Cleanup, enter_context, enter_context_awaiting } from "./contexts.ts";
import {
  assert_count_equal,
  assert_dict_equal,
  assert_sequence_equal,
  assert_set_equal,
  assert_text_equal,
} from "./equality.ts";
import { AssertLogsContext } from "./logs.ts";
import { class_text, safe_repr, shortened } from "./messages.ts";
import { add_skip, exception_info, Outcome } from "./outcome.ts";
import { AssertRaisesContext } from "./raises.ts";
import { TestResult } from "./result.ts";
import { is_expecting_failure, skip_reason, SkipTest } from "./skipping.ts";
import { NO_MESSAGE, type SubTest, SubTestBlock } from "./sub-test.ts";
import { AssertWarnsContext } from "./warns.ts";

export class TestCase extends PyObject {
  static override readonly __name__: string = "TestCase";
  static override readonly __module__: string = "unittest.case";

  static failureException: Dynamic = AssertionError;
  static longMessage: boolean = true;
  static maxDiff: number | null = 640;
  static _diffThreshold: number = 2 ** 16;
  static _classSetupFailed = false;
  static tearDown_exceptions: Dynamic[] = [];
  static {
    class_attributes(this, "failureException", "longMessage", "maxDiff", "_diffThreshold");
    blocking_methods(this, "__call__", "run", "debug", "doCleanups", "doClassCleanups");
  }

  declare failureException: Dynamic;
  declare longMessage: boolean;
  declare maxDiff: number | null;
  declare _diffThreshold: number;
  declare _testMethodName: string;
  declare _testMethodDoc: string | null;
  declare _outcome: Outcome | null;
  declare _cleanups: Cleanup[];
  declare _subtest: SubTest | null;
  declare _type_equality_funcs: Dict<Dynamic, Dynamic>;

  /** ValueError when the class has no such method. */
  constructor(methodName: string = "runTest") {
    super(methodName);
  }

  override __init__(methodName: string = "runTest"): void {
    this._testMethodName = methodName;
    this._outcome = null;
    this._testMethodDoc = "No test";
    const method: Dynamic = getattr(this, methodName, null);
    if (method !== null) this._testMethodDoc = getattr(method, "__doc__", null);
    else if (methodName !== "runTest")
      throw new ValueError(`no such test method in ${repr(this.constructor)}: ${methodName}`);
    this._cleanups = [];
    this._subtest = null;
    this._type_equality_funcs = new Dict<Dynamic, Dynamic>([
      [dict, "assertDictEqual"],
      [list, "assertListEqual"],
      [tuple, "assertTupleEqual"],
      [set, "assertSetEqual"],
      [frozenset, "assertSetEqual"],
      [str, "assertMultiLineEqual"],
    ]);
  }

  addTypeEqualityFunc(typeobj: Dynamic, function_: Dynamic): void {
    this._type_equality_funcs.set(typeobj, function_);
  }

  setUp(): void {}

  tearDown(): void {}

  static setUpClass(): void {}

  static tearDownClass(): void {}

  /** Remembers a function for when the test is done; the last one is called first. */
  addCleanup(function_: Dynamic, ...args: readonly Dynamic[]): void {
    this._cleanups.push([function_, args]);
  }

  /** Enters a manager that is left when the test is done. */
  enterContext(cm: Dynamic): Dynamic {
    return enter_context(cm, (f, ...args) => this.addCleanup(f, ...args));
  }

  async enterContext_awaiting(cm: Dynamic): Blocking<Dynamic> {
    return await enter_context_awaiting(cm, (f, ...args) => this.addCleanup(f, ...args));
  }

  static addClassCleanup(function_: Dynamic, ...args: readonly Dynamic[]): void {
    own_cleanups(this).push([function_, args]);
  }

  static enterClassContext(cm: Dynamic): Dynamic {
    return enter_context(cm, (f, ...args) => own_cleanups(this).push([f, args]));
  }

  countTestCases(): number {
    return 1;
  }

  defaultTestResult(): TestResult {
    return new TestResult();
  }

  /** The first line of the method's docstring. */
  shortDescription(): string | null {
    const doc = this._testMethodDoc;
    return doc ? (doc.trim().split("\n")[0]?.trim() ?? null) : null;
  }

  id(): string {
    return `${class_text(this.constructor)}.${this._testMethodName}`;
  }

  __eq__(other: Dynamic): Dynamic {
    if (type(this) !== type(other)) return NotImplemented;
    return this._testMethodName === other._testMethodName;
  }

  __hash__(): number {
    return hash(Tuple.of(type(this), this._testMethodName));
  }

  __str__(): string {
    return `${this._testMethodName} (${this.id()})`;
  }

  __repr__(): string {
    return `<${class_text(this.constructor)} testMethod=${this._testMethodName}>`;
  }

  /** A block whose failure is told, and after which the test goes on. */
  subTest(
    msg: Dynamic = NO_MESSAGE,
    options: Readonly<Record<string, Dynamic>> = {},
  ): SubTestBlock {
    return new SubTestBlock(this, msg, options);
  }

  async __call__(result: Dynamic = null): Blocking<Dynamic> {
    return await this.run(result);
  }

  /** Runs the test and tells `result`, a new one where none is given. */
  async run(result: Dynamic = null): Blocking<Dynamic> {
    const told: Dynamic = result ?? this.defaultTestResult();
    if (result === null) told.startTestRun?.();
    told.startTest(this);
    try {
      const method: Dynamic = getattr(this, this._testMethodName);
      const reason: Dynamic = skip_reason(this.constructor, method);
      if (reason !== null) add_skip(told, this, reason);
      else await this._run_parts(told, method);
      return told;
    } finally {
      told.stopTest(this);
      if (result === null) told.stopTestRun?.();
    }
  }

  async _run_parts(result: Dynamic, method: Dynamic): Blocking<void> {
    const outcome = new Outcome(result);
    const is_expected_to_fail = is_expecting_failure(this, method);
    const started = perf_counter();
    this._outcome = outcome;
    try {
      await outcome.run_part(this, () => this._callSetUp());
      if (outcome.success) {
        outcome.expecting_failure = is_expected_to_fail;
        await outcome.run_part(this, () => this._callTestMethod(method));
        outcome.expecting_failure = false;
        await outcome.run_part(this, () => this._callTearDown());
      }
      await this.doCleanups();
      result.addDuration?.(this, Number(perf_counter()) - Number(started));
      if (!outcome.success) return;
      if (!is_expected_to_fail) result.addSuccess(this);
      else if (outcome.expectedFailure === null) result.addUnexpectedSuccess(this);
      else result.addExpectedFailure(this, outcome.expectedFailure);
    } finally {
      this._outcome = null;
    }
  }

  async _callSetUp(): Blocking<void> {
    await called(bound(this, "setUp"));
  }

  async _callTestMethod(method: Dynamic): Blocking<void> {
    warn_of_value(method, await called(method));
  }

  async _callTearDown(): Blocking<void> {
    await called(bound(this, "tearDown"));
  }

  async _callCleanup(function_: Dynamic, ...args: readonly Dynamic[]): Blocking<void> {
    await called(function_, args);
  }

  /** Calls what `addCleanup` remembered; the machinery does so after tearDown. */
  async doCleanups(): Blocking<boolean> {
    const outcome = this._outcome ?? new Outcome();
    for (let next = this._cleanups.pop(); next !== undefined; next = this._cleanups.pop()) {
      const [f, args] = next;
      await outcome.run_part(this, () => this._callCleanup(f, ...args));
    }
    return outcome.success;
  }

  static async doClassCleanups(): Blocking<void> {
    this.tearDown_exceptions = [];
    const cleanups = own_cleanups(this);
    for (let next = cleanups.pop(); next !== undefined; next = cleanups.pop()) {
      try {
        await called(...next);
      } catch (error) {
        this.tearDown_exceptions.push(exception_info(as_exception(error)));
      }
    }
  }

  /** Runs the test and lets its exceptions through. */
  async debug(): Blocking<void> {
    const method: Dynamic = getattr(this, this._testMethodName);
    const reason: Dynamic = skip_reason(this.constructor, method);
    if (reason !== null) throw new SkipTest(reason);
    await this._callSetUp();
    await this._callTestMethod(method);
    await this._callTearDown();
    for (let next = this._cleanups.pop(); next !== undefined; next = this._cleanups.pop())
      await this._callCleanup(next[0], ...next[1]);
  }

  skipTest(reason: Dynamic): never {
    throw new SkipTest(reason);
  }

  fail(msg: Dynamic = null): never {
    throw new (this.failureException as Dynamic)(msg);
  }

  assertFalse(expr: unknown, msg: Dynamic = null): void {
    if (truth(expr)) this._failed(msg, `${safe_repr(expr)} is not false`);
  }

  assertTrue(expr: unknown, msg: Dynamic = null): void {
    if (!truth(expr)) this._failed(msg, `${safe_repr(expr)} is not true`);
  }

  assertEqual(first: Dynamic, second: Dynamic, msg: Dynamic = null): void {
    if (Object.is(first, second) && typeof first !== "object" && first === first) return;
    const assertion: Dynamic = this._getAssertEqualityFunc(first, second);
    call_now(assertion, [first, second, msg]);
  }

  assertNotEqual(first: Dynamic, second: Dynamic, msg: Dynamic = null): void {
    if (!truth(ne(first, second))) this._failed(msg, `${safe_repr(first)} == ${safe_repr(second)}`);
  }

  _getAssertEqualityFunc(first: Dynamic, second: Dynamic): Dynamic {
    const asserter: Dynamic =
      type(first) === type(second) ? this._type_equality_funcs.get(type(first), null) : null;
    if (asserter === null)
      return (one: Dynamic, other: Dynamic, msg: Dynamic) => this._baseAssertEqual(one, other, msg);
    return typeof asserter === "string" ? getattr(this, asserter) : asserter;
  }

  _baseAssertEqual(first: Dynamic, second: Dynamic, msg: Dynamic = null): void {
    if (!truth(eq(first, second))) this._failed(msg, shortened(first, second).join(" != "));
  }

  assertAlmostEqual(
    first: Dynamic,
    second: Dynamic,
    places: Dynamic = null,
    msg: Dynamic = null,
    delta: Dynamic = null,
  ): void {
    assert_almost_equal(this, first, second, msg, { places, delta });
  }

  assertNotAlmostEqual(
    first: Dynamic,
    second: Dynamic,
    places: Dynamic = null,
    msg: Dynamic = null,
    delta: Dynamic = null,
  ): void {
    assert_not_almost_equal(this, first, second, msg, { places, delta });
  }

  assertSequenceEqual(
    seq1: Dynamic,
    seq2: Dynamic,
    msg: Dynamic = null,
    seq_type: Dynamic = null,
  ): void {
    assert_sequence_equal(this, seq1, seq2, msg, seq_type);
  }

  assertListEqual(list1: Dynamic, list2: Dynamic, msg: Dynamic = null): void {
    this.assertSequenceEqual(list1, list2, msg, list);
  }

  assertTupleEqual(tuple1: Dynamic, tuple2: Dynamic, msg: Dynamic = null): void {
    this.assertSequenceEqual(tuple1, tuple2, msg, tuple);
  }

  assertSetEqual(set1: Dynamic, set2: Dynamic, msg: Dynamic = null): void {
    assert_set_equal(this, set1, set2, msg);
  }

  assertDictEqual(d1: Dynamic, d2: Dynamic, msg: Dynamic = null): void {
    assert_dict_equal(this, d1, d2, msg);
  }

  assertCountEqual(first: Dynamic, second: Dynamic, msg: Dynamic = null): void {
    assert_count_equal(this, first, second, msg);
  }

  assertMultiLineEqual(first: Dynamic, second: Dynamic, msg: Dynamic = null): void {
    assert_text_equal(this, first, second, msg);
  }

  assertIn(member: Dynamic, container: Dynamic, msg: Dynamic = null): void {
    if (!truth(contains(container, member)))
      this._failed(msg, `${safe_repr(member)} not found in ${safe_repr(container)}`);
  }

  assertNotIn(member: Dynamic, container: Dynamic, msg: Dynamic = null): void {
    if (truth(contains(container, member)))
      this._failed(msg, `${safe_repr(member)} unexpectedly found in ${safe_repr(container)}`);
  }

  assertIs(expr1: Dynamic, expr2: Dynamic, msg: Dynamic = null): void {
    if (!is_(expr1, expr2)) this._failed(msg, `${safe_repr(expr1)} is not ${safe_repr(expr2)}`);
  }

  assertIsNot(expr1: Dynamic, expr2: Dynamic, msg: Dynamic = null): void {
    if (is_(expr1, expr2)) this._failed(msg, `unexpectedly identical: ${safe_repr(expr1)}`);
  }

  assertLess(a: Dynamic, b: Dynamic, msg: Dynamic = null): void {
    if (!truth(lt(a, b))) this._failed(msg, `${safe_repr(a)} not less than ${safe_repr(b)}`);
  }

  assertLessEqual(a: Dynamic, b: Dynamic, msg: Dynamic = null): void {
    if (!truth(le(a, b)))
      this._failed(msg, `${safe_repr(a)} not less than or equal to ${safe_repr(b)}`);
  }

  assertGreater(a: Dynamic, b: Dynamic, msg: Dynamic = null): void {
    if (!truth(gt(a, b))) this._failed(msg, `${safe_repr(a)} not greater than ${safe_repr(b)}`);
  }

  assertGreaterEqual(a: Dynamic, b: Dynamic, msg: Dynamic = null): void {
    if (!truth(ge(a, b)))
      this._failed(msg, `${safe_repr(a)} not greater than or equal to ${safe_repr(b)}`);
  }

  assertIsNone(obj: Dynamic, msg: Dynamic = null): void {
    if (obj != null) this._failed(msg, `${safe_repr(obj)} is not None`);
  }

  assertIsNotNone(obj: Dynamic, msg: Dynamic = null): void {
    if (obj == null) this._failed(msg, "unexpectedly None");
  }

  assertIsInstance(obj: Dynamic, cls: Dynamic, msg: Dynamic = null): void {
    if (!isinstance(obj, cls))
      this._failed(msg, `${safe_repr(obj)} is not an instance of ${repr(cls)}`);
  }

  assertNotIsInstance(obj: Dynamic, cls: Dynamic, msg: Dynamic = null): void {
    if (isinstance(obj, cls)) this._failed(msg, `${safe_repr(obj)} is an instance of ${repr(cls)}`);
  }

  assertRegex(text: Dynamic, expected_regex: Dynamic, msg: Dynamic = null): void {
    const regex = is_text(expected_regex) ? compile(expected_regex) : expected_regex;
    if (is_text(expected_regex) && !truth(expected_regex))
      throw new AssertionError("expected_regex must not be empty.");
    if (regex.search(text) === null)
      this._failed(msg, `Regex didn't match: ${repr(regex.pattern)} not found in ${repr(text)}`);
  }

  assertNotRegex(text: Dynamic, unexpected_regex: Dynamic, msg: Dynamic = null): void {
    const regex = is_text(unexpected_regex) ? compile(unexpected_regex) : unexpected_regex;
    const match = regex.search(text);
    if (match !== null)
      this._failed(
        msg,
        `Regex matched: ${repr(match.group())} matches ${repr(regex.pattern)} in ${repr(text)}`,
      );
  }

  /** A block that must raise; with a function, calls it with the arguments behind it. */
  assertRaises(expected_exception: Dynamic, ...args: readonly Dynamic[]): Dynamic {
    return new AssertRaisesContext(expected_exception, this).handle("assertRaises", args);
  }

  async assertRaises_awaiting(
    expected_exception: Dynamic,
    ...args: readonly Dynamic[]
  ): Blocking<Dynamic> {
    const context = new AssertRaisesContext(expected_exception, this);
    return await context.handle_awaiting("assertRaises", args);
  }

  assertRaisesRegex(
    expected_exception: Dynamic,
    expected_regex: Dynamic,
    ...args: readonly Dynamic[]
  ): Dynamic {
    const context = new AssertRaisesContext(expected_exception, this, expected_regex);
    return context.handle("assertRaisesRegex", args);
  }

  async assertRaisesRegex_awaiting(
    expected_exception: Dynamic,
    expected_regex: Dynamic,
    ...args: readonly Dynamic[]
  ): Blocking<Dynamic> {
    const context = new AssertRaisesContext(expected_exception, this, expected_regex);
    return await context.handle_awaiting("assertRaisesRegex", args);
  }

  /** A block that must warn; with a function, calls it with the arguments behind it. */
  assertWarns(expected_warning: Dynamic, ...args: readonly Dynamic[]): Dynamic {
    return new AssertWarnsContext(expected_warning, this).handle("assertWarns", args);
  }

  async assertWarns_awaiting(
    expected_warning: Dynamic,
    ...args: readonly Dynamic[]
  ): Blocking<Dynamic> {
    const context = new AssertWarnsContext(expected_warning, this);
    return await context.handle_awaiting("assertWarns", args);
  }

  assertWarnsRegex(
    expected_warning: Dynamic,
    expected_regex: Dynamic,
    ...args: readonly Dynamic[]
  ): Dynamic {
    const context = new AssertWarnsContext(expected_warning, this, expected_regex);
    return context.handle("assertWarnsRegex", args);
  }

  async assertWarnsRegex_awaiting(
    expected_warning: Dynamic,
    expected_regex: Dynamic,
    ...args: readonly Dynamic[]
  ): Blocking<Dynamic> {
    const context = new AssertWarnsContext(expected_warning, this, expected_regex);
    return await context.handle_awaiting("assertWarnsRegex", args);
  }

  assertLogs(logger: Dynamic = null, level: Dynamic = null): AssertLogsContext {
    return new AssertLogsContext(this, logger, level, false);
  }

  assertNoLogs(logger: Dynamic = null, level: Dynamic = null): AssertLogsContext {
    return new AssertLogsContext(this, logger, level, true);
  }

  _formatMessage(msg: Dynamic, standardMsg: Dynamic): Dynamic {
    if (!truth(this.longMessage)) return truth(msg) ? msg : standardMsg;
    return msg == null ? standardMsg : `${text_of(standardMsg)} : ${text_of(msg)}`;
  }

  _truncateMessage(message: string, diff: string): string {
    const most = this.maxDiff;
    const length = [...diff].length;
    if (most == null || length <= most) return message + diff;
    return `${message}\nDiff is ${length} characters long. Set self.maxDiff to None to see it.`;
  }

  /** Not private to JavaScript: mixins may stand behind this class. */
  _failed(msg: Dynamic, text: string): never {
    throw new (this.failureException as Dynamic)(this._formatMessage(msg, text));
  }
}

/** Test methods give None. */
export function warn_of_value(method: Dynamic, { value }: Given): void {
  if (value == null) return;
  const text = `It is deprecated to return a value that is not None from a test case (${text_of(method)})`;
  warn(text, DeprecationWarning, 3);
}

const class_cleanups = new WeakMap<object, Cleanup[]>();

function own_cleanups(type: object): Cleanup[] {
  const known = class_cleanups.get(type) ?? [];
  class_cleanups.set(type, known);
  return known;
}

function is_text(value: unknown): boolean {
  return typeof value === "string" || value instanceof Bytes;
}
