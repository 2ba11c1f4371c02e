// TaskGroup: tasks that live no longer than the block that made them.
import { shown_as } from "./format_helpers.ts";
import { exception_context } from "./exception-context.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import { BaseExceptionGroup, RuntimeError } from "../builtins/exceptions/index.ts";
import { repr } from "../builtins/representation.ts";
import { close } from "./coroutines.ts";
import type { CoroutineLike } from "./coroutines.ts";
import { after_starts } from "./eager-tasks.ts";
import { leaves_loop, running_loop } from "./events.ts";
import type { AbstractEventLoop } from "./events.ts";
import { CancelledError } from "./exceptions.ts";
import { Future } from "./futures.ts";
import { current_task } from "./tasks.ts";
import type { Task, TaskOptions } from "./tasks.ts";

/**
 * States: created → entered → exiting (the block has ended, tasks are waited for) → finished. It aborts, whatever
 * its state, when a task or the block fails: all tasks are cancelled, and the block with them.
 */
export class TaskGroup {
  static readonly __name__: string = "TaskGroup";
  static readonly __module__: string = "asyncio.taskgroups";
  #is_entered = false;
  #is_exiting = false;
  #is_aborting = false;
  #loop: AbstractEventLoop | null = null;
  #parent: Task | null = null;
  #is_parent_cancel_requested = false;
  readonly _tasks = new TaskSet();
  #errors: unknown[] = [];
  /** SystemExit or KeyboardInterrupt: it goes up alone. */
  #base_error: unknown = null;
  #on_completed: Future<true> | null = null;

  /** A task of the group. RuntimeError when the group is not entered, finished, or shutting down. */
  create_task<T>(coro: CoroutineLike<T>, options: TaskOptions = {}): Task<T> {
    const refusal = this.#refusal();
    if (refusal !== null) {
      close(coro);
      throw new RuntimeError(`TaskGroup ${repr(this)} ${refusal}`);
    }
    const loop = this.#loop as AbstractEventLoop;
    const task = loop.create_task(coro, options) as Task<T>;
    if (loop._eager_starts.length === 0) this.#watch(task);
    else after_starts(loop, () => this.#watch(task));
    return task;
  }

  async __aenter__(): Promise<this> {
    if (this.#is_entered)
      throw new RuntimeError(`TaskGroup ${repr(this)} has already been entered`);
    this.#loop ??= running_loop();
    this.#parent = current_task(this.#loop);
    if (this.#parent === null)
      throw new RuntimeError(`TaskGroup ${repr(this)} cannot determine the parent task`);
    this.#is_entered = true;
    return this;
  }

  /** Waits for all tasks. Raises a group of what they raised, in the order in which they ended. */
  async __aexit__(_type: Dynamic, error: Dynamic, _traceback: Dynamic): Promise<null> {
    this.#is_exiting = true;
    const raised: unknown = error ?? null;
    if (leaves_loop(raised)) this.#base_error ??= raised;
    let cancelled = raised instanceof CancelledError ? raised : null;
    if (raised !== null && !this.#is_aborting) this.#abort();
    cancelled = (await this.#wait_for_tasks()) ?? cancelled;
    if (this.#base_error !== null) throw this.#base_error;
    const parent = this.#parent as Task;
    if (this.#is_parent_cancel_requested && parent.uncancel() === 0) cancelled = null;
    if (cancelled !== null && this.#errors.length === 0) throw cancelled;
    if (raised !== null && !(raised instanceof CancelledError)) this.#errors.push(raised);
    if (this.#errors.length === 0) return null;
    if (parent.cancelling() > 0) {
      // The cancel from outside comes again at the next await.
      parent.uncancel();
      parent.cancel();
    }
    const errors = this.#errors;
    this.#errors = [];
    const group = new BaseExceptionGroup("unhandled errors in a TaskGroup", errors);
    group.__suppress_context__ = true;
    throw group;
  }

  __repr__(): string {
    const info = [""];
    if (this._tasks.size > 0) info.push(`tasks=${this._tasks.size}`);
    if (this.#errors.length > 0) info.push(`errors=${this.#errors.length}`);
    if (this.#is_aborting) info.push("cancelling");
    else if (this.#is_entered) info.push("entered");
    return `<TaskGroup${info.join(" ")}>`;
  }

  #watch(task: Task<Dynamic>): void {
    if (task.done()) this.#task_done(task);
    else {
      this._tasks.add(task);
      task.add_done_callback(this.#on_task_done);
    }
  }

  #refusal(): string | null {
    if (!this.#is_entered) return "has not been entered";
    if (this.#is_exiting && this._tasks.size === 0) return "is finished";
    return this.#is_aborting ? "is shutting down" : null;
  }

  /** Returns the first cancel from outside that came while waiting. */
  async #wait_for_tasks(): Promise<CancelledError | null> {
    let cancelled: CancelledError | null = null;
    while (this._tasks.size > 0) {
      this.#on_completed ??= new Future<true>({ loop: this.#loop });
      try {
        await this.#on_completed;
      } catch (error) {
        if (!(error instanceof CancelledError)) throw error;
        if (!this.#is_aborting) {
          cancelled = error;
          this.#abort();
        }
      }
      this.#on_completed = null;
    }
    return cancelled;
  }

  #abort(): void {
    this.#is_aborting = true;
    for (const task of this._tasks) if (!task.done()) task.cancel();
  }

  readonly #on_task_done = shown_as("TaskGroup._on_task_done", (task: Task<Dynamic>): void =>
    this.#task_done(task),
  );

  #task_done(task: Task<Dynamic>): void {
    this._tasks.delete(task);
    if (this.#on_completed !== null && this._tasks.size === 0 && !this.#on_completed.done())
      this.#on_completed.set_result(true);
    if (task.cancelled()) return;
    const error: unknown = task.exception();
    if (error === null) return;
    this.#errors.push(error);
    if (leaves_loop(error)) this.#base_error ??= error;
    const parent = this.#parent as Task;
    if (parent.done()) {
      task._loop.call_exception_handler(
        exception_context({
          message: `Task ${repr(task)} has errored out but its parent task ${repr(parent)} is already completed`,
          exception: error,
          task,
        }),
      );
      return;
    }
    if (this.#is_aborting || this.#is_parent_cancel_requested) return;
    this.#abort();
    this.#is_parent_cancel_requested = true;
    parent.cancel();
  }
}

/** As Python's sets, it says its length. */
class TaskSet extends Set<Task<Dynamic>> {
  __len__(): number {
    return this.size;
  }
}
