// run and Runner: a loop of its own for a coroutine, from its making to its orderly end.
import { exception_context } from "./exception-context.ts";
import type { Blocking } from "../builtins/blocking.ts";
import { call } from "../builtins/calls/call.ts";
import { blocking, blocking_methods } from "../builtins/calls/callable-kind.ts";
import type { Context } from "../builtins/context.ts";
import { KeyboardInterrupt, RuntimeError, ValueError } from "../builtins/exceptions/index.ts";
import { as_value } from "../builtins/handover.ts";
import { repr } from "../builtins/representation.ts";
import { interpreter } from "../builtins/threads.ts";
import type { EventLoop } from "./base_events.ts";
import { VirtualClock } from "./clocks.ts";
import { THREAD_JOIN_TIMEOUT } from "./constants.ts";
import { is_coroutine_like } from "./coroutines.ts";
import type { CoroutineLike } from "./coroutines.ts";
import { _get_running_loop } from "./events.ts";
import { CancelledError } from "./exceptions.ts";
import { gather } from "./gather.ts";
import { new_event_loop } from "./loops.ts";
import { set_event_loop } from "./policy.ts";
import { pending_tasks } from "./tasks.ts";
import { UnixSelectorEventLoop } from "./unix_events.ts";

export interface RunOptions {
  readonly debug?: boolean | null;
  /** A function, or a class of loops. */
  readonly loop_factory?: (() => EventLoop) | (new () => EventLoop) | null;
  /** The loop is on a clock of its own that jumps to the next deadline when all wait: see `VirtualClock`. */
  readonly virtual_time?: boolean;
}

/** Runs the coroutine in a new loop, closes the loop, and returns or raises what the coroutine did. */
export async function run<T>(main: CoroutineLike<T>, options: RunOptions = {}): Blocking<T> {
  if (_get_running_loop() !== null)
    throw new RuntimeError("asyncio.run() cannot be called from a running event loop");
  const runner = new Runner(options);
  runner.get_loop();
  let result: T;
  try {
    result = await runner.run(main);
  } finally {
    await runner.close();
  }
  // The hand-over must be the last thing before the return.
  return as_value(result);
}

blocking(run);

/** States: created → initialized (the first use makes the loop) → closed. */
export class Runner {
  static readonly __name__: string = "Runner";
  static readonly __module__: string = "asyncio.runners";
  static {
    blocking_methods(this, "run", "close", "__exit__");
  }

  #state: "created" | "initialized" | "closed" = "created";
  readonly #debug: boolean | null;
  readonly #loop_factory: (() => EventLoop) | (new () => EventLoop) | null;
  #loop: EventLoop | null = null;
  #context: Context | null = null;
  #has_set_event_loop = false;

  constructor({ debug = null, loop_factory = null, virtual_time = false }: RunOptions = {}) {
    this.#debug = debug;
    this.#loop_factory = virtual_time ? virtual_loop : loop_factory;
  }

  /** Runs the coroutine in the runner's loop; may be called several times. */
  async run<T>(
    coro: CoroutineLike<T>,
    { context = null }: { readonly context?: Context | null } = {},
  ): Blocking<T> {
    if (!is_coroutine_like(coro))
      throw new ValueError(`a coroutine was expected, got ${repr(coro)}`);
    if (_get_running_loop() !== null)
      throw new RuntimeError("Runner.run() cannot be called from a running event loop");
    const loop = this.get_loop();
    const task = loop.create_task(coro, { context: context ?? this.#context });
    let interrupt_count = 0;
    const is_main = interpreter.current.is_main;
    if (is_main) {
      loop._on_interrupt = () => {
        interrupt_count++;
        // The first Ctrl-C lets the program clean up, the next one leaves the loop.
        return interrupt_count === 1 && !task.done() && task.cancel();
      };
    }
    try {
      return as_value(await loop.run_until_complete(task));
    } catch (error) {
      if (error instanceof CancelledError && interrupt_count > 0 && task.uncancel() === 0)
        throw new KeyboardInterrupt();
      throw error;
    } finally {
      if (is_main) loop._on_interrupt = () => false;
    }
  }

  /** Cancels what still runs, shuts asynchronous generators and the executor down, closes the loop. */
  async close(): Blocking<null> {
    const loop = this.#loop;
    if (this.#state !== "initialized" || loop === null) return null;
    try {
      await cancel_all_tasks(loop);
      await loop.run_until_complete(() => loop.shutdown_asyncgens());
      await loop.run_until_complete(() => loop.shutdown_default_executor(THREAD_JOIN_TIMEOUT));
    } finally {
      if (this.#has_set_event_loop) set_event_loop(null);
      loop.close();
      this.#loop = null;
      this.#state = "closed";
    }
    return null;
  }

  get_loop(): EventLoop {
    if (this.#state === "closed") throw new RuntimeError("Runner is closed");
    if (this.#loop !== null) return this.#loop;
    const loop =
      this.#loop_factory === null ? new_event_loop() : (call(this.#loop_factory) as EventLoop);
    if (this.#loop_factory === null) {
      set_event_loop(loop);
      this.#has_set_event_loop = true;
    }
    if (this.#debug != null) loop.set_debug(this.#debug);
    this.#loop = loop;
    this.#context = interpreter.current.context.copy();
    this.#state = "initialized";
    return loop;
  }

  /** `await using runner = new Runner()`, where the engine knows the symbol. */
  declare readonly [Symbol.asyncDispose]: () => Promise<void>;

  static {
    const symbol: symbol | undefined = Symbol.asyncDispose;
    if (symbol !== undefined)
      Object.defineProperty(this.prototype, symbol, {
        value: function (this: Runner) {
          return this.close();
        },
      });
  }

  __enter__(): this {
    this.get_loop();
    return this;
  }

  async __exit__(): Blocking<null> {
    return await this.close();
  }
}

function virtual_loop(): UnixSelectorEventLoop {
  return new UnixSelectorEventLoop({ clock: new VirtualClock() });
}

async function cancel_all_tasks(loop: EventLoop): Promise<void> {
  const tasks = pending_tasks(loop);
  if (tasks.length === 0) return;
  for (const task of tasks) task.cancel();
  await loop.run_until_complete(gather(...tasks, { return_exceptions: true }));
  for (const task of tasks) {
    if (task.cancelled() || task.exception() === null) continue;
    loop.call_exception_handler(
      exception_context({
        message: "unhandled exception during asyncio.run() shutdown",
        exception: task.exception(),
        task,
      }),
    );
  }
}
