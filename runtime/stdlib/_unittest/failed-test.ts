// FailedTest: stands for tests that could not be loaded, and tells so when it is run.
import type { Blocking } from "../../builtins/blocking.ts";
import { blocking_methods } from "../../builtins/calls/callable-kind.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { TestCase } from "./case.ts";

export class FailedTest extends TestCase {
  static override readonly __name__: string = "_FailedTest";
  static override readonly __module__: string = "unittest.loader";
  static {
    blocking_methods(this, "run");
  }

  readonly #error: Dynamic;

  constructor(name: string, error: Dynamic) {
    super();
    this._testMethodName = name;
    this._testMethodDoc = null;
    this.#error = error;
  }

  override async run(result: Dynamic = null): Blocking<Dynamic> {
    Object.defineProperty(this, this._testMethodName, {
      value: () => {
        throw this.#error;
      },
    });
    return await super.run(result);
  }
}
