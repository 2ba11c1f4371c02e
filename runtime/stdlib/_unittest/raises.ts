// assertRaises, assertRaisesRegex.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { BaseException } from "../../builtins/exceptions/index.ts";
import { isinstance } from "../../builtins/index.ts";
import { text_of } from "../../builtins/representation.ts";
import { Expecting } from "./expecting.ts";

export class AssertRaisesContext extends Expecting {
  static readonly __name__: string = "_AssertRaisesContext";
  /** What was raised, when the block is left. */
  declare exception: Dynamic;

  get base_type(): Dynamic {
    return BaseException;
  }

  get base_type_text(): string {
    return "an exception type or tuple of exception types";
  }

  __enter__(): this {
    return this;
  }

  __exit__(_type: Dynamic, error: Dynamic, _traceback: Dynamic): boolean {
    if (error == null) {
      const by = this.obj_name ? ` by ${this.obj_name}` : "";
      this.fail(`${this.expected_name} not raised${by}`);
    }
    if (!isinstance(error, this.expected)) return false;
    this.exception = error;
    const text = text_of(error);
    if (this.expected_regex !== null && this.expected_regex.search(text) === null)
      this.fail(`"${this.expected_regex.pattern}" does not match "${text}"`);
    return true;
  }
}
