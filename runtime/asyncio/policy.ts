// Which event loop is current: the policy, and the rules of get_event_loop.
import {
  AssertionError,
  NotImplementedError,
  RuntimeError,
  TypeError,
} from "../builtins/exceptions/index.ts";
import { repr } from "../builtins/representation.ts";
import { interpreter } from "../builtins/threads.ts";
import { bare_type_name } from "../builtins/type-name.ts";
import { AbstractChildWatcher, PidfdChildWatcher } from "./child-watchers.ts";
import { AbstractEventLoop, _get_running_loop } from "./events.ts";

/** What makes and keeps the loops of threads. */
export class AbstractEventLoopPolicy {
  static readonly __name__: string = "AbstractEventLoopPolicy";
  static readonly __module__: string = "asyncio.events";

  get_event_loop(): AbstractEventLoop {
    throw new NotImplementedError();
  }

  set_event_loop(_loop: AbstractEventLoop | null): void {
    throw new NotImplementedError();
  }

  new_event_loop(): AbstractEventLoop {
    throw new NotImplementedError();
  }

  get_child_watcher(): AbstractChildWatcher {
    throw new NotImplementedError();
  }

  set_child_watcher(_watcher: AbstractChildWatcher | null): void {
    throw new NotImplementedError();
  }
}

/** Makes a loop: loops.ts puts ours here, as it lies above this file. */
export const loop_factory: { create: () => AbstractEventLoop } = {
  create: () => {
    throw new NotImplementedError();
  },
};

/** Every thread has a loop of its own; only the main thread gets one without asking. */
export class DefaultEventLoopPolicy extends AbstractEventLoopPolicy {
  static override readonly __name__: string = "DefaultEventLoopPolicy";
  static override readonly __module__: string = "asyncio.unix_events";

  #watcher: AbstractChildWatcher | null = null;

  override get_event_loop(): AbstractEventLoop {
    const thread = interpreter.current;
    if (thread.event_loop === null && !thread.is_event_loop_set && thread.is_main)
      this.set_event_loop(this.new_event_loop());
    if (thread.event_loop === null)
      throw new RuntimeError(`There is no current event loop in thread ${repr(thread.name)}.`);
    return thread.event_loop as AbstractEventLoop;
  }

  override set_event_loop(loop: AbstractEventLoop | null): void {
    if (loop != null && !(loop instanceof AbstractEventLoop))
      throw new TypeError(
        `loop must be an instance of AbstractEventLoop or None, not '${bare_type_name(loop)}'`,
      );
    interpreter.current.is_event_loop_set = true;
    interpreter.current.event_loop = loop ?? null;
    if (interpreter.current.is_main) this.#watcher?.attach_loop(loop);
  }

  override new_event_loop(): AbstractEventLoop {
    return loop_factory.create();
  }

  override get_child_watcher(): AbstractChildWatcher {
    this.#watcher ??= new PidfdChildWatcher();
    return this.#watcher;
  }

  override set_child_watcher(watcher: AbstractChildWatcher | null): void {
    if (watcher != null && !(watcher instanceof AbstractChildWatcher)) throw new AssertionError();
    this.#watcher?.close();
    this.#watcher = watcher ?? null;
  }
}

/**
 * The policies of Windows: for programs that set one there (`if sys.platform == "win32"`). Here they are as good as the
 * default one, while CPython has no such names on other systems.
 */
export class WindowsSelectorEventLoopPolicy extends DefaultEventLoopPolicy {
  static override readonly __name__: string = "WindowsSelectorEventLoopPolicy";
  static override readonly __module__: string = "asyncio.windows_events";
}

export class WindowsProactorEventLoopPolicy extends DefaultEventLoopPolicy {
  static override readonly __name__: string = "WindowsProactorEventLoopPolicy";
  static override readonly __module__: string = "asyncio.windows_events";
}

let policy: AbstractEventLoopPolicy | null = null;

export function get_event_loop_policy(): AbstractEventLoopPolicy {
  policy ??= new DefaultEventLoopPolicy();
  return policy;
}

/** Sets the policy; `None` brings the default one back. */
export function set_event_loop_policy(new_policy: AbstractEventLoopPolicy | null): void {
  if (new_policy != null && !(new_policy instanceof AbstractEventLoopPolicy))
    throw new TypeError(
      `policy must be an instance of AbstractEventLoopPolicy or None, not '${bare_type_name(new_policy)}'`,
    );
  policy = new_policy ?? null;
}

/** The running loop, else the policy's current one: in the main thread it is made when there is none. */
export function get_event_loop(): AbstractEventLoop {
  return _get_running_loop() ?? get_event_loop_policy().get_event_loop();
}

export function set_event_loop(loop: AbstractEventLoop | null): void {
  get_event_loop_policy().set_event_loop(loop);
}

export function get_child_watcher(): AbstractChildWatcher {
  return get_event_loop_policy().get_child_watcher();
}

export function set_child_watcher(watcher: AbstractChildWatcher | null): void {
  get_event_loop_policy().set_child_watcher(watcher);
}

export function new_event_loop(): AbstractEventLoop {
  return get_event_loop_policy().new_event_loop();
}
