// The async generators that were begun in a loop and have not ended: the loop closes them when it shuts down.
import { interpreter } from "../threads.ts";

type AnyAsyncGenerator = AsyncGenerator<unknown, unknown, unknown>;

/** What an event loop has for them, in the order in which they were begun. */
export interface KeepsAsyncGenerators {
  readonly _asyncgens: Set<AnyAsyncGenerator>;
}

/** Advances a generator by `step`; the running loop knows it until it ends. */
export async function advance_noted<R extends IteratorResult<unknown, unknown>>(
  generator: AnyAsyncGenerator,
  step: () => Promise<R>,
): Promise<R> {
  const loop = interpreter.current.running_loop as KeepsAsyncGenerators | null;
  if (loop === null) return await step();
  loop._asyncgens.add(generator);
  try {
    const result = await step();
    if (result.done) loop._asyncgens.delete(generator);
    return result;
  } catch (error) {
    loop._asyncgens.delete(generator);
    throw error;
  }
}
