// FunctionTestCase: a function as a test.
import type { Blocking } from "../../builtins/blocking.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { getattr } from "../../builtins/index.ts";
import { repr } from "../../builtins/representation.ts";
import { called } from "./calling.ts";
import { TestCase } from "./case.ts";
import { class_text } from "./messages.ts";

export class FunctionTestCase extends TestCase {
  static override readonly __name__: string = "FunctionTestCase";
  static override readonly __module__: string = "unittest.case";
  readonly #test: Dynamic;
  readonly #set_up: Dynamic;
  readonly #tear_down: Dynamic;
  readonly #description: string | null;

  constructor(
    testFunc: Dynamic,
    setUp: Dynamic = null,
    tearDown: Dynamic = null,
    description: string | null = null,
  ) {
    super();
    this.#test = testFunc;
    this.#set_up = setUp;
    this.#tear_down = tearDown;
    this.#description = description;
  }

  override async _callSetUp(): Blocking<void> {
    if (this.#set_up !== null) await called(this.#set_up);
  }

  override async _callTearDown(): Blocking<void> {
    if (this.#tear_down !== null) await called(this.#tear_down);
  }

  override async _callTestMethod(_method: Dynamic): Blocking<void> {
    await called(this.#test);
  }

  /** Stands for the function, so that the machinery finds its method. */
  runTest(): void {}

  override id(): string {
    return getattr(this.#test, "__name__");
  }

  override shortDescription(): string | null {
    if (this.#description !== null) return this.#description;
    const doc: string | null = getattr(this.#test, "__doc__", null);
    return doc ? doc.split("\n")[0]?.trim() || null : null;
  }

  override __str__(): string {
    return `${class_text(this.constructor)} (${this.id()})`;
  }

  override __repr__(): string {
    return `<${class_text(this.constructor)} tec=${repr(this.#test)}>`;
  }
}
