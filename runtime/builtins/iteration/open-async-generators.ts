// The async generators that were begun in a loop and have not ended: the loop closes them when it shuts down.
import { RuntimeError } from "../exceptions/index.ts";
import { interpreter } from "../threads.ts";

type AnyAsyncGenerator = AsyncGenerator<unknown, unknown, unknown>;

/** What an event loop has for them, in the order in which they were begun. */
export interface KeepsAsyncGenerators {
  readonly _asyncgens: Set<AnyAsyncGenerator>;
}

/** Those that hang on an `await` of their own: nobody may advance them meanwhile. JavaScript would put that in a queue. */
const running = new WeakSet<AnyAsyncGenerator>();

/**
 * Advances a generator by `step`; the running loop knows it until it ends. RuntimeError, which names the `method`, while
 * another step is under way.
 */
export async function advance_noted<R extends IteratorResult<unknown, unknown>>(
  generator: AnyAsyncGenerator,
  step: () => Promise<R>,
  method: "anext" | "athrow" | "aclose" = "anext",
): Promise<R> {
  if (running.has(generator))
    throw new RuntimeError(`${method}(): asynchronous generator is already running`);
  const loop = interpreter.current.running_loop as KeepsAsyncGenerators | null;
  running.add(generator);
  loop?._asyncgens.add(generator);
  try {
    const result = await step();
    if (result.done) loop?._asyncgens.delete(generator);
    return result;
  } catch (error) {
    loop?._asyncgens.delete(generator);
    throw error;
  } finally {
    running.delete(generator);
  }
}
