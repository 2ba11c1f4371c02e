// Which task is current, told from outside: for loops and tasks of a program's own making.
import { RuntimeError } from "../builtins/exceptions/index.ts";
import { repr } from "../builtins/representation.ts";
import { interpreter } from "../builtins/threads.ts";
import type { AbstractEventLoop } from "./events.ts";
import {
  current_foreign_task,
  register_foreign_task,
  set_current_foreign_task,
  unregister_foreign_task,
} from "./foreign-tasks.ts";
import { Task } from "./tasks.ts";

/** The task becomes current in the loop. RuntimeError while another one is. */
export function _enter_task(loop: AbstractEventLoop, task: Task): void {
  const current = current_in(loop);
  if (current !== null)
    throw new RuntimeError(
      `Cannot enter into task ${repr(task)} while another task ${repr(current)} is being executed.`,
    );
  _swap_current_task(loop, task);
}

/** The task is current no more. RuntimeError where it was not. */
export function _leave_task(loop: AbstractEventLoop, task: Task): void {
  const current = current_in(loop);
  if (current !== task)
    throw new RuntimeError(
      `Leaving task ${repr(task)} does not match the current task ${repr(current)}.`,
    );
  _swap_current_task(loop, null);
}

/** Another task, or none, is current in the loop; gives the one that was. */
export function _swap_current_task(loop: AbstractEventLoop, task: Task | null): Task | null {
  const before = current_in(loop);
  const thread = interpreter.current;
  if (thread.stepping === before) thread.stepping = null;
  else set_current_foreign_task(loop, null);
  if (task instanceof Task && task._loop === loop) thread.stepping = task;
  else set_current_foreign_task(loop, task);
  return before;
}

/** The task is among those of its loop. */
export function _register_task(task: Task): void {
  if (!(task instanceof Task)) register_foreign_task(task);
  else if (!task._loop._tasks.has(task)) task._loop._tasks.add(task);
}

export function _unregister_task(task: Task): void {
  if (!(task instanceof Task)) unregister_foreign_task(task);
  else if (task._loop._tasks.has(task)) task._loop._tasks.remove(task);
}

function current_in(loop: AbstractEventLoop): Task | null {
  const task = interpreter.current.stepping as Task | null;
  return task !== null && task._loop === loop ? task : (current_foreign_task(loop) as Task | null);
}
