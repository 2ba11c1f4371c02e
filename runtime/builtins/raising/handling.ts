// Which exception is being handled: kept by the handlers of programs that can see it (`__context__`, `sys.exc_info`, a bare `raise`).
import { as_exception } from "../exceptions/as-exception.ts";
import type { BaseException } from "../exceptions/base.ts";
import { RuntimeError } from "../exceptions/hierarchy.ts";
import { interpreter } from "../threads.ts";
import { caught_here } from "../traceback/trail.ts";
import { in_context } from "./raising.ts";

/** `except` of a caught error begins: it is the one that is handled until `done` is called. */
export function handle(error: unknown): Handling {
  return new Handling(as_exception(error));
}

/** States: under way → done. While it is under way, its thread's `handling` is this one or one begun later. */
export class Handling {
  readonly exception: BaseException;
  readonly outer: Handling | null;

  constructor(exception: BaseException) {
    const { current } = interpreter;
    this.outer = current.handling as Handling | null;
    current.handling = this;
    this.exception = exception;
    caught_here(exception);
    // What a handler further out deals with was being handled when this one was raised.
    const thrown = throwers.get(exception);
    const outer = thrown?.by === this.outer ? thrown?.into : this.outer;
    if (outer != null) follow(exception, outer.exception);
  }

  /** What the handler itself raises, with the handled exception behind it. */
  raised(error: unknown): BaseException {
    const exception = as_exception(error);
    follow(exception, this.exception);
    return exception;
  }

  done(): void {
    interpreter.current.handling = this.outer;
  }

  /** A generator gives way: the exception is not its caller's. */
  paused<T>(value: T): T {
    this.done();
    given_way = this;
    return value;
  }

  resumed<T>(value: T): T {
    interpreter.current.handling = this;
    return value;
  }
}

/** A `try` whose `finally` runs while what its body raised is on its way. States: nothing raised → raised → done. */
export class Pending {
  private handling: Handling | null = null;

  /** The body raised: gives the exception, to be thrown on. */
  handle(error: unknown): BaseException {
    this.handling = handle(error);
    return this.handling.exception;
  }

  raised(error: unknown): BaseException {
    const exception = as_exception(error);
    const handled = this.handling?.exception ?? handled_exception();
    if (handled !== null) follow(exception, handled);
    return exception;
  }

  paused<T>(value: T): T {
    return this.handling?.paused(value) ?? value;
  }

  resumed<T>(value: T): T {
    return this.handling?.resumed(value) ?? value;
  }

  done(): void {
    this.handling?.done();
  }
}

/** The exception that is being handled here: `sys.exception()`; `null` outside of all handlers. */
export function handled_exception(): BaseException | null {
  return (interpreter.current.handling as Handling | null)?.exception ?? null;
}

/** `generator.throw(error)`: an error that comes out again as it went in has nothing of its thrower's behind it. */
export function thrown_in(error: BaseException): void {
  let handling = interpreter.current.handling as Handling | null;
  for (; handling !== null; handling = handling.outer) if (handling.exception === error) return;
  settled.add(error);
}

/** What the interpreter raises of its own accord has nothing behind it, whatever is handled meanwhile. */
export function without_context(error: BaseException): void {
  settled.add(error);
}

/** Its thrower's handlers are not those of the generator that it is thrown into. */
export function thrown_by(error: BaseException, generator: object): void {
  const by = interpreter.current.handling as Handling | null;
  if (by !== null) throwers.set(error, { by, into: waiting.get(generator) ?? null });
}

/** A generator hangs at a `yield`: in the handler that gave way last, if any did since `before`. */
export function note_waiting(generator: object, before: Handling | null): void {
  if (given_way === null) return;
  if (given_way !== before) waiting.set(generator, given_way);
  else waiting.delete(generator);
}

/** The handler that gave way last. */
export function last_given_way(): Handling | null {
  return given_way;
}

let given_way: Handling | null = null;
const waiting = new WeakMap<object, Handling>();
const throwers = new WeakMap<
  BaseException,
  { readonly by: Handling; readonly into: Handling | null }
>();
const settled = new WeakSet<BaseException>();

/** What a bare `raise` outside of an `except` clause raises: the exception that a caller handles. */
export function reraised(): BaseException {
  return handled_exception() ?? new RuntimeError("No active exception to reraise");
}

/** Runs a context manager's exit, during which the exception is the handled one. */
export function while_handling<R>(error: BaseException, leave: () => R): R {
  const handling = handle(error);
  try {
    return leave();
  } catch (raised) {
    throw handling.raised(raised);
  } finally {
    handling.done();
  }
}

/** The first of the exception's contexts that has none gets `context`: it was raised while that one was handled. */
function follow(exception: BaseException, context: BaseException): void {
  const seen = new Set<BaseException>();
  for (let at = exception; at !== context && !seen.has(at); at = at.__context__) {
    seen.add(at);
    if (settled.has(at)) return;
    if (at.__context__ === null) return void in_context(at, context);
  }
}
