// Which task is current, told from outside: for loops and tasks of a program's own making.
import { RuntimeError } from "../builtins/exceptions/index.ts";
import { repr } from "../builtins/representation.ts";
import { interpreter } from "../builtins/threads.ts";
import type { AbstractEventLoop } from "./events.ts";
import type { Task } from "./tasks.ts";

/** The task becomes current. RuntimeError while another one is. */
export function _enter_task(loop: AbstractEventLoop, task: Task): void {
  const current = interpreter.current.stepping;
  if (current !== null)
    throw new RuntimeError(
      `Cannot enter into task ${repr(task)} while another task ${repr(current)} is being executed.`,
    );
  _swap_current_task(loop, task);
}

/** The task is current no more. RuntimeError where it was not. */
export function _leave_task(loop: AbstractEventLoop, task: Task): void {
  const current = interpreter.current.stepping;
  if (current !== task)
    throw new RuntimeError(
      `Leaving task ${repr(task)} does not match the current task ${repr(current)}.`,
    );
  _swap_current_task(loop, null);
}

/** Another task, or none, is current; gives the one that was. */
export function _swap_current_task(_loop: AbstractEventLoop, task: Task | null): Task | null {
  const before = interpreter.current.stepping as Task | null;
  interpreter.current.stepping = task;
  return before;
}

/** The task is among those of its loop. */
export function _register_task(task: Task): void {
  task._loop._tasks.add(task);
}

export function _unregister_task(task: Task): void {
  task._loop._tasks.remove(task);
}
