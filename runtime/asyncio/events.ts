// Handles, what every event loop can do, and which loop is whose: running, current, policy.
import { exception_context, type ExceptionContext } from "./exception-context.ts";
import { as_function } from "../builtins/calls/call.ts";
import { parameters_of } from "../builtins/calls/signature.ts";
import { callable_kind } from "../builtins/calls/callable-kind.ts";
import { type Context, context_of } from "../builtins/context.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import { KeyboardInterrupt, RuntimeError, SystemExit } from "../builtins/exceptions/index.ts";
import { as_float } from "../builtins/float.ts";
import { frames_at } from "../builtins/traceback/frames.ts";
import { interpreter } from "../builtins/threads.ts";
import { class_name } from "../builtins/type-name.ts";
import { format_callback } from "./format_helpers.ts";
import { seen_by_python } from "./native-errors.ts";
import { TaskList } from "./task-list.ts";

export type Callback = (...args: Dynamic[]) => unknown;

/** What the ready queue holds: a handle, or a task whose next step is due. */
export interface Ready {
  /** Runs the callback, or begins the step; nothing where it was cancelled. Throws SystemExit and KeyboardInterrupt only. */
  _run(): void;
}

/** A callback that was given to the loop; `cancel()` takes it back. */
export class Handle implements Ready {
  static readonly __name__: string = "Handle";
  static readonly __module__: string = "asyncio.events";
  _callback: Callback | null;
  _args: readonly unknown[];
  _cancelled = false;
  _loop: AbstractEventLoop;
  _context: Context;
  /** Of debug mode: where it was made. */
  declare _made_at: Error;

  constructor(
    callback: Callback,
    args: readonly unknown[],
    loop: AbstractEventLoop,
    context: Context | null = null,
  ) {
    this._callback = callback;
    this._args = args;
    this._loop = loop;
    this._context = context ?? interpreter.current.context.copy_when_written();
    if (loop.get_debug()) this._made_at = new Error();
  }

  get_context(): Context {
    return context_of(this);
  }

  cancel(): void {
    if (this._cancelled) return;
    this._cancelled = true;
    this._callback = null;
    this._args = [];
  }

  cancelled(): boolean {
    return this._cancelled;
  }

  _run(): void {
    const callback = this._callback;
    if (callback === null) return;
    const thread = interpreter.current;
    const outer = thread.context;
    thread.context = this._context;
    const args = this._args;
    try {
      // Too few are Python's TypeError; a callback of a TypeScript program may take fewer than it is given.
      const count = is_counted(callback, args.length) ? args.length : null;
      const result: unknown = as_function(callback, count)(...args);
      if (result instanceof Promise && callable_kind(callback as Function) === "blocking")
        return this.#hold_loop(result, callback, args, outer);
    } catch (error) {
      this.#leave(outer);
      if (leaves_loop(error)) throw error;
      this._report(error, callback, args);
      return;
    }
    this.#leave(outer);
  }

  /** What the callback wrote is there when it runs again, as those of sockets do. */
  #leave(outer: Context): void {
    const thread = interpreter.current;
    if (this._context.is_shared) this._context = thread.context;
    thread.context = outer;
  }

  /** A callback that blocks in Python is `async` here: nothing else of the loop runs until it is over. */
  #hold_loop(
    result: Promise<unknown>,
    callback: Callback,
    args: readonly unknown[],
    outer: Context,
  ): void {
    const thread = interpreter.current;
    this._loop._begin_step();
    result.then(
      () => {
        thread.context = outer;
        this._loop._end_step();
      },
      (error: unknown) => {
        thread.context = outer;
        if (leaves_loop(error)) return this._loop._end_step(error);
        this._report(error, callback, args);
        this._loop._end_step();
      },
    );
  }

  _report(error: unknown, callback: Callback, args: readonly unknown[]): void {
    this._loop.call_exception_handler(
      exception_context({
        message: `Exception in callback ${format_callback(callback, args, this._loop.get_debug())}`,
        exception: seen_by_python(error),
        handle: this,
      }),
    );
  }

  _repr_info(): string[] {
    const info = [class_name(this.constructor)];
    if (this._cancelled) info.push("cancelled");
    if (this._callback !== null)
      info.push(format_callback(this._callback, this._args, this._loop.get_debug()));
    const made_at = this._made_at === undefined ? undefined : frames_at(this._made_at).at(-1);
    if (made_at !== undefined) info.push(`created at ${made_at.file}:${made_at.line}`);
    return info;
  }

  __repr__(): string {
    return `<${this._repr_info().join(" ")}>`;
  }
}

/** What the loop keeps until its deadline. */
export interface Timer extends Ready {
  /** In the loop's time, in seconds. */
  readonly _when: number;
  /**
   * Breaks ties between deadlines that were computed from "now" as a real clock would: by creation. `null` where the
   * program named the deadline itself.
   */
  readonly _order: number | null;
  /** Whether it is in the heap. */
  _scheduled: boolean;
  readonly _cancelled: boolean;
}

/** A handle with a deadline. */
export class TimerHandle extends Handle implements Timer {
  static override readonly __module__: string = "asyncio.events";
  static override readonly __name__: string = "TimerHandle";
  _when: number;
  _order: number | null;
  _scheduled = false;

  constructor(
    when: number,
    callback: Callback,
    args: readonly unknown[],
    loop: AbstractEventLoop,
    context: Context | null,
    order: number | null,
  ) {
    super(callback, args, loop, context);
    this._when = when;
    this._order = order;
  }

  /** The deadline in the loop's time, in seconds. */
  when(): number {
    return as_float(this._when);
  }

  override cancel(): void {
    if (!this._cancelled) this._loop._timer_handle_cancelled(this);
    super.cancel();
  }

  override _repr_info(): string[] {
    const info = super._repr_info();
    info.splice(this._cancelled ? 2 : 1, 0, `when=${as_float(this._when)}`);
    return info;
  }
}

/** Whether it must be looked at how many arguments the callback takes: too few, or more than it says that it takes. */
function is_counted(callback: Callback, count: number): boolean {
  const { length } = callback as Function;
  return length > count || (length < count && parameters_of(callback) !== null);
}

/** Whether an exception leaves the loop straight away instead of being handled in it. */
export function leaves_loop(error: unknown): boolean {
  return error instanceof SystemExit || error instanceof KeyboardInterrupt;
}

/** heapq's comparison of timers. */
export function is_due_before(a: Timer, b: Timer): boolean {
  if (a._when !== b._when) return a._when < b._when;
  return a._order !== null && b._order !== null && a._order < b._order;
}

export type { ExceptionContext } from "./exception-context.ts";

export interface CallOptions {
  readonly context?: Context | null;
}

/**
 * The base of all event loops: what handles, futures and tasks ask of one. The underscored members are the hands with
 * which tasks and the loop pass the turn; no program needs them.
 */
export abstract class AbstractEventLoop {
  static readonly __name__: string = "AbstractEventLoop";
  static readonly __module__: string = "asyncio.events";
  /** The tasks that are not done. */
  readonly _tasks: TaskList = new TaskList();
  /** Whether time jumps when all wait. */
  get _is_virtual(): boolean {
    return false;
  }

  /** Whether the program has put something of its own for `call_later`, which sleeping tasks call then. */
  get _has_own_call_later(): boolean {
    return false;
  }

  /** First steps of eager tasks that were made just now, and what is to be done behind them. */
  readonly _eager_starts: { readonly begin: () => Promise<void> }[] = [];
  /** Futures whose exception nobody has looked at. */
  readonly _unretrieved = new Set<object>();
  abstract call_soon(callback: Callback, ...args: unknown[]): Handle;
  abstract call_soon_threadsafe(callback: Callback, ...args: unknown[]): Handle;
  abstract call_later(delay: number, callback: Callback, ...args: unknown[]): TimerHandle;
  abstract call_at(when: number, callback: Callback, ...args: unknown[]): TimerHandle;
  abstract time(): number;
  abstract create_future(): unknown;
  abstract create_task(coroutine: Dynamic, options?: Dynamic): unknown;
  abstract is_running(): boolean;
  abstract is_closed(): boolean;
  abstract get_debug(): boolean;
  abstract call_exception_handler(
    context: ExceptionContext | Readonly<Record<string, Dynamic>>,
  ): void;
  /** Says that events can come from outside until the result is called. */
  abstract hold(options?: { readonly by_thread?: boolean }): () => void;
  /** Puts a handle, or a task that is due, at the end of the ready queue. */
  abstract _push_ready(ready: Ready): void;
  /** The handle that is being run is a step, which ends when `_end_step` is called. */
  abstract _begin_step(): void;
  /** The step is over: the next handle may run. An exception leaves the loop at once. */
  abstract _end_step(escaping?: unknown): void;
  /** Whether a handle is being run. */
  abstract _is_in_handle(): boolean;
  /** Runs a step inside the one that is under way; settles when the inner one is over. */
  abstract _nest_step(begin: () => void): Promise<void>;
  abstract _timer_handle_cancelled(handle: Timer): void;
  abstract _push_timer(timer: Timer): void;
  /** `call_at`; says that the deadline was computed from "now". */
  abstract _call_at_from_now(
    when: number,
    callback: Callback,
    args: readonly unknown[],
    context: Context | null,
    order?: number,
  ): TimerHandle;
  /** The next place among deadlines computed from "now". */
  abstract _next_timer_number(): number;
  /** The loop's time as a plain number. */
  abstract _now(): number;
}

/** The loop that runs in this thread, or `null`. */
export function _get_running_loop(): AbstractEventLoop | null {
  return interpreter.current.running_loop as AbstractEventLoop | null;
}

export function _set_running_loop(loop: AbstractEventLoop | null): void {
  interpreter.current.running_loop = loop;
}

/** The loop that runs in this thread. RuntimeError when none does. */
export function running_loop(): AbstractEventLoop {
  const loop = interpreter.current.running_loop;
  if (loop === null) throw new RuntimeError("no running event loop");
  return loop as AbstractEventLoop;
}
