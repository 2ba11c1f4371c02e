// threading.local and Timer.
import type { Blocking } from "../builtins/blocking.ts";
import { call_with } from "../builtins/calls/call-with.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import { AttributeError } from "../builtins/exceptions/index.ts";
import { interpreter, type ThreadState } from "../builtins/threads.ts";
import { Event } from "./event.ts";
import { Thread } from "./thread.ts";

/** An object whose attributes each thread sees its own values of. */
export class local {
  static readonly __name__: string = "local";
  static readonly __module__: string = "_thread";
  [name: string]: Dynamic;

  constructor() {
    const values = new WeakMap<ThreadState, Record<PropertyKey, unknown>>();
    const own = (): Record<PropertyKey, unknown> => {
      const found = values.get(interpreter.current) ?? {};
      values.set(interpreter.current, found);
      return found;
    };
    // oxlint-disable-next-line no-constructor-return -- every attribute is looked up anew, by thread
    return new Proxy(this, {
      get: (target, name) => {
        if (name in own()) return own()[name];
        if (name in target || typeof name === "symbol") return Reflect.get(target, name);
        throw new AttributeError(`'_thread._local' object has no attribute '${name}'`);
      },
      set: (_, name, value) => Reflect.set(own(), name, value),
      has: (target, name) => name in own() || name in target,
      deleteProperty: (_, name) => Reflect.deleteProperty(own(), name),
      ownKeys: () => Reflect.ownKeys(own()),
      getOwnPropertyDescriptor: (_, name) => Reflect.getOwnPropertyDescriptor(own(), name),
    });
  }
}

/** A thread that calls a function after some seconds, unless it is cancelled before. */
export class Timer extends Thread {
  static override readonly __name__: string = "Timer";

  readonly interval: number;
  readonly function: Dynamic;
  readonly args: readonly unknown[];
  readonly kwargs: Record<string, unknown>;
  readonly finished = new Event();

  constructor(
    interval: number,
    function_: (...args: Dynamic[]) => unknown,
    args: Iterable<unknown> | null = null,
    kwargs: Record<string, unknown> | null = null,
  ) {
    super();
    this.interval = interval;
    this.function = function_;
    this.args = [...(args ?? [])];
    this.kwargs = kwargs ?? {};
  }

  cancel(): void {
    this.finished.set();
  }

  override async run(): Blocking<null> {
    await this.finished.wait(this.interval);
    if (!this.finished.is_set()) {
      const running: unknown = call_with(this.function, this.args, this.kwargs);
      if (running instanceof Promise) await running;
    }
    this.finished.set();
    return null;
  }
}
