// What TypeScript's users do with promises by hand, `.then(f)`, `.catch(f)`, `.finally(f)`, on awaitables that are none.

/**
 * A native promise for what awaiting the object gives. In a task it is what the task hangs on: as with `await`, one thing at
 * a time.
 */
export function promise_of<T>(awaitable: PromiseLike<T>): Promise<T> {
  return new Promise((resolve) => {
    resolve(awaitable);
  });
}

/** `await` passes both functions; one alone comes from somebody who goes on with the promise that `then` returns. */
export function is_by_hand(on_error: unknown): boolean {
  return on_error === undefined || on_error === null;
}
