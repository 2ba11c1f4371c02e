// enter_blocking(): `with` on a manager whose __enter__ or __exit__ blocks (an executor, a lock of threads).
import type { Dynamic } from "../dynamic.ts";
import { enter_async, type AsyncScope } from "./scope.ts";
import { TypeError } from "../exceptions/index.ts";
import { as_value } from "../handover.ts";
import { type_name } from "../type-name.ts";

export interface BlockingManager<T> {
  __enter__(): T | PromiseLike<T>;
  __exit__(type: Dynamic, error: Dynamic, traceback: Dynamic): unknown;
}

/** `await enter_blocking(manager)`: what `enter` does, waiting where Python blocks. */
export async function enter_blocking<T>(manager: BlockingManager<T>): Promise<AsyncScope<T>> {
  const { __enter__, __exit__ } = (manager ?? {}) as Partial<BlockingManager<T>>;
  if (typeof __enter__ !== "function" || typeof __exit__ !== "function") {
    throw new TypeError(
      `'${type_name(manager)}' object does not support the context manager protocol`,
    );
  }
  return enter_async<T>({
    __aenter__: async () => as_value(await manager.__enter__()),
    __aexit__: async (...details) => await manager.__exit__(...details),
  });
}
