// The result type of functions that block in Python and are awaited here.

/**
 * What `asyncio.run`, `Thread.join` … return: a promise to TypeScript. The analysis tells them by this name from
 * coroutine functions (`Promise`): a plain `def` that reaches one becomes `async`, and its calls `await`.
 */
export type Blocking<T> = Promise<T>;
