// sleep: gives way to others, for a time or for one iteration.
import { ValueError } from "../builtins/exceptions/index.ts";
import { as_value } from "../builtins/handover.ts";
import { interpreter } from "../builtins/threads.ts";
import { running_loop } from "./events.ts";
import { Future, set_result_unless_cancelled } from "./futures.ts";
import type { Reject, Resolve } from "./futures.ts";
import type { Task } from "./tasks.ts";

/** Completes after `delay` seconds with `result`. With a delay of 0 or less every other ready task has its turn. */
export async function sleep<T = null>(delay: number, result: T = null as T): Promise<T> {
  if (delay <= 0) {
    await (bare_yield as unknown as PromiseLike<void>);
    return as_value(result);
  }
  const seconds = Number(delay);
  if (Number.isNaN(seconds)) throw new ValueError("Invalid delay: NaN (not a number)");
  const loop = running_loop();
  const future = new Future<T>({ loop });
  const timer = loop._call_at_from_now(
    loop._now() + seconds,
    set_result_unless_cancelled,
    [future, result],
    null,
  );
  try {
    return as_value(await future);
  } finally {
    timer.cancel();
  }
}

/** Python's bare `yield` as something to await. */
const bare_yield = {
  // oxlint-disable-next-line unicorn/no-thenable -- it is one
  then(resolve: Resolve, reject: Reject): void {
    const task = interpreter.current.stepping as Task | null;
    if (task === null) resolve(null);
    else task._yield(resolve, reject);
  },
};
