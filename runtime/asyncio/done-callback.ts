// A callback that waits for a future's end; then it stands in the loop's ready queue, as a handle does.
import { parameters_of } from "../builtins/calls/signature.ts";
import { callable_kind } from "../builtins/calls/callable-kind.ts";
import type { Context } from "../builtins/context.ts";
import { interpreter } from "../builtins/threads.ts";
import { Handle, leaves_loop } from "./events.ts";
import type { AbstractEventLoop, Callback, Ready } from "./events.ts";

interface CalledBack {
  readonly _loop: AbstractEventLoop;
}

/** States: waiting in its future → due (in the ready queue) → run. */
export class DoneCallback implements Ready {
  readonly callback: Callback;
  readonly #context: Context;
  readonly #future: CalledBack;

  constructor(callback: Callback, context: Context, future: CalledBack) {
    this.callback = callback;
    this.#context = context;
    this.#future = future;
  }

  _run(): void {
    const { callback } = this;
    // What is no plain function of one argument goes the way of all handles.
    if (!is_plain(callback)) return this._handle()._run();
    const thread = interpreter.current;
    const outer = thread.context;
    thread.context = this.#context;
    try {
      callback(this.#future);
    } catch (error) {
      const handle = this._handle(thread.context);
      thread.context = outer;
      if (leaves_loop(error)) throw error;
      handle._report(error, callback, [this.#future]);
    }
    thread.context = outer;
  }

  __repr__(): string {
    return this._handle().__repr__();
  }

  _handle(context: Context = this.#context): Handle {
    return new Handle(this.callback, [this.#future], this.#future._loop, context);
  }
}

/** Objects with `__call__` are none. */
function is_plain(callback: Callback): boolean {
  return (
    typeof callback === "function" &&
    (callback.length === 1 || (callback.length === 0 && parameters_of(callback) === null)) &&
    callable_kind(callback) === "function"
  );
}
