// What assertRaises and assertWarns have in common: a block, or a function that is called with arguments.
import type { Blocking } from "../../builtins/blocking.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { TypeError } from "../../builtins/exceptions/index.ts";
import { getattr, repr } from "../../builtins/index.ts";
import { is_keywords } from "../../builtins/keywords.ts";
import { text_of } from "../../builtins/representation.ts";
import { enter } from "../../builtins/managers/index.ts";
import { is_class } from "../../builtins/type-name.ts";
import type { Pattern } from "../_re/pattern.ts";
import { compile } from "../re.ts";
import { call_now, called } from "./calling.ts";
import type { Asserting } from "./asserting.ts";

export abstract class Expecting {
  static readonly __module__: string = "unittest.case";
  readonly test_case: Asserting;
  readonly expected: Dynamic;
  readonly expected_regex: Pattern | null;
  msg: Dynamic = null;
  obj_name: string | null = null;

  constructor(expected: Dynamic, test_case: Asserting, expected_regex: Dynamic = null) {
    this.expected = expected;
    this.test_case = test_case;
    this.expected_regex = expected_regex === null ? null : compile(expected_regex);
  }

  abstract get base_type(): Dynamic;
  abstract get base_type_text(): string;
  abstract __enter__(): this;
  abstract __exit__(type: Dynamic, error: Dynamic, traceback: Dynamic): unknown;

  /** The manager itself where no function is given; else what calling the function comes to: None. */
  handle(name: string, args: readonly Dynamic[]): this | null {
    const callee = this.#callee(name, args);
    if (callee === null) return this;
    const scope = enter(this);
    try {
      call_now(...callee);
    } catch (error) {
      scope.raised(error);
    } finally {
      scope.leave();
    }
    return null;
  }

  /** The same for a function that blocks. */
  async handle_awaiting(name: string, args: readonly Dynamic[]): Blocking<this | null> {
    const callee = this.#callee(name, args);
    if (callee === null) return this;
    const scope = enter(this);
    try {
      await called(...callee);
    } catch (error) {
      scope.raised(error);
    } finally {
      scope.leave();
    }
    return null;
  }

  #callee(name: string, args: readonly Dynamic[]): readonly [Dynamic, readonly Dynamic[]] | null {
    if (!is_subtype(this.expected, this.base_type))
      throw new TypeError(`${name}() arg 1 must be ${this.base_type_text}`);
    const [first, ...rest] = args;
    if (args.length > 0 && !is_keywords(first)) {
      this.obj_name = name_of(first);
      return [first, rest];
    }
    const { msg = null, ...others } = first ?? {};
    this.msg = msg;
    const [other] = Object.keys(others);
    if (other !== undefined)
      throw new TypeError(`${repr(other)} is an invalid keyword argument for this function`);
    return null;
  }

  /** The name of what was expected. */
  protected get expected_name(): string {
    return name_of(this.expected);
  }

  protected fail(text: string): never {
    throw new (this.test_case.failureException as Dynamic)(
      this.test_case._formatMessage(this.msg, text),
    );
  }
}

function name_of(value: Dynamic): string {
  const name: unknown = getattr(value, "__name__", null);
  return typeof name === "string" ? name : text_of(value);
}

function is_subtype(expected: Dynamic, base: Dynamic): boolean {
  if (Array.isArray(expected)) return expected.every((each) => is_subtype(each, base));
  return (
    typeof expected === "function" &&
    is_class(expected) &&
    (expected === base || expected.prototype instanceof base)
  );
}
