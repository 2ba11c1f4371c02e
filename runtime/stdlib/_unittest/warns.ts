// assertWarns, assertWarnsRegex.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { Warning } from "../../builtins/exceptions/index.ts";
import { isinstance } from "../../builtins/index.ts";
import { text_of } from "../../builtins/representation.ts";
import { catch_warnings, simplefilter } from "../warnings.ts";
import { Expecting } from "./expecting.ts";

export class AssertWarnsContext extends Expecting {
  static readonly __name__: string = "_AssertWarnsContext";
  /** The first warning that fits, and where it came from. */
  declare warning: Dynamic;
  declare filename: string;
  declare lineno: number;
  /** All that were given, fitting or not. */
  warnings: readonly Dynamic[] = [];
  readonly #manager = new catch_warnings({ record: true });

  get base_type(): Dynamic {
    return Warning;
  }

  get base_type_text(): string {
    return "a warning type or tuple of warning types";
  }

  __enter__(): this {
    this.warnings = this.#manager.__enter__() ?? [];
    const expected: readonly Dynamic[] = Array.isArray(this.expected)
      ? this.expected
      : [this.expected];
    for (const each of expected) simplefilter("always", each);
    return this;
  }

  __exit__(_type: Dynamic, error: Dynamic, _traceback: Dynamic): boolean {
    this.#manager.__exit__();
    if (error != null) return false;
    const fitting = this.warnings.filter(({ message }) => isinstance(message, this.expected));
    const regex = this.expected_regex;
    const found = fitting.find(
      ({ message }) => regex === null || regex.search(text_of(message)) !== null,
    );
    const first: Dynamic = fitting[0];
    if (found === undefined) {
      if (first !== undefined)
        this.fail(`"${regex?.pattern ?? ""}" does not match "${text_of(first.message)}"`);
      const by = this.obj_name ? ` by ${this.obj_name}` : "";
      this.fail(`${this.expected_name} not triggered${by}`);
    }
    this.warning = found.message;
    this.filename = found.filename;
    this.lineno = found.lineno;
    return false;
  }
}
