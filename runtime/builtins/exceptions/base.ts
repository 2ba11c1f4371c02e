// BaseException: arguments, cause, context, notes and text, as every built-in exception has them.
import { fail } from "../failure.ts";
import { is_keywords } from "../keywords.ts";
import { plain } from "../primitive.ts";
import { repr, repr_items, text_of } from "../representation.ts";
import { traceback_of } from "../traceback/traceback.ts";
import { looked_at } from "../traceback/trail.ts";
import { Tuple } from "../tuple.ts";
import { class_name, type_name } from "../type-name.ts";
import type { Dynamic } from "../dynamic.ts";
import { note_made } from "./recent.ts";

const CAUSE: unique symbol = Symbol("cause");
const TRACEBACK: unique symbol = Symbol("traceback");

/**
 * The root of Python's exceptions, an `Error` to JavaScript. `__context__` is set where an exception is raised
 * while another is handled (`raised`, `raise_from`); a cause suppresses it in tracebacks.
 */
export class BaseException extends Error {
  static readonly __name__: string = "BaseException";
  static readonly __module__: string = "builtins";

  args: readonly Dynamic[];
  declare __notes__?: string[];
  __context__: BaseException | null = null;
  __suppress_context__ = false;
  declare [CAUSE]?: BaseException | null;
  declare [TRACEBACK]?: Dynamic;

  constructor(...args: readonly Dynamic[]) {
    super();
    if (args.length > 0 && is_keywords(args.at(-1)) && !("__init__" in this))
      fail("TypeError", `${class_name(new.target)}() takes no keyword arguments`);
    this.args = Tuple.from_iterable(args);
    note_made(this);
  }

  /** Where it was raised, as far as the engine's trace tells; `null` where that is not known. */
  get __traceback__(): Dynamic {
    if (this[TRACEBACK] === undefined) keep(this, TRACEBACK, traceback_of(looked_at(this)));
    return this[TRACEBACK];
  }

  set __traceback__(traceback: Dynamic) {
    keep(this, TRACEBACK, traceback);
  }

  get __cause__(): BaseException | null {
    return this[CAUSE] ?? null;
  }

  set __cause__(cause: BaseException | null) {
    keep(this, CAUSE, cause);
    this.__suppress_context__ = true;
  }

  /** JavaScript's own name for the class, for those who look at the exception as an `Error`. */
  declare name: string;
  /** JavaScript's text of the error: what `str(error)` says, until a program keeps a `message` of its own. */
  declare message: string;

  // Accessors, which classes below may still declare as properties.
  static {
    Object.defineProperties(this.prototype, {
      name: {
        configurable: true,
        get(this: BaseException): string {
          return class_name(this.constructor);
        },
        set(this: BaseException, name: unknown): void {
          own(this, "name", name);
        },
      },
      message: {
        configurable: true,
        // The engine asks for it when it writes the stack.
        get(this: BaseException): string {
          try {
            return text_of(this);
          } catch {
            return "<exception str() failed>";
          }
        },
        set(this: BaseException, message: unknown): void {
          own(this, "message", message);
        },
      },
    });
  }

  /** Adds a line that tracebacks show below the exception. */
  add_note(note: string): void {
    if (typeof plain(note) !== "string")
      fail("TypeError", `note must be a str, not '${type_name(note)}'`);
    (this.__notes__ ??= []).push(note);
  }

  with_traceback(traceback: Dynamic): this {
    this.__traceback__ = traceback;
    return this;
  }

  __str__(): string {
    return this.args.length === 1
      ? text_of(this.args[0])
      : this.args.length === 0
        ? ""
        : repr(this.args);
  }

  __repr__(): string {
    return `${class_name(this.constructor)}(${repr_items(this.args)})`;
  }
}

/**
 * `new type(...args)` of a built-in class that only names itself, for errors of which nobody sees the trace: without
 * the engine's error below, which costs more than all the rest.
 */
export function bare_exception<E extends BaseException>(
  type: new (...args: Dynamic[]) => E,
  ...args: readonly unknown[]
): E {
  const error = Object.create(type.prototype) as E;
  error.args = Tuple.of(...args);
  error.__context__ = null;
  error.__suppress_context__ = false;
  return error;
}

/** What few exceptions have, where the console does not show it. */
function keep(error: BaseException, name: symbol, value: unknown): void {
  Object.defineProperty(error, name, {
    value,
    writable: true,
    configurable: true,
    enumerable: false,
  });
}

/** Programs set `self.name` and `self.message` on their exceptions, which `Error` has as well. */
function own(error: BaseException, name: "name" | "message", value: unknown): void {
  Object.defineProperty(error, name, {
    value,
    writable: true,
    configurable: true,
    enumerable: true,
  });
}
