// all_tasks: the tasks of a loop that are not done.
import { PySet } from "../builtins/sets/set.ts";
import type { AbstractEventLoop } from "./events.ts";
import { pending_tasks } from "./tasks.ts";
import type { Task } from "./tasks.ts";

/** The set of the loop's tasks that are not done, in the order in which they were created. */
export function all_tasks(loop: AbstractEventLoop | null = null): PySet<Task> {
  return new PySet(pending_tasks(loop));
}
