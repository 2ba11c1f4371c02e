// Compound statements: managers, handlers, loops.
import { compound, line } from "../program.ts";
import type { Clause, Statement } from "../program.ts";
import { spawn } from "./actions.ts";
import { delay, delay_or_none, one_of } from "./writing.ts";
import type { Kind, Writing } from "./writing.ts";

export const blocks: readonly Kind[] = [
  handler,
  handler,
  handler,
  (w) => limited(w, `asyncio.timeout(${delay_or_none(w)})`),
  (w) => limited(w, `asyncio.timeout(${delay_or_none(w)})`),
  (w) => limited(w, `asyncio.timeout_at(loop.time() + ${delay(w)})`),
  (w) => within(w, one_of(w, "locks", 2)),
  (w) => within(w, one_of(w, "semaphores", 2)),
  (w) => within(w, one_of(w, "conditions", 2)),
  task_group,
  task_group,
  task_group,
  repeated,
  (w) =>
    compound(
      { head: `if pick(${w.random.below(9)}) is not None`, body: w.inside(1, 2) },
      { head: "else", body: w.inside(1, 2) },
    ),
  (w) => {
    const body = [line(`token = var.set(${w.random.below(9)})`), ...w.inside(1, 2)];
    return compound({ head: "if True", body: [...body, line("var.reset(token)")] });
  },
];

function handler(w: Writing): Statement {
  const { random } = w;
  const clauses: Clause[] = [{ head: "try", body: w.inside(1, 3) }];
  if (random.chance(0.2)) clauses.push(group_clause(w));
  else if (random.chance(0.7)) {
    const caught = random.choice([
      "asyncio.CancelledError",
      "asyncio.CancelledError",
      "ValueError",
      "Exception",
      "BaseException",
      "TimeoutError",
      "(KeyError, asyncio.QueueShutDown)",
    ]);
    const body = [line('log("except", show(e))'), ...w.inside(0, 2)];
    if (random.chance(0.4)) body.push(line("raise"));
    clauses.push({ head: `except ${caught} as e`, body });
    if (random.chance(0.1)) clauses.push({ head: "else", body: w.inside(1, 1) });
  }
  if (clauses.length === 1 || random.chance(0.4))
    clauses.push({ head: "finally", body: w.inside(1, 2) });
  return compound(...clauses);
}

function group_clause(w: Writing): Clause {
  const caught = w.random.choice(["ValueError", "Exception", "(KeyError, TimeoutError)"]);
  return {
    head: `except* ${caught} as e`,
    body: [line('log("except*", show(e))'), ...w.inside(0, 1)],
  };
}

function limited(w: Writing, manager: string): Statement {
  return compound({
    head: `async with ${manager} as limit`,
    body: [line("enter_limit(limit)"), ...w.inside(1, 3)],
  });
}

function within(w: Writing, manager: string): Statement {
  return compound({ head: `async with ${manager}`, body: w.inside(1, 3) });
}

function task_group(w: Writing): Statement {
  const body: Statement[] = [line("groups.append(group)")];
  for (let i = w.random.below(3); i >= 0; i--) {
    const callee = w.callee();
    const started = callee === null ? null : line(`keep(group.create_task(${callee}()))`);
    body.push(started ?? spawn(w) ?? line('log("nobody")'));
  }
  return compound({
    head: "async with asyncio.TaskGroup() as group",
    body: [...body, ...w.inside(0, 2)],
  });
}

/** Two rounds; inside of generators too little may happen for more. */
function repeated(w: Writing): Statement {
  const body = w.inside(1, 2);
  const { random } = w;
  if (random.chance(0.4)) {
    const word = random.choice(["break", "continue"]);
    body.push(line(`if pick(${random.below(9)}) is not None: ${word}`), ...w.inside(0, 1));
  }
  return compound({ head: "for _ in range(2)", body });
}
