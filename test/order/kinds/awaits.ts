// Statements that may suspend.
import { compound, guarded, line } from "../program.ts";
import type { Statement } from "../program.ts";
import { delay, delay_or_none, got, one_of } from "./writing.ts";
import type { Kind, Writing } from "./writing.ts";

export const awaits: readonly Kind[] = [
  (w) => line(`await asyncio.sleep(${delay(w)})`),
  () => line("await asyncio.sleep(0)"),
  () => line("await asyncio.sleep(0)"),
  (w) => called(w, (call) => call),
  (w) => called(w, (call) => call),
  (w) => called(w, (call) => call),
  (w) => picked(w, (task) => task),
  (w) => picked(w, (task) => task),
  (w) => picked(w, (task) => `asyncio.shield(${task})`),
  (w) => picked(w, (task) => `asyncio.wait_for(${task}, ${delay(w)})`),
  (w) => picked(w, (task) => `Wrapped(${task})`),
  (w) => called(w, (call) => `asyncio.wait_for(${call}, ${delay_or_none(w)})`),
  (w) => called(w, (call) => `asyncio.wait_for(${call}, ${delay_or_none(w)})`),
  (w) => called(w, (call) => `asyncio.shield(${call})`),
  (w) => called(w, (call) => `asyncio.wait_for(asyncio.shield(${call}), ${delay(w)})`),
  (w) => called(w, (call) => `Wrapped(${call})`),
  (w) => called(w, (call) => `asyncio.gather(${call}, asyncio.sleep(${delay(w)}, "slept"))`),
  gather,
  gather,
  gather,
  wait,
  wait,
  as_completed,
  as_completed_async,
  kept_coroutine,
  kept_outer,
  (w) => got(one_of(w, "futures", 3)),
  (w) => got(`Wrapped(${one_of(w, "futures", 3)})`),
  () => got("Turn()"),
  (w) => got(`${one_of(w, "events", 2)}.wait()`),
  (w) => line(`await ${one_of(w, "locks", 2)}.acquire()`),
  (w) => line(`await ${one_of(w, "semaphores", 2)}.acquire()`),
  (w) => line(`await ${one_of(w, "queues", 4)}.put(${w.random.below(9)})`),
  (w) => got(`${one_of(w, "queues", 4)}.get()`),
  (w) => got(`${one_of(w, "queues", 4)}.get()`),
  (w) => line(`await ${one_of(w, "queues", 4)}.join()`),
  (w) => got(`${one_of(w, "barriers", 2)}.wait()`),
  (w) => line(`await pass_barrier(${w.random.below(2)})`),
  (w) => got(`${one_of(w, "conditions", 2)}.wait()`),
  (w) => line(`await wait_level(${w.random.below(2)}, ${w.random.below(4)})`),
  (w) => patiently(w, `${one_of(w, "events", 2)}.wait()`),
  (w) => patiently(w, `${one_of(w, "queues", 4)}.get()`),
  (w) => patiently(w, `${one_of(w, "queues", 4)}.put(9)`),
  (w) => patiently(w, `${one_of(w, "barriers", 2)}.wait()`),
  (w) => patiently(w, `${one_of(w, "locks", 2)}.acquire()`),
  (w) => patiently(w, `wait_level(${w.random.below(2)}, ${w.random.below(4)})`),
  (w) => (w.random.chance(0.6) ? raising(w) : null),
];

export function raising(w: Writing): Statement {
  const text = w.random.choice([
    `ValueError("${w.next_label()}")`,
    `KeyError("${w.next_label()}")`,
    'asyncio.CancelledError("own")',
    `ExceptionGroup("${w.next_label()}", [ValueError("a"), KeyError("b")])`,
  ]);
  // A condition keeps what follows reachable to both compilers.
  return line(`if True: raise ${text}`);
}

function called(w: Writing, wrap: (call: string) => string): Statement | null {
  const callee = w.callee();
  return callee === null ? null : got(wrap(`${callee}()`));
}

function picked(w: Writing, wrap: (task: string) => string): Statement {
  const task = `later(${w.random.below(9)})`;
  return line(`if ${task} is not None: log("got", show(await ${wrap(task)}))`);
}

/** Waits with a time limit. */
function patiently(w: Writing, awaited: string): Statement {
  return guarded(got(`asyncio.wait_for(${awaited}, ${w.random.choice(["1", "2", "0.5"])})`));
}

function gather(w: Writing): Statement {
  return got(`asyncio.gather(${gathered(w)})`);
}

function gathered(w: Writing): string {
  const { random } = w;
  const parts: string[] = [];
  for (let i = random.below(3); i >= 0; i--) {
    const callee = random.chance(0.6) ? w.callee() : null;
    const task = `later(${random.below(9)})`;
    parts.push(callee === null ? `*([${task}] if ${task} else [])` : `${callee}()`);
  }
  if (random.chance(0.4)) parts.push("return_exceptions=True");
  return parts.join(", ");
}

function wait(w: Writing): Statement {
  const { random } = w;
  const [first, second] = [`later(${random.below(9)})`, `later(${random.below(9)})`];
  const when = random.choice(["ALL_COMPLETED", "FIRST_COMPLETED", "FIRST_EXCEPTION"]);
  const timeout = random.choice(["None", "0", "1", "2"]);
  return line(
    `if ${first} is not None: await wait_all({${first}, ${second}}, ${timeout}, asyncio.${when})`,
  );
}

function several_tasks(w: Writing): string | null {
  const parts: string[] = [];
  for (let i = w.random.below(3); i >= 0; i--) {
    const callee = w.callee();
    if (callee !== null) parts.push(`keep(asyncio.create_task(${callee}()))`);
  }
  const task = `later(${w.random.below(9)})`;
  if (w.random.chance(0.4)) parts.push(`*([${task}] if ${task} else [])`);
  if (parts.length === 0) return null;
  return `[${parts.join(", ")}], timeout=${w.random.choice(["None", "1", "2"])}`;
}

function as_completed(w: Writing): Statement | null {
  const awaited = several_tasks(w);
  if (awaited === null) return null;
  const next: Statement = line('log("next", show(await item))');
  return compound({
    head: `for item in asyncio.as_completed(${awaited})`,
    body: [w.random.chance(0.5) ? guarded(next) : next],
  });
}

function as_completed_async(w: Writing): Statement | null {
  const awaited = several_tasks(w);
  if (awaited === null) return null;
  const body: Statement[] = [line('log("next", show(item), state(item))')];
  if (w.random.chance(0.4)) body.push(line('log("of it", show(await item))'));
  return compound({ head: `async for item in asyncio.as_completed(${awaited})`, body });
}

/** A coroutine object: kept, awaited later, closed, or awaited twice. */
function kept_coroutine(w: Writing): Statement | null {
  const callee = w.callee();
  if (callee === null) return null;
  const end = w.random.choice([
    [got("kept")],
    [got("kept"), guarded(got("kept"))],
    [line("kept.close()"), guarded(got("kept"))],
    [got("asyncio.ensure_future(kept)")],
  ]);
  return compound({ head: "if True", body: [line(`kept = ${callee}()`), w.awaiting(), ...end] });
}

function kept_outer(w: Writing): Statement | null {
  const { random } = w;
  if (random.chance(0.4)) {
    const i = random.below(5);
    return line(`if outer(${i}) is not None: log("got", show(await outer(${i})))`);
  }
  const callee = w.callee();
  if (callee === null) return null;
  const made = random.chance(0.6)
    ? `asyncio.gather(${gathered(w)})`
    : `asyncio.shield(keep(asyncio.create_task(${callee}())))`;
  const body: Statement[] = [line(`joined = keep_outer(${made})`), w.awaiting()];
  if (random.chance(0.6)) body.push(got("joined"));
  return compound({ head: "if True", body });
}
