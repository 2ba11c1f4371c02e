// shield: waits for a future without passing a cancel on to it.
import { shown_as } from "./format_helpers.ts";
import type { Awaitable } from "./coroutines.ts";
import { after_starts } from "./eager-tasks.ts";
import { ensure_future } from "./ensure-future.ts";
import { Future } from "./futures.ts";

/** A future with the outcome of `arg`; cancelling it leaves `arg` alone. */
export function shield<T>(arg: Awaitable<T>): Future<T> {
  const inner = ensure_future(arg);
  if (inner.done()) return inner;
  const outer = new Future<T>({ loop: inner._loop });
  const on_inner_done = shown_as("shield.<locals>._inner_done_callback", (): void =>
    copy_outcome(inner, outer),
  );
  after_starts(inner._loop, () => {
    if (inner.done()) on_inner_done();
    else inner.add_done_callback(on_inner_done);
  });
  outer.add_done_callback(
    shown_as("shield.<locals>._outer_done_callback", () => {
      if (!inner.done()) inner.remove_done_callback(on_inner_done);
    }),
  );
  return outer;
}

function copy_outcome<T>(inner: Future<T>, outer: Future<T>): void {
  if (outer.cancelled()) {
    if (!inner.cancelled()) inner.exception();
  } else if (inner.cancelled()) outer.cancel();
  else {
    const error: unknown = inner.exception();
    if (error === null) outer.set_result(inner.result());
    else outer.set_exception(error);
  }
}
