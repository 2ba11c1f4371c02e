// A virtual clock never waits: when nothing can happen any more, the program is told who waits for what.
import { RuntimeError } from "../builtins/exceptions/index.ts";
import { repr } from "../builtins/representation.ts";
import type { AbstractEventLoop } from "./events.ts";
import type { Future } from "./futures.ts";
import { Task, pending_tasks } from "./tasks.ts";
import { Waiters } from "./waiters.ts";

/** All tasks wait for each other or for nothing: raised by the loop under a virtual clock. */
export class DeadlockError extends RuntimeError {
  static override readonly __name__: string = "DeadlockError";
  static override readonly __module__: string = "asyncio.exceptions";
}

/** The error, its text the tree of tasks: below each task those that wait for it. */
export function deadlock_report(loop: AbstractEventLoop): DeadlockError {
  const tasks = pending_tasks(loop);
  const waiters = new Map<unknown, Task[]>();
  for (const task of tasks) {
    const awaited = task._fut_waiter;
    const others = waiters.get(awaited);
    if (others === undefined) waiters.set(awaited, [task]);
    else others.push(task);
  }
  const lines = ["deadlock: nothing is ready, and no timer or event can come"];
  const shown = new Set<Task>();
  const show = (root: Task): void => {
    const stack: { readonly task: Task; readonly depth: number }[] = [{ task: root, depth: 1 }];
    for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
      const { task, depth } = entry;
      if (shown.has(task)) continue;
      shown.add(task);
      lines.push(`${"  ".repeat(depth)}${task.get_name()} waits for ${awaited_text(task)}`);
      for (const waiter of (waiters.get(task) ?? []).toReversed())
        stack.push({ task: waiter, depth: depth + 1 });
    }
  };
  for (const task of tasks) if (!(task._fut_waiter instanceof Task)) show(task);
  for (const task of tasks) show(task);
  return new DeadlockError(lines.join("\n"));
}

function awaited_text(task: Task): string {
  const awaited: Future<unknown> | null = task._fut_waiter;
  if (awaited === null) return "nothing that the loop knows";
  if (awaited instanceof Task) return awaited.get_name();
  // The futures of locks and queues stand for these.
  return repr(awaited?._left instanceof Waiters ? awaited._left.keeper : awaited);
}
