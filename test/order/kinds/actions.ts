// Statements that never suspend.
import { line } from "../program.ts";
import type { Statement } from "../program.ts";
import { delay, delay_or_none, one_of } from "./writing.ts";
import type { Kind, Writing } from "./writing.ts";

export const actions: readonly Kind[] = [
  (w) => line(`log("at ${w.next_label()}")`),
  spawn,
  spawn,
  spawn,
  spawn,
  ({ random }) => line(`cancel_task(${random.below(9)}, "${random.choice(["", "", "m1", "m2"])}")`),
  ({ random }) => line(`cancel_task(${random.below(9)}, "")`),
  ({ random }) => line(`uncancel_task(${random.below(9)})`),
  ({ random }) => line(`set_future(${random.below(3)}, ${random.below(9)})`),
  (w) => line(`fail_future(${w.random.below(3)}, "${w.next_label()}")`),
  (w) => line(`${one_of(w, "futures", 3)}.cancel()`),
  ({ random }) => line(`renew_future(${random.below(3)})`),
  (w) => line(`${one_of(w, "events", 2)}.set()`),
  (w) => line(`${one_of(w, "events", 2)}.clear()`),
  schedule,
  schedule,
  ({ random }) => line(`cancel_handle(${random.below(5)})`),
  (w) => line(`watch(${w.random.below(9)}, "${w.next_label()}")`),
  ({ random }) => line(`watch_cancelling(${random.below(9)}, ${random.below(9)})`),
  ({ random }) => line(`inspect(${random.below(9)})`),
  (w) => line(`release(${one_of(w, "locks", 2)})`),
  (w) => line(`release(${one_of(w, "semaphores", 2)})`),
  (w) => line(`log("locked", ${one_of(w, "semaphores", 2)}.locked())`),
  ({ random }) => line(`put_now(${random.below(4)}, ${random.below(9)})`),
  ({ random }) => line(`put_now(${random.below(4)}, ${random.below(9)})`),
  ({ random }) => line(`get_now(${random.below(4)})`),
  ({ random }) => line(`end_task(${random.below(4)})`),
  (w) =>
    w.random.chance(0.3)
      ? line(`${one_of(w, "queues", 4)}.shutdown(${w.random.choice(["", "True"])})`)
      : null,
  ({ random }) => line(`notify(${random.below(2)}, ${random.below(3)})`),
  ({ random }) => line(`raise_level(${random.below(3)})`),
  (w) => (w.random.chance(0.5) ? line(`var.set(${w.random.below(9)})`) : null),
  (w) => line(`reschedule(${w.random.below(4)}, ${delay_or_none(w)})`),
  start_in,
  ({ random }) => line(`cancel_outer(${random.below(4)})`),
  (w) => {
    const generator = w.generator();
    return generator === null ? null : line(`keep_generator(${generator}())`);
  },
];

export function spawn(w: Writing): Statement | null {
  const callee = w.callee();
  if (callee === null) return null;
  const { random } = w;
  const loop = random.choice(["asyncio", "loop"]);
  const options = random.chance(0.15) ? ", context=contextvars.copy_context()" : "";
  return line(`keep(${loop}.create_task(${callee}()${options}))`);
}

function schedule(w: Writing): Statement | null {
  const callback = w.callback();
  if (callback === null) return null;
  const { random } = w;
  return line(
    random.choice([
      `loop.call_soon(${callback})`,
      `loop.call_soon(${callback}, context=contextvars.copy_context())`,
      `handles.append(loop.call_soon(${callback}))`,
      `handles.append(loop.call_later(${delay(w)}, ${callback}))`,
      `loop.call_later(${delay(w)}, ${callback})`,
      `loop.call_at(${random.choice(["1", "2", "3"])}, ${callback})`,
    ]),
  );
}

function start_in(w: Writing): Statement | null {
  const callee = w.callee();
  return callee === null ? null : line(`start_in(${w.random.below(3)}, ${callee})`);
}
