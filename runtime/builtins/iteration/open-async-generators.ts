// The async generators that were begun in a loop and have not ended: the loop closes them when it shuts down.
import { RuntimeError } from "../exceptions/index.ts";
import { interpreter } from "../threads.ts";

type AnyAsyncGenerator = AsyncGenerator<unknown, unknown, unknown>;

/** What an event loop has for them, in the order in which they were begun. */
export interface KeepsAsyncGenerators {
  readonly _asyncgens: Set<AnyAsyncGenerator>;
}

/**
 * new (not noted) → running ⇄ suspended → ended. While it is running, which includes an `await` of its own, nobody may
 * advance it: JavaScript would put that in a queue.
 */
const states = new WeakMap<AnyAsyncGenerator, "running" | "suspended" | "ended">();

/** Those that yielded instead of ending where `aclose` was called: for CPython they are closed all the same. */
const closed = new WeakSet<AnyAsyncGenerator>();

export function has_ended(generator: AnyAsyncGenerator): boolean {
  return states.get(generator) === "ended";
}

/**
 * Advances a generator by `step`; the running loop knows it until it ends. RuntimeError, which names the `method`, while
 * another step is under way.
 */
export async function advance_noted<R extends IteratorResult<unknown, unknown>>(
  generator: AnyAsyncGenerator,
  step: () => Promise<R>,
  method: "anext" | "athrow" | "aclose" = "anext",
): Promise<R> {
  const state = states.get(generator);
  if (state === "running")
    throw new RuntimeError(`${method}(): asynchronous generator is already running`);
  const loop = interpreter.current.running_loop as KeepsAsyncGenerators | null;
  states.set(generator, "running");
  if (state === undefined) loop?._asyncgens.add(generator);
  try {
    const result = await step();
    if (result.done) end(generator, loop);
    else states.set(generator, "suspended");
    return result;
  } catch (error) {
    end(generator, loop);
    throw error;
  }
}

export function note_closed(generator: AnyAsyncGenerator): void {
  closed.add(generator);
}

/** Whether nothing can be raised in it any more, though it has not ended. */
export function is_closed(generator: AnyAsyncGenerator): boolean {
  return closed.has(generator) && states.get(generator) === "suspended";
}

/** The running loop knows the generator from now on. */
export function note_begun(generator: AnyAsyncGenerator): void {
  (interpreter.current.running_loop as KeepsAsyncGenerators | null)?._asyncgens.add(generator);
}

/** Nobody holds it any more: the loop does not close it when it shuts down. */
export function forget_generator(generator: AnyAsyncGenerator): void {
  (interpreter.current.running_loop as KeepsAsyncGenerators | null)?._asyncgens.delete(generator);
}

function end(generator: AnyAsyncGenerator, loop: KeepsAsyncGenerators | null): void {
  states.set(generator, "ended");
  loop?._asyncgens.delete(generator);
}
