// Tasks and loops of a program's own making, as asyncio knows them: who is current in which loop, who is there.
import type { Dynamic } from "../builtins/dynamic.ts";

const current = new WeakMap<object, object>();
const registered = new Set<Dynamic>();

/** The foreign task that is current in the loop, or `null`. */
export function current_foreign_task(loop: object): Dynamic {
  return current.get(loop) ?? null;
}

export function set_current_foreign_task(loop: object, task: object | null): void {
  if (task === null) current.delete(loop);
  else current.set(loop, task);
}

export function register_foreign_task(task: object): void {
  registered.add(task);
}

export function unregister_foreign_task(task: object): void {
  registered.delete(task);
}

/** Those of the loop that are not done, oldest first. */
export function pending_foreign_tasks(loop: object): Dynamic[] {
  if (registered.size === 0) return [];
  return [...registered].filter((task) => loop_of(task) === loop && !task.done());
}

function loop_of(task: Dynamic): unknown {
  return typeof task.get_loop === "function" ? task.get_loop() : task._loop;
}
