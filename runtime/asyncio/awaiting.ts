// Between the moment when `await` looks at an awaitable's `then` and the moment when it calls it.
import { RuntimeError } from "../builtins/exceptions/index.ts";
import { places } from "../builtins/places.ts";
import { interpreter } from "../builtins/threads.ts";

/** Marks a step in which two things were awaited at once: the first of them isn't what the step hangs on. */
const SEVERAL = Symbol("several");

/**
 * Called where `then` of something pending is looked at. In a task one thing is awaited after the other; what
 * `Promise.all([a, b])` does there would end the step while half of it goes on. RuntimeError for the second.
 */
export function expect_await(awaitable: unknown): void {
  const thread = interpreter.current;
  if (thread.stepping === null) return;
  places.noting?.await_of_future();
  if (thread.expecting === null || thread.expecting === awaitable) thread.expecting = awaitable;
  else {
    thread.expecting = SEVERAL;
    throw awaited_together();
  }
}

export function awaited_together(): RuntimeError {
  return new RuntimeError(
    "a task awaits two things at once: use asyncio.gather(), or make a task of each",
  );
}

/** Called where `then` is called: whether the step hangs on that awaitable now. */
export function is_expected(awaitable: unknown): boolean {
  const thread = interpreter.current;
  const is_it = thread.expecting === awaitable;
  if (is_it || thread.expecting === SEVERAL) thread.expecting = null;
  return is_it;
}
