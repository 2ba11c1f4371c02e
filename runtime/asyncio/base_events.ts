// EventLoop: runs handles and steps of tasks, one at a time, in asyncio's order.
//
// For those who bring events from outside (sockets, signals, threads, subprocesses):
// - `const release = loop.hold()` while something is registered that can still bring events, `release()` when it is
//   gone. While anything holds the loop, the platform gets a turn in each iteration, a virtual clock doesn't jump, and
//   an idle loop isn't a deadlock. (The process stays alive as long as the loop runs, held or not.)
// - callbacks of the platform hand everything over by `loop.call_soon_threadsafe(callback, …args)`: it may be called
//   from anywhere and wakes a loop that is idle. Events that came before the turn of an iteration run in that
//   iteration, as with CPython's selector.
// - `await release_lock_while(promise)` of builtins/threads.ts is how other blocking functions wait.
import { call } from "../builtins/calls/call.ts";
import { blocking_methods } from "../builtins/calls/callable-kind.ts";
import type { Blocking } from "../builtins/blocking.ts";
import type { Context } from "../builtins/context.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import { as_exception } from "../builtins/exceptions/as-exception.ts";
import {
  type BaseException,
  KeyboardInterrupt,
  RuntimeError,
  TypeError,
} from "../builtins/exceptions/index.ts";
import { as_float } from "../builtins/float.ts";
import { as_value } from "../builtins/handover.ts";
import { callable } from "../builtins/attributes/callable.ts";
import { repr } from "../builtins/representation.ts";
import { interpreter, is_lock_wanted, release_lock_while } from "../builtins/threads.ts";
import { expect_events, give_turn, has_virtual_timers } from "../concurrency/timers.ts";
import { monotonic } from "../platform/clock.ts";
import { is_virtual_time } from "../platform/process.ts";
import type { SignalNumber } from "../platform/signals.ts";
import { keep_alive, next_turn } from "../platform/timers.ts";
import { shown_as } from "./format_helpers.ts";
import { close_async_generators } from "./async-generators.ts";
import { split_context } from "./call-arguments.ts";
import { default_clock } from "./clocks.ts";
import type { Clock } from "./clocks.ts";
import {
  CLOCK_RESOLUTION,
  ITERATIONS_PER_CLOCK_CHECK,
  LONGEST_BUSY_PERIOD,
  MAXIMUM_SELECT_TIMEOUT,
} from "./constants.ts";
import type { Awaitable, CoroutineLike } from "./coroutines.ts";
import { deadlock_report } from "./deadlock.ts";
import {
  AbstractEventLoop,
  Handle,
  TimerHandle,
  _get_running_loop,
  _set_running_loop,
  leaves_loop,
} from "./events.ts";
import type { Callback, ExceptionContext, Ready, Timer } from "./events.ts";
import { ensure_future } from "./ensure-future.ts";
import { default_exception_handler, report_exception } from "./exception-handlers.ts";
import { Future, isfuture } from "./futures.ts";
import type { Waiter } from "./futures.ts";
import { IdleWait } from "./idle-wait.ts";
import { SlowCallbacks } from "./slow-callbacks.ts";
import { LoopSignals } from "./signals.ts";
import { report_leftovers } from "./leftovers.ts";
import { NestedStep } from "./nested-step.ts";
import { ReadyQueue } from "./ready-queue.ts";
import { obey_signal } from "./abort-signals.ts";
import { Task } from "./tasks.ts";
import { TimerHeap } from "./timer-heap.ts";
import type { TaskOptions } from "./tasks.ts";

export type ExceptionHandler = (loop: EventLoop, context: ExceptionContext) => unknown;
export type TaskFactory = (
  loop: EventLoop,
  coro: CoroutineLike<Dynamic>,
  options?: TaskOptions,
) => Future<Dynamic>;

/**
 * States: created → running ⇄ stopped → closed. While it runs it is in one of three moods:
 * - driving: `#drive` is on the stack and runs handles;
 * - stepping: a task's step is under way in microtasks, `_end_step` goes on driving;
 * - waiting: nothing is ready, or the platform has its turn; `#resume` goes on driving.
 */
export class EventLoop extends AbstractEventLoop {
  static override readonly __name__: string = "BaseEventLoop";
  static override readonly __module__: string = "asyncio.base_events";
  static {
    blocking_methods(this, "run_forever", "run_until_complete");
  }

  slow_callback_duration = 0.1;
  /** Asynchronous generators that were begun and have not ended. */
  readonly _asyncgens = new Set<AsyncGenerator<unknown, unknown, unknown>>();
  readonly #clock: Clock;
  readonly #ready = new ReadyQueue<Ready>();
  readonly #timers = new TimerHeap();
  readonly #take_timer = (timer: Timer): void => this.#ready.push(timer);
  #timer_count = 0;
  /** Handles left to run in this iteration. */
  #todo = 0;
  #is_driving = false;
  #is_stepping = false;
  #is_stopping = false;
  #nested_step: NestedStep | null = null;
  #is_closed = false;
  #debug = false;
  readonly #slow_callbacks = new SlowCallbacks();
  /** Ends `run_forever`; `null` while the loop doesn't run. */
  #end_run: ((failure: { readonly error: unknown } | null) => void) | null = null;
  readonly #idle = new IdleWait();
  /** What Ctrl-C does first: a Runner cancels its main task. False when KeyboardInterrupt shall be raised. */
  _on_interrupt: () => boolean = () => false;
  readonly #signals = new LoopSignals({
    interrupted: () => this.#interrupted(),
    interrupt: () => this._on_interrupt(),
    raised: () => this.#idle.wake(),
    failed: (error) => this.#interrupt_with(as_exception(error)),
  });
  #hold_count = 0;
  #pending_interrupt: { readonly error: BaseException } | null = null;
  #iterations = 0;
  #last_turn = 0;
  #exception_handler: ExceptionHandler | null = null;
  #task_factory: TaskFactory | null = null;

  constructor({ clock = default_clock() }: { readonly clock?: Clock } = {}) {
    super();
    this.#clock = clock;
  }

  /** Runs until `stop()`. */
  async run_forever(): Blocking<null> {
    this.#check_closed();
    this.#check_running();
    const thread = interpreter.current;
    const outer_context = thread.context;
    _set_running_loop(this);
    if (thread.is_main) this.#signals.start();
    const let_end = keep_alive();
    try {
      await new Promise<void>((resolve, reject) => {
        this.#end_run = (failure) => {
          this.#end_run = null;
          if (failure === null) resolve();
          else reject(failure.error);
        };
        this.#todo = 0;
        this.#last_turn = monotonic();
        // What stands behind the call in TypeScript (`const running = loop.run_forever()`) is no part of the first step.
        queueMicrotask(() => {
          if (this.#begin_iteration()) this.#drive();
        });
      });
    } finally {
      this.#is_stopping = false;
      this.#is_stepping = false;
      this.#nested_step = null;
      thread.stepping = null;
      thread.context = outer_context;
      this.#signals.stop();
      let_end();
      _set_running_loop(null);
    }
    return null;
  }

  /** Runs until the future is done; a coroutine becomes a task. Returns or raises what it did. */
  async run_until_complete<T>(future: Awaitable<T>): Blocking<T> {
    this.#check_closed();
    this.#check_running();
    const is_new_task = !isfuture(future);
    const task = ensure_future(future, { loop: this });
    const stop = shown_as("_run_until_complete_cb", (): void => this.#stop_after(task));
    task.add_done_callback(stop);
    try {
      await this.run_forever();
    } catch (error) {
      if (is_new_task && task.done() && !task.cancelled()) task.exception();
      throw error;
    } finally {
      task.remove_done_callback(stop);
    }
    if (!task.done()) throw new RuntimeError("Event loop stopped before Future completed.");
    return as_value(task.result());
  }

  /** The loop stops at the end of this iteration. */
  stop(): void {
    this.#is_stopping = true;
    this.#wake_from_outside();
  }

  close(): void {
    if (this.is_running()) throw new RuntimeError("Cannot close a running event loop");
    if (this.#is_closed) return;
    report_leftovers(this);
    this.#is_closed = true;
    this.#ready.clear();
    this.#timers.clear();
  }

  is_running(): boolean {
    return this.#end_run !== null;
  }

  is_closed(): boolean {
    return this.#is_closed;
  }

  /** The loop's time in seconds, from an arbitrary start. */
  time(): number {
    return as_float(this.#clock.time());
  }

  /** Calls back in the next iteration. Keyword-only: `context`. */
  call_soon(callback: Callback, ...args: Dynamic[]): Handle {
    this.#check_closed();
    const { positional, context } = split_context(args);
    const handle = new Handle(callback, positional, this, context);
    this.#ready.push(handle);
    this.#wake_from_outside();
    return handle;
  }

  /** The same from outside of the loop: another thread, a callback of the platform. */
  call_soon_threadsafe(callback: Callback, ...args: Dynamic[]): Handle {
    const handle = this.call_soon(callback, ...args);
    this.#idle.wake();
    return handle;
  }

  /** Calls back after `delay` seconds. Keyword-only: `context`. */
  call_later(delay: number, callback: Callback, ...args: Dynamic[]): TimerHandle {
    if (delay == null) throw new TypeError("delay must not be None");
    const { positional, context } = split_context(args);
    return this._call_at_from_now(this._now() + Number(delay), callback, positional, context);
  }

  /** Calls back at `when` of the loop's time. Keyword-only: `context`. */
  call_at(when: number, callback: Callback, ...args: Dynamic[]): TimerHandle {
    if (when == null) throw new TypeError("when cannot be None");
    const { positional, context } = split_context(args);
    return this.#schedule(Number(when), callback, positional, context, null);
  }

  create_future<T = Dynamic>(): Future<T> {
    return new Future<T>({ loop: this });
  }

  /** Makes a task of a coroutine. */
  create_task<T>(
    coro: CoroutineLike<T>,
    { name = null, context = null, signal = null }: TaskOptions = {},
  ): Task<T> {
    this.#check_closed();
    const task = this.#make_task<T>(coro, name, context);
    if (signal !== null) obey_signal(task, signal);
    return task;
  }

  set_task_factory(factory: TaskFactory | null): void {
    this.#task_factory = factory ?? null;
  }

  get_task_factory(): TaskFactory | null {
    return this.#task_factory;
  }

  /** What stands in line, as CPython's own tests and some monitors look at it. */
  get _ready(): readonly Ready[] {
    return [...this.#ready];
  }

  set_exception_handler(handler: ExceptionHandler | null): void {
    if (handler != null && !callable(handler))
      throw new TypeError(`A callable object or None is expected, got ${repr(handler)}`);
    this.#exception_handler = handler ?? null;
  }

  get_exception_handler(): ExceptionHandler | null {
    return this.#exception_handler;
  }

  /** Logs the message, the rest of the context, and the exception. */
  default_exception_handler(context: ExceptionContext): void {
    default_exception_handler(context);
  }

  call_exception_handler(context: ExceptionContext | Readonly<Record<string, Dynamic>>): void {
    report_exception(this, this.#exception_handler, context);
  }

  get_debug(): boolean {
    return this.#debug;
  }

  set_debug(enabled: boolean): void {
    this.#debug = enabled;
  }

  /** Closes the asynchronous generators that were begun and have not ended. */
  async shutdown_asyncgens(): Promise<null> {
    await close_async_generators(this, this._asyncgens);
    return null;
  }

  async shutdown_default_executor(_timeout: number | null = null): Promise<null> {
    return null;
  }

  /**
   * Says that events can come from outside; the result, called once or more, that they can't any more. In the virtual
   * time of the program, a thread of the program is not outside.
   */
  hold({ by_thread = false }: { readonly by_thread?: boolean } = {}): () => void {
    this.#hold_count++;
    const stop_expecting = by_thread ? null : expect_events();
    let is_held = true;
    return () => {
      if (!is_held) return;
      is_held = false;
      this.#hold_count--;
      stop_expecting?.();
    };
  }

  /** Calls back for each such signal. ValueError, RuntimeError for what is no signal that can be caught. */
  add_signal_handler(sig: SignalNumber, callback: Callback, ...args: Dynamic[]): void {
    this.#check_closed();
    this.#signals.add(sig, () => void this.call_soon_threadsafe(callback, ...args));
  }

  /** Whether there was a handler. */
  remove_signal_handler(sig: SignalNumber): boolean {
    return this.#signals.remove(sig);
  }

  __repr__(): string {
    const shown = [this.is_running(), this.#is_closed, this.#debug].map(repr);
    return `<_UnixSelectorEventLoop running=${shown[0]} closed=${shown[1]} debug=${shown[2]}>`;
  }

  override get _is_virtual(): boolean {
    return this.#clock.is_virtual;
  }

  override get _has_own_call_later(): boolean {
    return this.call_later !== EventLoop.prototype.call_later;
  }

  _now(): number {
    return this.#clock.time();
  }

  _call_at_from_now(
    when: number,
    callback: Callback,
    args: readonly unknown[],
    context: Context | null,
    order: number = this._next_timer_number(),
  ): TimerHandle {
    return this.#schedule(when, callback, args, context, this.#clock.is_virtual ? order : null);
  }

  _next_timer_number(): number {
    return this.#timer_count++;
  }

  _push_ready(ready: Ready): void {
    if (this.#is_closed) this.#check_closed();
    this.#ready.push(ready);
    this.#wake_from_outside();
  }

  _timer_handle_cancelled(handle: Timer): void {
    this.#timers.note_cancelled(handle);
  }

  _push_timer(timer: Timer): void {
    this.#check_closed();
    this.#timers.push(timer);
    this.#wake_from_outside();
  }

  _begin_step(): void {
    this.#is_stepping = true;
  }

  _is_in_handle(): boolean {
    return this.#is_stepping || this.#is_driving;
  }

  async _nest_step(begin: () => void): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#nested_step = new NestedStep(resolve, reject, this.#nested_step);
      begin();
    });
  }

  _end_step(escaping: unknown = undefined): void {
    const nested = this.#nested_step;
    if (nested !== null) {
      this.#nested_step = nested.outer;
      nested.end(escaping);
      return;
    }
    const thread = interpreter.current;
    thread.stepping = null;
    thread.expecting = null;
    thread.handling = null;
    this.#is_stepping = false;
    if (this.#debug) this.#slow_callbacks.end(this.slow_callback_duration);
    if (escaping !== undefined) this.#end_run?.({ error: escaping });
    else if (!this.#is_driving) this.#drive();
  }

  /** Runs handles until a step is under way, events are waited for, or the run ends. */
  #drive(): void {
    this.#is_driving = true;
    try {
      while (this.#end_run !== null) {
        if (this.#todo === 0) {
          if (this.#is_stopping) return this.#end_run(null);
          if (!this.#begin_iteration()) return;
          continue;
        }
        this.#todo--;
        const ready = this.#ready.shift();
        // This is the only place where callbacks and steps are run.
        if (this.#debug) this.#slow_callbacks.begin(ready);
        ready._run();
        if (this.#is_stepping) return;
        if (this.#debug) this.#slow_callbacks.end(this.slow_callback_duration);
      }
    } catch (error) {
      this.#end_run?.({ error });
    } finally {
      this.#is_driving = false;
    }
  }

  /** Leaves the loop where Ctrl-C came while it waited or gave the platform a turn. */
  #raise_interrupt(): boolean {
    const pending = this.#pending_interrupt;
    if (pending === null) return false;
    this.#pending_interrupt = null;
    this.#end_run?.(pending);
    return true;
  }

  /** Drops cancelled timers, waits for events if nothing is ready, collects what is due. False when it has to wait. */
  #begin_iteration(): boolean {
    this.#timers.drop_cancelled();
    if (this.#signals.has_raised)
      for (const handler of this.#signals.take_raised()) this.call_soon(handler);
    const { first } = this.#timers;
    if (this.#ready.size === 0 && !this.#is_stopping) {
      if (first === null) return this.#wait_for_events(null);
      if (this.#may_jump()) this.#clock.jump(first._when);
      else if (first._when > this._now()) return this.#wait_for_events(first._when);
    } else if (this.#owes_turn()) {
      this.#give_turn();
      return false;
    }
    this.#collect();
    return true;
  }

  #collect(): void {
    if (this.#timers.first !== null)
      this.#timers.take_due(this._now() + CLOCK_RESOLUTION, this.#take_timer);
    this.#todo = this.#ready.size;
  }

  /** Whether the platform must see to its events before this iteration. */
  #owes_turn(): boolean {
    if (this.#hold_count > 0 || is_lock_wanted()) return true;
    if (++this.#iterations % ITERATIONS_PER_CLOCK_CHECK !== 0) return false;
    return (monotonic() - this.#last_turn) * 1000 > LONGEST_BUSY_PERIOD;
  }

  /** Whether nothing but the clock can bring events. */
  #may_jump(): boolean {
    return (
      this.#clock.is_virtual && this.#hold_count === 0 && !is_lock_wanted() && !has_virtual_timers()
    );
  }

  #give_turn(): void {
    const end_turn = give_turn();
    void this.#resume_after(
      new Promise((resolve) =>
        next_turn(() => {
          end_turn();
          resolve(null);
        }),
      ),
    );
  }

  /** Waits until something wakes the loop, or until the deadline, rounded up to milliseconds as a selector does. */
  #wait_for_events(when: number | null): false {
    if (when === null && this.#may_jump() && interpreter.current.is_main) {
      this.#end_run?.({ error: deadlock_report(this) });
      return false;
    }
    const seconds =
      when === null
        ? MAXIMUM_SELECT_TIMEOUT
        : Math.min(Math.max(when - this._now(), 0), MAXIMUM_SELECT_TIMEOUT);
    const events = is_virtual_time()
      ? this.#idle.wait_virtually(when === null ? null : seconds)
      : this.#idle.wait(Math.ceil(seconds * 1000));
    void this.#resume_after(
      this.#clock.is_virtual && !is_virtual_time() ? this.#let_time_pass(events, seconds) : events,
    );
    return false;
  }

  /** A virtual clock of this loop alone: while it waits for others, time passes as it really does. */
  async #let_time_pass(events: Promise<void>, seconds: number): Promise<void> {
    const [start, virtual_start] = [monotonic(), this._now()];
    await events;
    this.#clock.jump(virtual_start + Math.min(monotonic() - start, seconds));
  }

  async #resume_after(events: Promise<unknown>): Promise<void> {
    await release_lock_while(events);
    this.#last_turn = monotonic();
    if (this.#raise_interrupt()) return;
    this.#collect();
    this.#drive();
  }

  /**
   * Code that belongs to no thread of Python (plain TypeScript, the page) need not say `threadsafe`. Another thread of
   * Python must, as in CPython.
   */
  #wake_from_outside(): void {
    if (this.#idle.is_waiting && interpreter.is_free) this.#idle.wake();
  }

  #interrupted(): void {
    if (this._on_interrupt()) this.#idle.wake();
    else this.#interrupt_with(new KeyboardInterrupt());
  }

  /** Ends the run where the platform has its turn. */
  #interrupt_with(error: BaseException): void {
    // A step that is under way while the platform has its turn hangs on a bare promise: nothing else ends it.
    const held = this.#is_stepping ? (interpreter.current.stepping as Waiter | null) : null;
    if (held !== null) return held._interrupt(error);
    this.#pending_interrupt = { error };
    this.#idle.wake();
  }

  #schedule(
    when: number,
    callback: Callback,
    args: readonly unknown[],
    context: Context | null,
    order: number | null,
  ): TimerHandle {
    const timer = new TimerHandle(when, callback, args, this, context, order);
    this._push_timer(timer);
    return timer;
  }

  #stop_after(future: Future<Dynamic>): void {
    // SystemExit and KeyboardInterrupt have left the loop already.
    if (!future.cancelled() && leaves_loop(future.exception())) return;
    this.stop();
  }

  #make_task<T>(coro: CoroutineLike<T>, name: string | null, context: Context | null): Task<T> {
    if (this.#task_factory === null) return new Task<T>(coro, { loop: this, name, context });
    const task = (
      context === null
        ? call(this.#task_factory, this, coro)
        : call(this.#task_factory, this, coro, { context })
    ) as Task<T>;
    // During its first step an eager task has no name of its own yet.
    if (this._eager_starts.length === 0) task.set_name(name);
    else this._eager_starts.push({ begin: () => Promise.resolve(task.set_name(name)) });
    return task;
  }

  #check_closed(): void {
    if (this.#is_closed) throw new RuntimeError("Event loop is closed");
  }

  #check_running(): void {
    if (this.is_running()) throw new RuntimeError("This event loop is already running");
    if (_get_running_loop() !== null)
      throw new RuntimeError("Cannot run the event loop while another loop is running");
  }
}
