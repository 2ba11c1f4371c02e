// generator: Python's protocol on native generators: send, throw, close.
import type { Dynamic } from "../dynamic.ts";
import {
  BaseException,
  GeneratorExit,
  RuntimeError,
  StopIteration,
  TypeError,
  ValueError,
} from "../exceptions/index.ts";
import { last_given_way, note_waiting, thrown_by, thrown_in } from "../raising/handling.ts";
import { is_started, mark_started } from "./generator-state.ts";

type AnyGenerator = Generator<Dynamic, Dynamic, Dynamic>;

/** `generator.send(g, value)` and its siblings; emitted where the receiver is known to be a generator. */
export const generator = { send, throw: throw_, throw_, close, __next__ } as const;

/** `g.send(value)`: the next value that `g` yields; StopIteration when it ends. */
function send<T>(g: Generator<T, Dynamic, Dynamic>, value: Dynamic): T {
  if (value != null && !is_started(g))
    throw new TypeError("can't send non-None value to a just-started generator");
  return yielded(resume(g, "next", value));
}

function __next__<T>(g: Generator<T, Dynamic, Dynamic>): T {
  return yielded(resume(g, "next", undefined));
}

/** `g.throw(error)`: raises at the `yield` where `g` hangs; the next value that it yields. */
function throw_<T>(
  g: Generator<T, Dynamic, Dynamic>,
  error: Dynamic,
  value: Dynamic = null,
  traceback: Dynamic = null,
): T {
  const raised = as_raised(error, value, traceback);
  thrown_by(raised, g);
  try {
    return yielded(resume(g, "throw", raised));
  } catch (left) {
    if (left === raised) thrown_in(raised);
    throw left;
  }
}

/** `g.close()`: raises GeneratorExit in `g`; what it returns then. RuntimeError when it yields instead. */
function close(g: AnyGenerator): Dynamic {
  const exit = new GeneratorExit();
  try {
    const result: IteratorResult<Dynamic> = resume(g, "throw", exit);
    if (result.done) return result.value ?? null;
  } catch (error) {
    if (error === exit || error instanceof GeneratorExit) return null;
    throw error;
  }
  throw new RuntimeError("generator ignored GeneratorExit");
}

/** Advances a native generator. A StopIteration that leaves its body is a RuntimeError (PEP 479). */
export function resume<T>(
  g: Generator<T, Dynamic, Dynamic>,
  method: "next" | "throw",
  value: unknown,
): IteratorResult<T, Dynamic> {
  mark_started(g);
  const before = last_given_way();
  try {
    const step = g[method](value);
    note_waiting(g, before);
    return step;
  } catch (error) {
    if (error instanceof StopIteration) throw raised_stop_iteration(error, "generator");
    if (error instanceof globalThis.TypeError && error.message === "Generator is already running")
      throw new ValueError("generator already executing");
    throw error;
  }
}

/** The exception that `throw(type, value, traceback)` means in any of its forms. */
export function as_raised(error: Dynamic, value: Dynamic, traceback: Dynamic): BaseException {
  let raised: Dynamic = error;
  if (typeof error === "function" && error.prototype instanceof BaseException)
    raised = value instanceof BaseException ? value : new error(...(value == null ? [] : [value]));
  else if (error === BaseException) raised = new BaseException(...(value == null ? [] : [value]));
  if (!(raised instanceof Error))
    throw new TypeError(
      `exceptions must be classes or instances deriving from BaseException, not ${String(raised)}`,
    );
  if (traceback != null && raised instanceof BaseException) raised.__traceback__ = traceback;
  return raised as BaseException;
}

export function raised_stop_iteration(error: BaseException, kind: string): RuntimeError {
  const raised = new RuntimeError(`${kind} raised ${error.constructor.name}`);
  raised.__context__ = error;
  raised.__cause__ = error;
  return raised;
}

function yielded<T>(result: IteratorResult<T, Dynamic>): T {
  if (!result.done) return result.value;
  throw result.value == null ? new StopIteration() : new StopIteration(result.value);
}
