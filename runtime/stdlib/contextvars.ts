// Python's contextvars.
import { Context, written_context } from "../builtins/context.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import { LookupError, RuntimeError, ValueError } from "../builtins/exceptions/index.ts";
import { address } from "../builtins/identity.ts";
import { repr } from "../builtins/representation.ts";
import { interpreter } from "../builtins/threads.ts";

export { Context };

/** What `set` gives: takes the change back by `reset`. */
export class Token<T = Dynamic> {
  static readonly __name__: string = "Token";
  static readonly __module__: string = "_contextvars";
  /** Stands for "no value". */
  static readonly MISSING: unique symbol = Symbol("<Token.MISSING>");

  readonly var: ContextVar<T>;
  readonly old_value: T | typeof Token.MISSING;
  readonly _context: Context;
  _is_used = false;

  constructor(variable: ContextVar<T>, old_value: T | typeof Token.MISSING, context: Context) {
    this.var = variable;
    this.old_value = old_value;
    this._context = context;
  }
}

/** A variable with a value of its own in each context. */
export class ContextVar<T = Dynamic> {
  static readonly __name__: string = "ContextVar";
  static readonly __module__: string = "_contextvars";

  readonly name: string;
  readonly #default: { readonly value: T } | null;

  constructor(name: string, options: { default?: T } = {}) {
    this.name = name;
    this.#default = "default" in options ? { value: options.default as T } : null;
  }

  /** The value here, else the one given, else the variable's default. LookupError when there is none. */
  get<D = T>(...otherwise: readonly [D?]): T | D {
    const context = interpreter.current.context;
    if (context.holds(this)) return context.lookup(this) as T;
    if (otherwise.length > 0) return otherwise[0] as D;
    if (this.#default !== null) return this.#default.value;
    throw new LookupError(this);
  }

  set(value: T): Token<T> {
    const context = written_context();
    const old = context.holds(this) ? (context.lookup(this) as T) : Token.MISSING;
    context.store(this, value);
    return new Token<T>(this, old, context);
  }

  /** The value before the `set` that gave the token. ValueError, RuntimeError for a token that does not fit. */
  reset(token: Token<T>): void {
    if (token._is_used) throw new RuntimeError(`${repr(token)} has already been used once`);
    if (token.var !== this)
      throw new ValueError(`${repr(token)} was created by a different ContextVar`);
    const context = interpreter.current.context;
    if (token._context !== context) {
      throw new ValueError(`${repr(token)} was created in a different Context`);
    }
    token._is_used = true;
    if (token.old_value === Token.MISSING) context.remove(this);
    else context.store(this, token.old_value);
  }

  __repr__(): string {
    const value = this.#default === null ? "" : ` default=${repr(this.#default.value)}`;
    return `<ContextVar name=${repr(this.name)}${value} at ${address(this)}>`;
  }
}

/** A copy of the context that is current. */
export function copy_context(): Context {
  return interpreter.current.context.copy();
}
