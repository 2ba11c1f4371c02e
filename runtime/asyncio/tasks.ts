// Task: runs a coroutine step by step; which task is current, and which there are.
import { type Context, context_of } from "../builtins/context.ts";
import { Coroutine } from "../builtins/coroutine.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import { RuntimeError, StopIteration, TypeError } from "../builtins/exceptions/index.ts";
import type { BaseException } from "../builtins/exceptions/index.ts";
import { address } from "../builtins/identity.ts";
import { resolve_with } from "../builtins/handover.ts";
import { repr, text_of } from "../builtins/representation.ts";
import type { Frame } from "../builtins/traceback/frames.ts";
import type { StackFrameObject } from "../builtins/traceback/traceback.ts";
import { interpreter } from "../builtins/threads.ts";
import { coroutine_frame, format_coroutine } from "./coroutine-place.ts";
import { is_coroutine_like, start, start_with } from "./coroutines.ts";
import type { CoroutineLike } from "./coroutines.ts";
import { EagerStart } from "./eager-start.ts";
import { leaves_loop, running_loop } from "./events.ts";
import type { AbstractEventLoop } from "./events.ts";
import { CancelledError } from "./exceptions.ts";
import { current_foreign_task, pending_foreign_tasks } from "./foreign-tasks.ts";
import { TaskDetails } from "./future-details.ts";
import { Future, wake_up_of } from "./futures.ts";
import type { Resolve, Waiter } from "./futures.ts";
import { exception_context } from "./exception-context.ts";
import { is_forgotten, tell_unretrieved } from "./forgotten.ts";
import { seen_by_python } from "./native-errors.ts";
import { Rejection } from "./rejection.ts";
import { print_task_stack, task_stack } from "./task-stack.ts";
import { TaskList, type Linked } from "./task-list.ts";

export interface TaskOptions {
  readonly name?: string | null;
  readonly context?: Context | null;
  /** Its abort cancels the task. */
  readonly signal?: AbortSignal | null;
}

let task_count = 0;

/** What a class of the program's own may have put something else for. */
const { add_done_callback } = Future.prototype;
const cancel_future = Future.prototype.cancel;

/** What is called when a task is asked to cancel itself. */
export const cancel_listeners = new WeakMap<object, (message: Dynamic) => void>();

/**
 * A pending task is in one of three states:
 *
 * 1. it hangs on a future: `_fut_waiter` is pending, and the task is one of its callbacks;
 * 2. its next step is due: it stands in the loop's ready queue, `_fut_waiter` is `null` or done;
 * 3. its step is under way: it is the current task, `_fut_waiter` is `null`.
 *
 * 1 → 2 when the future is done; 2 → 3 when the loop runs it (`_run`); 3 → 1 or 2 when its innermost `await` hangs on
 * something pending (`_suspend_on`, `_yield`), and 3 → done when the coroutine's promise settles. In 1 and 2 the
 * native promise of that innermost `await` is held by `#resolve` and `#reject`; before the first step there is none.
 */
export class Task<T = unknown> extends Future<T> implements Waiter, Linked {
  static override readonly __name__: string = "Task";
  static override readonly __full_name__: string = "_asyncio.Task";
  static override readonly __module__: string = "_asyncio";
  declare _details: TaskDetails | null;
  _fut_waiter: Future<Dynamic> | null = null;
  _context: Context;
  _next: Linked | null = null;
  _previous: Linked | null = null;
  /** `null` when an eager task has ended in its first step. */
  #coroutine: CoroutineLike<T> | null;
  #name: string | number;
  /** Ends the `await` where the coroutine hangs. */
  #resolve: Resolve | null = null;
  /** The coroutine's promise, as long as nobody waits for its end: it hangs in its first step. */
  #unwatched: Promise<T> | null = null;

  constructor(
    coro: CoroutineLike<T>,
    {
      loop = null,
      name = null,
      context = null,
      eager_start = false,
    }: TaskOptions & {
      readonly loop?: AbstractEventLoop | null;
      /** The first step runs at once, where the loop is running; its maker waits for it by `started`. */
      readonly eager_start?: boolean;
    } = {},
  ) {
    super({ loop });
    if (!is_coroutine_like(coro))
      throw new TypeError(`a coroutine was expected, got ${repr(coro)}`);
    this.#coroutine = coro;
    this.#name = name == null ? ++task_count : text_of(name);
    this._context = context ?? interpreter.current.context.copy_when_written();
    if (eager_start && this._loop.is_running()) Task.#start_eagerly(this);
    else this._loop._push_ready(this);
    this._loop._tasks.add(this);
  }

  /** As in Python up to 3.8. */
  static current_task(loop: AbstractEventLoop | null = null): Task | null {
    return current_task(loop);
  }

  get_coro(): Coroutine<T> | null {
    if (typeof this.#coroutine === "function") this.#coroutine = new Coroutine(this.#coroutine, []);
    return this.#coroutine;
  }

  get_context(): Context {
    return context_of(this);
  }

  get_name(): string {
    return typeof this.#name === "number" ? `Task-${this.#name}` : this.#name;
  }

  set_name(value: Dynamic): void {
    this.#name = text_of(value);
  }

  /** The frame at which the coroutine hangs, or those of the exception that ended it, outermost first. */
  get_stack({ limit = null }: { readonly limit?: number | null } = {}): StackFrameObject[] {
    return task_stack(this, limit);
  }

  /** The same as a traceback, on `sys.stderr` or in `file`. */
  print_stack({
    limit = null,
    file = null,
  }: { readonly limit?: number | null; readonly file?: Dynamic } = {}): void {
    print_task_stack(this, limit, file);
  }

  override set_result(_result: T): never {
    throw new RuntimeError("Task does not support set_result operation");
  }

  override set_exception(_exception: Dynamic): never {
    throw new RuntimeError("Task does not support set_exception operation");
  }

  /**
   * Asks the task to cancel itself: CancelledError is raised at the `await` where it hangs, or at its next one.
   * False when it is done already.
   */
  override cancel(msg: Dynamic = null): boolean {
    this._mark_retrieved();
    if (this.done()) return false;
    const details = this._detailed();
    details.cancel_requests++;
    cancel_listeners.get(this)?.(msg ?? null);
    if (this._fut_waiter !== null && this._fut_waiter.cancel(msg)) return true;
    details.must_cancel = true;
    details.cancel_message = msg ?? null;
    return true;
  }

  /** How many cancel requests are not taken back yet. */
  cancelling(): number {
    return this._details === null ? 0 : this._details.cancel_requests;
  }

  get _must_cancel(): boolean {
    return this._details !== null && this._details.must_cancel;
  }

  /** Takes one cancel request back; returns how many are left. At 0 a cancel not delivered yet is dropped. */
  uncancel(): number {
    const details = this._details;
    if (details === null || details.cancel_requests === 0) return 0;
    details.cancel_requests--;
    if (details.cancel_requests === 0) details.must_cancel = false;
    return details.cancel_requests;
  }

  /** The loop runs the task's next step. It ends, at once or later, with the loop's `_end_step`. */
  _run(): void {
    const waiter = this._fut_waiter;
    const details = this._details;
    let error: unknown = null;
    if (waiter !== null) {
      this._fut_waiter = null;
      error = error_of(waiter);
    }
    if (details !== null) error = Task.#interrupted(this, details, error);
    this._loop._begin_step();
    const thread = interpreter.current;
    thread.stepping = this;
    thread.context = this._context;
    thread.handling = details === null ? null : details.handling;
    const resolve = this.#resolve;
    if (resolve === null) return Task.#start(this, error);
    this._go_on();
    if (waiter !== null && waiter._left !== null) waiter._left._leave(waiter, error);
    if (error === null) {
      const value: unknown = waiter === null ? null : waiter._result;
      if (typeof value === "object") resolve_with(resolve, value);
      else resolve(value);
    } else {
      resolve(new Rejection(error, error instanceof CancelledError ? null : waiter));
    }
  }

  _suspend_on(future: Future<Dynamic>, resolve: Resolve): void {
    this.#resolve = resolve;
    const refusal =
      future === this || future._loop !== this._loop ? not_awaitable(this, future) : null;
    if (refusal !== null) {
      this._detailed().next_error = refusal;
      this._loop._push_ready(this);
    } else {
      if (future.add_done_callback === add_done_callback) future._add_waiter(this);
      else {
        this._go_on();
        future.add_done_callback(wake_up_of(this), { context: this.get_context() });
      }
      this._fut_waiter = future;
      const details = this._details;
      if (details !== null && details.must_cancel) Task.#cancel_at(future, this, details);
    }
    note_handling(this);
    this._loop._end_step();
  }

  _yield(resolve: Resolve): void {
    this.#resolve = resolve;
    this._loop._push_ready(this);
    note_handling(this);
    this._loop._end_step();
  }

  _go_on(): void {
    const call = this.#unwatched;
    if (call === null) return;
    this.#unwatched = null;
    call.then(Task.#on_returned, Task.#on_failed);
  }

  _interrupt(error: BaseException): void {
    Task.#failed(this, error);
  }

  override _detailed(): TaskDetails {
    return (this._details ??= new TaskDetails());
  }

  override _repr_info(): string[] {
    const info = super._repr_info();
    if (this.cancelling() > 0 && !this.done()) info[0] = "cancelling";
    info.splice(1, 0, `name=${repr(this.get_name())}`);
    if (this._fut_waiter !== null) info.splice(2, 0, `wait_for=${repr(this._fut_waiter)}`);
    if (this.#coroutine !== null) {
      const state = {
        is_done: this.done(),
        has_started: Task.#has_started(this),
      };
      info.splice(2, 0, `coro=<${format_coroutine(this.#coroutine, this, state)}>`);
    }
    return info;
  }

  _own_frame(): Frame | null {
    if (this.done() || this.#coroutine === null) return null;
    return coroutine_frame(this.#coroutine, this, Task.#has_started(this));
  }

  // Static, as each class with private methods puts a mark on every instance.
  static #has_started(task: Task<Dynamic>): boolean {
    return task.#resolve !== null || interpreter.current.stepping === task;
  }

  static #start_eagerly(task: Task<Dynamic>): void {
    const start = new EagerStart(task);
    task._loop._eager_starts.push({
      begin: async () => {
        await start.begin();
        if (task.done()) task.#coroutine = null;
      },
    });
    task._loop._push_ready(start);
  }

  /** What the step raises: what was asked for meanwhile, else `error`. */
  static #interrupted(task: Task<Dynamic>, details: TaskDetails, error: unknown): unknown {
    let raised = error;
    if (details.next_error !== null) {
      raised = details.next_error;
      details.next_error = null;
    }
    if (details.must_cancel) {
      if (!(raised instanceof CancelledError)) raised = task._make_cancelled_error();
      details.must_cancel = false;
    }
    return raised;
  }

  static #start(task: Task<Dynamic>, error: unknown): void {
    let call: Promise<Dynamic> | null;
    try {
      call =
        error === null
          ? begin_task_step(task.#coroutine as CoroutineLike<Dynamic>)
          : start_with(task.#coroutine, error);
    } catch (raised) {
      Task.#failed(task, raised);
      return;
    }
    // As in Python, a body that is cancelled before its first step never runs.
    if (call === null) Task.#failed(task, error);
    // A coroutine that hangs will not end in this step: whoever wakes it up waits for its end.
    else if (hangs()) task.#unwatched = call;
    else call.then(Task.#on_returned, Task.#on_failed);
  }

  // A coroutine's promise settles in a step of its task only: the task is the one whose step is under way, and no
  // closure has to remember it. None is where what an interrupted task had been waiting for came after all.
  static readonly #on_returned = (value: Dynamic): void => {
    const task = interpreter.current.stepping as Task<Dynamic> | null;
    if (task === null) return;
    // Where the coroutine is no async function but an awaitable of ours, nothing stands between it and the task.
    if (value instanceof Rejection) value.then(Task.#on_returned, Task.#on_failed);
    else Task.#returned(task, value);
  };
  static readonly #on_failed = (error: unknown): void => {
    const task = interpreter.current.stepping as Task<Dynamic> | null;
    if (task !== null) Task.#failed(task, error);
  };

  /** A cancel that was asked for in the step meets what the step ends with. */
  static #cancel_at(future: Future<Dynamic>, task: Task<Dynamic>, details: TaskDetails): void {
    try {
      if (future.cancel(details.cancel_message)) details.must_cancel = false;
    } catch (raised) {
      // Tasks that wait for themselves: the task hangs for ever.
      interpreter.current.stepping = null;
      const message = `Exception in callback <TaskStepMethWrapper object at ${address(task)}>()`;
      const exception = seen_by_python(raised);
      task._loop.call_exception_handler(exception_context({ message, exception }));
    }
  }

  static #returned(task: Task<Dynamic>, value: Dynamic): void {
    task.#resolve = null;
    task._loop._tasks.remove(task);
    const details = task._details;
    if (details !== null && details.must_cancel) {
      details.must_cancel = false;
      cancel_future.call(task, details.cancel_message);
    } else task._finish(value ?? null);
    task._loop._end_step();
  }

  static #failed(task: Task<Dynamic>, raised: unknown): void {
    const error = seen_by_python(raised);
    task.#resolve = null;
    task._loop._tasks.remove(task);
    if (error instanceof CancelledError) {
      task._detailed().cancelled_error = error;
      cancel_future.call(task);
    } else {
      // Callbacks hold the task until they have run: they may look at the exception.
      const is_dropped = is_forgotten(task) && task._all_at_end().length === 0;
      task._fail(error instanceof StopIteration ? stopped(error) : error);
      if (leaves_loop(error)) return task._loop._end_step(error);
      if (is_dropped) {
        interpreter.current.stepping = null;
        tell_unretrieved(task);
      }
    }
    task._loop._end_step();
  }
}

/** Makes a task of a coroutine in the running loop. RuntimeError when none runs. */
export function create_task<T>(
  coro: CoroutineLike<T>,
  { name = null, context = null, signal = null }: TaskOptions = {},
): Task<T> {
  return running_loop().create_task(coro, { name, context, signal }) as Task<T>;
}

/** Calls the coroutine. Tracebacks end here: what is further out runs the loop. */
function begin_task_step<T>(coroutine: CoroutineLike<T>): Promise<T> {
  return start(coroutine);
}

function not_awaitable(task: Task<Dynamic>, future: Future<Dynamic>): RuntimeError {
  task._go_on();
  return new RuntimeError(
    future === task
      ? `Task cannot await on itself: ${repr(task)}`
      : `Task ${repr(task)} got Future ${repr(future)} attached to a different loop`,
  );
}

/** Whether the first step has looked at something pending that it awaits. */
function hangs(): boolean {
  const { expecting } = interpreter.current;
  return expecting !== null && typeof expecting === "object";
}

/** Only programs that can see which exception is handled have any. */
function note_handling(task: Task<Dynamic>): void {
  const { handling } = interpreter.current;
  if (handling !== null) task._detailed().handling = handling;
  else if (task._details !== null) task._details.handling = null;
}

/** The task whose step is under way, or `null`. */
export function current_task(loop: AbstractEventLoop | null = null): Task | null {
  const task = interpreter.current.stepping as Task | null;
  const asked = loop ?? running_loop();
  return task !== null && task._loop === asked
    ? task
    : (current_foreign_task(asked) as Task | null);
}

/** The tasks of the loop that are not done, oldest first. */
export function pending_tasks(loop: AbstractEventLoop | null = null): Task[] {
  const asked = loop ?? running_loop();
  const own = asked._tasks instanceof TaskList ? ([...asked._tasks] as Task[]) : [];
  return [...own, ...(pending_foreign_tasks(asked) as Task[])];
}

/** The exception to raise where a task hangs on a future that is done, or `null`. */
function error_of(future: Future<Dynamic>): unknown {
  if (future._state === "CANCELLED") return future._make_cancelled_error();
  if (future._details === null) return null;
  future._mark_retrieved();
  return future._exception;
}

function stopped(error: StopIteration): RuntimeError {
  const replaced = new RuntimeError("coroutine raised StopIteration");
  replaced.__cause__ = error;
  replaced.__context__ = error;
  return replaced;
}
