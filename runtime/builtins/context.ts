// Contexts: what context variables hold at each moment. contextvars builds on it, tasks and handles run in them.
import { forward } from "./calls/forward.ts";
import type { Blocking } from "./blocking.ts";
import type { Dynamic } from "./dynamic.ts";
import { KeyError, RuntimeError } from "./exceptions/index.ts";
import { repr } from "./representation.ts";
import { Tuple } from "./tuple.ts";

/**
 * A snapshot of all context variables. The table is never written to after it was shared: `set` replaces it, so that
 * copying a context costs one object.
 */
export class Context {
  static readonly __name__: string = "Context";
  static readonly __module__: string = "_contextvars";

  /** The thread that runs; told by those who know of threads. */
  static thread: () => { context: Context; readonly stepping: unknown };

  #values: ReadonlyMap<unknown, unknown>;
  #is_entered = false;
  /** Held by several who would each have a copy of their own in Python: none of them has written yet. */
  #is_shared = false;
  /** What they hold, as long as nobody writes here. */
  #shared: Context | null = null;

  constructor(values: ReadonlyMap<unknown, unknown> = NO_VALUES) {
    this.#values = values;
  }

  get values_by_variable(): ReadonlyMap<unknown, unknown> {
    return this.#values;
  }

  copy(): Context {
    return new Context(this.#values);
  }

  /** A copy that costs nothing until its holder writes: `written_context` and `context_of` then give it its own. */
  copy_when_written(): Context {
    if (this.#is_shared) return this;
    if (this.#shared === null) {
      this.#shared = this.copy();
      this.#shared.#is_shared = true;
    }
    return this.#shared;
  }

  get is_shared(): boolean {
    return this.#is_shared;
  }

  /** `context.run(callable, *args)`: calls inside the context. RuntimeError where it is entered already. */
  run(callable: Dynamic, ...args: readonly Dynamic[]): Dynamic {
    const thread = this.#enter();
    const outer = thread.context;
    thread.context = this;
    try {
      return forward(callable, args);
    } finally {
      thread.context = outer;
      this.#is_entered = false;
    }
  }

  /** The same for a function that blocks. */
  async run_awaiting(callable: Dynamic, ...args: readonly Dynamic[]): Blocking<Dynamic> {
    const thread = this.#enter();
    const outer = thread.context;
    thread.context = this;
    try {
      return await forward(callable, args);
    } finally {
      thread.context = outer;
      this.#is_entered = false;
    }
  }

  #enter(): { context: Context } {
    if (this.#is_entered)
      throw new RuntimeError(`cannot enter context: ${repr(this)} is already entered`);
    this.#is_entered = true;
    return Context.thread();
  }

  /** The value of a variable here, else `default_`. */
  get(variable: Dynamic, default_: Dynamic = null): Dynamic {
    return this.#values.has(variable) ? this.#values.get(variable) : default_;
  }

  /** KeyError where the variable has no value here. */
  __getitem__(variable: Dynamic): Dynamic {
    if (this.#values.has(variable)) return this.#values.get(variable);
    throw new KeyError(variable);
  }

  __contains__(variable: Dynamic): boolean {
    return this.#values.has(variable);
  }

  __len__(): number {
    return this.#values.size;
  }

  keys(): IterableIterator<Dynamic> {
    return this.#values.keys();
  }

  values(): IterableIterator<Dynamic> {
    return this.#values.values();
  }

  *items(): Generator<Dynamic> {
    for (const [variable, value] of this.#values) yield Tuple.of(variable, value);
  }

  [Symbol.iterator](): IterableIterator<Dynamic> {
    return this.#values.keys();
  }

  lookup(variable: unknown): unknown {
    return this.#values.get(variable);
  }

  holds(variable: unknown): boolean {
    return this.#values.has(variable);
  }

  store(variable: unknown, value: unknown): void {
    this.#shared = null;
    this.#values = new Map(this.#values).set(variable, value);
  }

  remove(variable: unknown): void {
    const values = new Map(this.#values);
    values.delete(variable);
    this.#shared = null;
    this.#values = values;
  }
}

interface ContextHolder {
  _context: Context;
}

/** The current context, for those who are about to write to it. */
export function written_context(): Context {
  const thread = Context.thread();
  const shared = thread.context;
  if (!shared.is_shared) return shared;
  const task = thread.stepping as ContextHolder | null;
  thread.context = shared.copy();
  if (task?._context === shared) task._context = thread.context;
  return thread.context;
}

/** The context of a task or a handle, for those who ask for the object. */
export function context_of(holder: ContextHolder): Context {
  const shared = holder._context;
  if (!shared.is_shared) return shared;
  const thread = Context.thread();
  holder._context = shared.copy();
  if (thread.stepping === holder && thread.context === shared) thread.context = holder._context;
  return holder._context;
}

const NO_VALUES: ReadonlyMap<unknown, unknown> = new Map();
