// timeout and timeout_at: cancel what takes too long, and turn that cancel into TimeoutError.
import { RuntimeError, TimeoutError } from "../builtins/exceptions/index.ts";
import type { BaseException } from "../builtins/exceptions/index.ts";
import { BaseExceptionGroup } from "../builtins/exceptions/index.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import { as_float } from "../builtins/float.ts";
import { shown_as } from "./format_helpers.ts";
import { running_loop } from "./events.ts";
import type { Handle } from "./events.ts";
import { CancelledError } from "./exceptions.ts";
import { current_task } from "./tasks.ts";
import type { Task } from "./tasks.ts";

type TimeoutState = "created" | "active" | "expiring" | "expired" | "finished";

/** States: created → active (entered) → finished (left in time), or → expiring (overdue) → expired (left). */
export class Timeout {
  static readonly __name__: string = "Timeout";
  static readonly __module__: string = "asyncio.timeouts";
  #state: TimeoutState = "created";
  #when: number | null;
  /** The place among deadlines computed from "now"; `null` for one that the program named itself. */
  #order: number | null;
  #handle: Handle | null = null;
  #task: Task | null = null;
  #cancelling = 0;

  constructor(when: number | null, order: number | null = null) {
    this.#when = when == null ? null : Number(when);
    this.#order = order;
  }

  /** The deadline in the loop's time. */
  when(): number | null {
    return this.#when === null ? null : as_float(this.#when);
  }

  /** Sets another deadline. */
  reschedule(when: number | null): void {
    if (this.#state !== "active")
      throw new RuntimeError(
        this.#state === "created"
          ? "Timeout has not been entered"
          : `Cannot change state of ${this.#state} Timeout`,
      );
    this.#when = when == null ? null : Number(when);
    this.#order = null;
    this.#schedule();
  }

  /** Whether the deadline passed before the block was left. */
  expired(): boolean {
    return this.#state === "expiring" || this.#state === "expired";
  }

  async __aenter__(): Promise<this> {
    if (this.#state !== "created") throw new RuntimeError("Timeout has already been entered");
    const task = current_task();
    if (task === null) throw new RuntimeError("Timeout should be used inside a task");
    this.#state = "active";
    this.#task = task;
    this.#cancelling = task.cancelling();
    this.#schedule();
    return this;
  }

  async __aexit__(_type: Dynamic, error: Dynamic, _traceback: Dynamic): Promise<null> {
    this.#handle?.cancel();
    this.#handle = null;
    if (this.#state === "expiring") {
      this.#state = "expired";
      const left = (this.#task as Task).uncancel();
      if (left <= this.#cancelling && error != null) convert(error);
    } else if (this.#state === "active") this.#state = "finished";
    return null;
  }

  __repr__(): string {
    const when =
      this.#when === null ? "None" : String(as_float(Math.round(this.#when * 1e3) / 1e3));
    return `<Timeout [${this.#state}]${this.#state === "active" ? ` when=${when}` : ""}>`;
  }

  #schedule(): void {
    this.#handle?.cancel();
    const when = this.#when;
    if (when === null) {
      this.#handle = null;
      return;
    }
    const loop = running_loop();
    const on_timeout = shown_as("Timeout._on_timeout", (): void => {
      (this.#task as Task).cancel();
      this.#state = "expiring";
      this.#handle = null;
    });
    if (when <= loop._now()) this.#handle = loop.call_soon(on_timeout);
    else if (this.#order === null) this.#handle = loop.call_at(when, on_timeout);
    else this.#handle = loop._call_at_from_now(when, on_timeout, [], null, this.#order);
  }
}

/** A block that must not take more than `delay` seconds; `None` sets no limit. */
export function timeout(delay: number | null): Timeout {
  const loop = running_loop();
  if (delay == null) return new Timeout(null);
  return new Timeout(loop._now() + Number(delay), loop._next_timer_number());
}

/** A block that must be left before `when` of the loop's time. */
export function timeout_at(when: number | null): Timeout {
  return new Timeout(when);
}

/** The cancel was ours: CancelledError becomes TimeoutError, other exceptions get one into their context. */
function convert(error: BaseException): void {
  if (error instanceof CancelledError) {
    const timed_out = new TimeoutError();
    timed_out.__cause__ = error;
    timed_out.__context__ = error;
    throw timed_out;
  }
  insert_timeout_error(error);
  if (error instanceof BaseExceptionGroup)
    for (const part of error.exceptions) insert_timeout_error(part);
}

function insert_timeout_error(error: BaseException): void {
  for (let outer = error; outer.__context__ !== null; outer = outer.__context__) {
    if (!(outer.__context__ instanceof CancelledError)) continue;
    const timed_out = new TimeoutError();
    timed_out.__cause__ = outer.__context__;
    timed_out.__context__ = outer.__context__;
    outer.__context__ = timed_out;
    return;
  }
}
