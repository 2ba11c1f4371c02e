// subTest(): a block whose failure does not end the test.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { repr, text_of } from "../../builtins/representation.ts";
import { type Outcome, ShouldStop } from "./outcome.ts";
import { truth } from "../../builtins/truth.ts";

export const NO_MESSAGE: unique symbol = Symbol("no message");

/** What a result is told of: the test, with the message and the parameters of the block. Inner parameters come first. */
export class SubTest {
  static readonly __name__: string = "_SubTest";
  static readonly __module__: string = "unittest.case";
  readonly test_case: Dynamic;
  readonly params: ReadonlyMap<string, Dynamic>;
  readonly failureException: Dynamic;
  readonly _message: Dynamic;

  constructor(test_case: Dynamic, message: Dynamic, params: ReadonlyMap<string, Dynamic>) {
    this.test_case = test_case;
    this._message = message;
    this.params = params;
    this.failureException = test_case.failureException;
  }

  id(): string {
    return `${this.test_case.id()} ${this._subDescription()}`;
  }

  shortDescription(): string | null {
    return this.test_case.shortDescription();
  }

  countTestCases(): number {
    return 1;
  }

  _subDescription(): string {
    const parts: string[] = [];
    if (this._message !== NO_MESSAGE) parts.push(`[${text_of(this._message)}]`);
    if (this.params.size > 0) {
      const shown = [...this.params].map(([name, value]) => `${name}=${repr(value)}`);
      parts.push(`(${shown.join(", ")})`);
    }
    return parts.join(" ") || "(<subtest>)";
  }

  __str__(): string {
    return `${text_of(this.test_case)} ${this._subDescription()}`;
  }
}

/** The block of a `with self.subTest(…)`. */
export class SubTestBlock {
  static readonly __name__: string = "_GeneratorContextManager";
  static readonly __module__: string = "contextlib";
  readonly #test: Dynamic;
  readonly #message: Dynamic;
  readonly #params: Readonly<Record<string, Dynamic>>;
  #parent: SubTest | null = null;
  #outcome: Outcome | null = null;
  #before = true;

  constructor(test: Dynamic, message: Dynamic, params: Readonly<Record<string, Dynamic>>) {
    this.#test = test;
    this.#message = message;
    this.#params = params;
  }

  __enter__(): null {
    const outcome: Outcome | null = this.#test._outcome;
    if (outcome === null || !outcome.result_supports_subtests) return null;
    this.#outcome = outcome;
    this.#parent = this.#test._subtest;
    const inherited = [...(this.#parent?.params ?? [])].filter(
      ([name]) => !Object.hasOwn(this.#params, name),
    );
    const params = new Map([...Object.entries(this.#params), ...inherited]);
    this.#test._subtest = new SubTest(this.#test, this.#message, params);
    this.#before = outcome.begin();
    return null;
  }

  __exit__(_type: Dynamic, error: Dynamic, _traceback: Dynamic): boolean {
    const outcome = this.#outcome;
    if (outcome === null) return false;
    const own: SubTest = this.#test._subtest;
    try {
      try {
        if (error != null) outcome.failed(error, own, true);
        else if (outcome.success) outcome.result.addSubTest(own.test_case, own, null);
      } finally {
        outcome.end(this.#before);
      }
      if (!outcome.success) {
        if (outcome.result !== null && truth(outcome.result.failfast)) throw new ShouldStop();
      } else if (outcome.expectedFailure !== null) throw new ShouldStop();
    } finally {
      this.#test._subtest = this.#parent;
    }
    return true;
  }
}
