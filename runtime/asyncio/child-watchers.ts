// Child watchers: how CPython up to 3.13 learns that a process has ended. Here the platform says so, whichever is set.
import type { Dynamic } from "../builtins/dynamic.ts";
import { NotImplementedError } from "../builtins/exceptions/index.ts";
import type { AbstractEventLoop } from "./events.ts";

export class AbstractChildWatcher {
  static readonly __name__: string = "AbstractChildWatcher";
  static readonly __module__: string = "asyncio.unix_events";

  /** For processes that others have started: NotImplementedError, for they can't be waited for here. */
  add_child_handler(_pid: number, _callback: Dynamic, ..._args: readonly Dynamic[]): void {
    throw new NotImplementedError();
  }

  remove_child_handler(_pid: number): boolean {
    throw new NotImplementedError();
  }

  attach_loop(_loop: AbstractEventLoop | null): void {
    throw new NotImplementedError();
  }

  close(): void {
    throw new NotImplementedError();
  }

  is_active(): boolean {
    throw new NotImplementedError();
  }

  __enter__(): this {
    throw new NotImplementedError();
  }

  __exit__(_type: Dynamic, _error: Dynamic, _traceback: Dynamic): void {
    throw new NotImplementedError();
  }
}

/** Needs no loop: always ready. */
class FreeWatcher extends AbstractChildWatcher {
  override attach_loop(_loop: AbstractEventLoop | null): void {}

  override close(): void {}

  override is_active(): boolean {
    return true;
  }

  override __enter__(): this {
    return this;
  }

  override __exit__(_type: Dynamic, _error: Dynamic, _traceback: Dynamic): void {}
}

export class PidfdChildWatcher extends FreeWatcher {
  static override readonly __module__: string = "asyncio.unix_events";
  static override readonly __name__: string = "PidfdChildWatcher";
}

export class ThreadedChildWatcher extends FreeWatcher {
  static override readonly __module__: string = "asyncio.unix_events";
  static override readonly __name__: string = "ThreadedChildWatcher";
}

/** Active from `attach_loop` to `close`. */
export class MultiLoopChildWatcher extends FreeWatcher {
  static override readonly __module__: string = "asyncio.unix_events";
  static override readonly __name__: string = "MultiLoopChildWatcher";
  #is_active = false;

  override attach_loop(_loop: AbstractEventLoop | null): void {
    this.#is_active = true;
  }

  override close(): void {
    this.#is_active = false;
  }

  override is_active(): boolean {
    return this.#is_active;
  }
}

/** Active while the loop to which it was attached runs. */
class LoopWatcher extends FreeWatcher {
  #loop: AbstractEventLoop | null = null;

  override attach_loop(loop: AbstractEventLoop | null): void {
    this.#loop = loop ?? null;
  }

  override close(): void {
    this.#loop = null;
  }

  override is_active(): boolean {
    return this.#loop !== null && this.#loop.is_running();
  }
}

export class SafeChildWatcher extends LoopWatcher {
  static override readonly __name__: string = "SafeChildWatcher";
  static override readonly __module__: string = "asyncio.unix_events";
}

export class FastChildWatcher extends LoopWatcher {
  static override readonly __module__: string = "asyncio.unix_events";
  static override readonly __name__: string = "FastChildWatcher";
}
