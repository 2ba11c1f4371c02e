// Python's `__await__`: objects of the program's classes become thenables, whose iterator is driven by the task.
import { Awaiting, drivers } from "./coroutine-wrapper.ts";
import type { Dynamic } from "./dynamic.ts";
import { generator_error, RuntimeError, TypeError } from "./exceptions/index.ts";
import { is_handed_over, resolve_with } from "./handover.ts";
import { has_method } from "./iteration/python-iterator.ts";
import { yield_from } from "./iteration/yield-from.ts";
import { repr } from "./representation.ts";
import { interpreter } from "./threads.ts";
import { type_name } from "./type-name.ts";

/** `get then() { return then_of(this); }`: what `await object` calls. Hidden while the object is handed over as a value. */
export function then_of(object: object): Dynamic {
  return is_handed_over(object) ? undefined : start_awaiting;
}

/** What `await object` gives for any object with `__await__`. */
export function awaited_object<T>(object: Dynamic): PromiseLike<T> {
  const then = start_awaiting.bind(object) as PromiseLike<T>["then"];
  return { then };
}

/** Runs an object that has a coroutine's methods as a task does: by `send`, whatever its `__await__` gives. */
export function sent_object<T>(object: Dynamic): PromiseLike<T> {
  return awaited_object<T>({ __await__: () => new Sending(object) });
}

class Sending {
  readonly #object: Dynamic;

  constructor(object: Dynamic) {
    this.#object = object;
  }

  __iter__(): this {
    return this;
  }

  __next__(): unknown {
    return this.#object.send(null);
  }

  send(value: unknown): unknown {
    return this.#object.send(value);
  }

  throw(error: unknown): unknown {
    return this.#object.throw(error);
  }
}

function start_awaiting(
  this: Dynamic,
  on_value: ((value: unknown) => unknown) | null | undefined,
  on_error: ((error: unknown) => unknown) | null | undefined,
): Promise<unknown> {
  return drive(this).then(
    ({ value }) => (on_value ? resolve_with(on_value, value) : undefined),
    on_error,
  );
}

/** Runs the iterator to its end; its value, wrapped lest JavaScript flattens it. */
async function drive(object: Dynamic): Promise<{ readonly value: unknown }> {
  const steps = yield_from<unknown>(iterator_of(object));
  let step = advanced(() => steps.next());
  while (!step.done) {
    const [is_thrown, outcome] = await answer(step.value);
    step = advanced(() => (is_thrown ? steps.throw(outcome) : steps.next(outcome)));
  }
  return { value: step.value ?? null };
}

function iterator_of(object: Dynamic): Iterable<unknown> {
  const iterator: Dynamic = object.__await__();
  if (has_method(iterator, "__next__") || has_method(iterator, "next")) return iterator;
  if (type_name(iterator) === "coroutine") throw new TypeError("__await__() returned a coroutine");
  throw new TypeError(`__await__() returned non-iterator of type '${type_name(iterator)}'`);
}

function advanced(advance: () => IteratorResult<unknown>): IteratorResult<unknown> {
  drivers.running++;
  try {
    return advance();
  } catch (error) {
    throw generator_error(error);
  } finally {
    drivers.running--;
  }
}

/** What the iterator gets for what it has yielded: whether it is thrown, and what. */
async function answer(yielded: Dynamic): Promise<readonly [boolean, unknown]> {
  try {
    if (yielded instanceof Awaiting) return [false, await yielded.awaitable];
    if (yielded == null) await new BareYield();
    else if (has_method(yielded, "add_done_callback")) await until_done(yielded);
    else {
      await new BareYield();
      return [true, new RuntimeError(`Task got bad yield: ${repr(yielded)}`)];
    }
    return [false, null];
  } catch (error) {
    return [true, error];
  }
}

/** A future that was yielded: the step ends, be it done already. What it gives is asked for by the iterator. */
async function until_done(future: Dynamic): Promise<void> {
  if (future._asyncio_future_blocking !== true) {
    await new BareYield();
    const task: unknown = interpreter.current.stepping;
    throw new RuntimeError(
      `yield was used instead of yield from in task ${repr(task)} with ${repr(future)}`,
    );
  }
  future._asyncio_future_blocking = false;
  if (future.done()) await new BareYield();
  await future;
}

/** Python's bare `yield`: the task goes on in the next iteration. */
class BareYield {
  then(resolve: (value: null) => unknown): void {
    const task = interpreter.current.stepping as Dynamic;
    if (task === null) resolve(null);
    else task._yield(resolve);
  }
}
