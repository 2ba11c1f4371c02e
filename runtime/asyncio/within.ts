// Python's `async with` for code that is written by hand.
import type { Dynamic } from "../builtins/dynamic.ts";

/** A lock, a TaskGroup, a timeout: what `async with` takes. */
export interface AsyncManager<V> {
  __aenter__(): Promise<V>;
  /** True suppresses the exception. */
  __aexit__(type: Dynamic, error: Dynamic, traceback: Dynamic): Promise<Dynamic>;
}

/** One that lets all exceptions through, as asyncio's own do. */
export interface PlainManager<V> extends AsyncManager<V> {
  __aexit__(type: Dynamic, error: Dynamic, traceback: Dynamic): Promise<null | undefined | false>;
}

/**
 * Runs the body inside of the manager, with what the manager gives; returns what the body does, or `null` where the
 * manager suppressed its exception.
 */
export function within<V, R>(manager: PlainManager<V>, body: (value: V) => Promise<R>): Promise<R>;
export function within<V, R>(
  manager: AsyncManager<V>,
  body: (value: V) => Promise<R>,
): Promise<R | null>;
export async function within<V, R>(
  manager: AsyncManager<V>,
  body: (value: V) => Promise<R>,
): Promise<R | null> {
  const value = await manager.__aenter__();
  let result: R;
  try {
    result = await body(value);
  } catch (error) {
    const type: unknown = (error as Error).constructor;
    if (await manager.__aexit__(type, error, null)) return null;
    throw error;
  }
  await manager.__aexit__(null, null, null);
  return result;
}
