// ErrorHolder: what stands in a result for a fixture of a class or a module that failed.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { repr } from "../../builtins/representation.ts";

export class ErrorHolder {
  static readonly __name__: string = "_ErrorHolder";
  static readonly __module__: string = "unittest.suite";
  readonly failureException: Dynamic = null;
  readonly description: string;

  constructor(description: string) {
    this.description = description;
  }

  id(): string {
    return this.description;
  }

  shortDescription(): null {
    return null;
  }

  countTestCases(): number {
    return 0;
  }

  __repr__(): string {
    return `<ErrorHolder description=${repr(this.description)}>`;
  }

  __str__(): string {
    return this.id();
  }
}
