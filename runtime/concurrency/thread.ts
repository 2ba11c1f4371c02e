// threading.Thread: green threads, who they are, and how the process waits for them.
import { Fillable } from "../builtins/attributes/fillable.ts";
import type { Blocking } from "../builtins/blocking.ts";
import { call_with } from "../builtins/calls/call-with.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import { RuntimeError, SystemExit } from "../builtins/exceptions/index.ts";
import { id } from "../builtins/identity.ts";
import type { int } from "../builtins/int.ts";
import { hand_over_to, interpreter, release_lock, ThreadState } from "../builtins/threads.ts";
import { class_name } from "../builtins/type-name.ts";
import { excepthook } from "./excepthook.ts";
import { alive_threads, watch_main_thread } from "./life.ts";
import { give_way_if_lent, WaitingLine } from "./waiting.ts";
import { in_thread } from "./yielding.ts";

export interface ThreadOptions {
  readonly group?: null;
  readonly target?: ((...args: Dynamic[]) => unknown) | null;
  readonly name?: string | null;
  readonly args?: Iterable<unknown>;
  /** A Dict, or anything else that yields pairs of name and value. */
  readonly kwargs?: Iterable<readonly [string, unknown]> | null;
  readonly daemon?: boolean | null;
}

/** States: initial → started (`start`) → stopped (its function has ended). Subclasses may override `run`. */
export class Thread extends Fillable {
  static readonly __name__: string = "Thread";
  static readonly __module__: string = "threading";

  name: string;
  #daemon: boolean;
  #state: "initial" | "started" | "stopped" = "initial";
  readonly #target: Dynamic;
  readonly #args: readonly unknown[];
  readonly #kwargs: Record<string, unknown>;
  readonly #thread: ThreadState;
  readonly #joiners = new WaitingLine();

  constructor({
    target = null,
    name = null,
    args = [],
    kwargs = null,
    daemon = null,
  }: ThreadOptions = {}) {
    super();
    this.name = name ?? default_name(target);
    this.#target = target;
    this.#args = [...args];
    this.#kwargs = kwargs === null ? {} : Object.fromEntries(pairs_of(kwargs));
    this.#daemon = daemon ?? (interpreter.current.is_main ? false : current_thread().daemon);
    this.#thread = new ThreadState(this.name);
    objects.set(this.#thread, this);
  }

  /** What the thread does: calls the target. */
  run(): unknown {
    if (this.#target === null) return null;
    return call_with(in_thread(this.#target), this.#args, this.#kwargs);
  }

  /** Lets the thread run, at once, to its first blocking point. RuntimeError when called twice. */
  async start(): Blocking<void> {
    this.#mark_started();
    await hand_over_to(this.#thread, () => void this.#live());
  }

  /** Waits until the thread has ended, or `timeout` seconds. */
  async join(timeout: number | null = null): Blocking<void> {
    if (this.#state === "initial")
      throw new RuntimeError("cannot join thread before it is started");
    if (this.#thread === interpreter.current) throw new RuntimeError("cannot join current thread");
    if (this.#state === "stopped") await give_way_if_lent();
    else await this.#joiners.wait(timeout === null ? null : Number(timeout));
  }

  is_alive(): boolean {
    return this.#state === "started";
  }

  get ident(): int | null {
    return this.#state === "initial" ? null : id(this.#thread);
  }

  get native_id(): int | null {
    return this.ident;
  }

  get daemon(): boolean {
    return this.#daemon;
  }

  set daemon(daemon: boolean) {
    if (this.#state !== "initial")
      throw new RuntimeError("cannot set daemon status of active thread");
    this.#daemon = daemon;
  }

  getName(): string {
    return this.name;
  }

  setName(name: string): void {
    this.name = name;
  }

  isDaemon(): boolean {
    return this.#daemon;
  }

  setDaemon(daemonic: boolean): void {
    this.daemon = daemonic;
  }

  __repr__(): string {
    const daemon = this.#daemon ? " daemon" : "";
    const ident = this.ident === null ? "" : ` ${this.ident}`;
    return `<${class_name(this.constructor)}(${this.name}, ${this.#state}${daemon}${ident})>`;
  }

  #mark_started(): void {
    if (this.#state !== "initial") throw new RuntimeError("threads can only be started once");
    this.#state = "started";
    alive_threads.add(this);
    watch_main_thread();
  }

  async #live(): Promise<void> {
    try {
      const running: unknown = this.run();
      if (is_promise(running)) await running;
    } catch (error) {
      if (!(error instanceof SystemExit)) excepthook(error, this);
    }
    this.#state = "stopped";
    alive_threads.delete(this);
    this.#joiners.wake_all();
    release_lock(this.#thread);
  }
}

class MainThread extends Thread {
  static override readonly __name__: string = "_MainThread";

  constructor(thread: ThreadState) {
    super({ name: thread.name, daemon: false });
    objects.set(thread, this);
  }

  override get ident(): int {
    return id(main_state);
  }

  override is_alive(): boolean {
    return true;
  }

  override __repr__(): string {
    return `<_MainThread(${this.name}, started ${this.ident})>`;
  }
}

/** The thread that calls. */
export function current_thread(): Thread {
  return objects.get(interpreter.current) ?? new MainThread(interpreter.current);
}

export function main_thread(): Thread {
  return objects.get(main_state) ?? new MainThread(main_state);
}

/** All threads that are alive, the main thread first. */
export function enumerate(): Thread[] {
  return [main_thread(), ...alive_threads] as Thread[];
}

export function active_count(): int {
  return alive_threads.size + 1;
}

export function get_ident(): int {
  return id(interpreter.current);
}

export function get_native_id(): int {
  return get_ident();
}

const main_state = interpreter.current;
const objects = new WeakMap<ThreadState, Thread>();
let name_count = 0;

function default_name(target: Dynamic): string {
  const name = `Thread-${++name_count}`;
  if (typeof target !== "function") return name;
  const own: unknown = Reflect.get(target, "__name__");
  return `${name} (${typeof own === "string" ? own : target.name.replace(/^bound /, "") || "<lambda>"})`;
}

/** A Dict yields its keys, so it is asked for its items. */
function pairs_of(
  kwargs: Iterable<readonly [string, unknown]>,
): Iterable<readonly [string, unknown]> {
  return "items" in kwargs && typeof kwargs.items === "function" ? kwargs.items() : kwargs;
}

/** Only blocking functions give native promises; coroutine objects and futures are values like others. */
function is_promise(value: unknown): value is Promise<unknown> {
  return value instanceof Promise;
}
