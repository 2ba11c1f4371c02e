// What becomes of asynchronous generators when their loop shuts down.
import { exception_context } from "./exception-context.ts";
import { Coroutine } from "../builtins/coroutine.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import { Exception } from "../builtins/exceptions/index.ts";
import { async_generator } from "../builtins/iteration/async-generator.ts";
import { repr } from "../builtins/representation.ts";
import type { AbstractEventLoop } from "./events.ts";
import { gather } from "./gather.ts";

type AnyAsyncGenerator = AsyncGenerator<unknown, unknown, unknown>;

/** Closes all of them at once, each in a task; what they raise goes to the exception handler. */
export async function close_async_generators(
  loop: AbstractEventLoop,
  open: Set<AnyAsyncGenerator>,
): Promise<void> {
  if (open.size === 0) return;
  const generators = [...open];
  open.clear();
  const closing = generators.map((each) => new Coroutine<null>(async_generator.aclose, [each]));
  const results: readonly Dynamic[] = await gather(...closing, { return_exceptions: true });
  for (const [i, result] of results.entries()) {
    if (!(result instanceof Exception)) continue;
    loop.call_exception_handler(
      exception_context({
        message: `an error occurred during closing of asynchronous generator ${repr(generators[i])}`,
        exception: result,
        asyncgen: generators[i],
      }),
    );
  }
}
