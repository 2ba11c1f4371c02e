// ensure_future: whatever can be awaited, as a future or task.
import { awaited_object } from "../builtins/await-protocol.ts";
import { as_value } from "../builtins/handover.ts";
import { Coroutine } from "../builtins/coroutine.ts";
import { RuntimeError, TypeError, ValueError } from "../builtins/exceptions/index.ts";
import { close, is_coroutine_like } from "./coroutines.ts";
import type { Awaitable, HasAwait } from "./coroutines.ts";
import type { AbstractEventLoop } from "./events.ts";
import { isfuture } from "./futures.ts";
import type { Future } from "./futures.ts";
import { get_event_loop } from "./policy.ts";

/** Futures come back as they are; coroutines and other awaitables become tasks. */
export function ensure_future<T>(
  coro_or_future: Awaitable<T>,
  { loop = null }: { readonly loop?: AbstractEventLoop | null } = {},
): Future<T> {
  if (isfuture(coro_or_future)) {
    if (loop !== null && coro_or_future._loop !== loop)
      throw new ValueError(
        "The future belongs to a different loop than the one specified as the loop argument",
      );
    return coro_or_future as Future<T>;
  }
  const coroutine = is_coroutine_like(coro_or_future)
    ? coro_or_future
    : new Coroutine(wrap_awaitable, [checked(coro_or_future)]);
  try {
    return (loop ?? get_event_loop()).create_task(coroutine) as Future<T>;
  } catch (error) {
    if (error instanceof RuntimeError) close(coroutine);
    throw error;
  }
}

function checked<T>(value: Awaitable<T>): HasAwait<T> {
  if (typeof value === "object" && value !== null && "__await__" in value) return value;
  throw new TypeError("An asyncio.Future, a coroutine or an awaitable is required");
}

async function wrap_awaitable<T>(awaitable: HasAwait<T>): Promise<T> {
  return as_value(await awaited_object<T>(awaitable));
}
