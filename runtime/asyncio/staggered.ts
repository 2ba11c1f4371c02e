// staggered_race: coroutines start one after the other, the first success wins.
import { call } from "../builtins/calls/call.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import { Tuple } from "../builtins/tuple.ts";
import { iter } from "../builtins/iteration/index.ts";
import type { CoroutineLike } from "./coroutines.ts";
import { leaves_loop, running_loop } from "./events.ts";
import type { AbstractEventLoop } from "./events.ts";
import { TimeoutError } from "./exceptions.ts";
import { Event } from "./locks.ts";
import { seen_by_python } from "./native-errors.ts";
import type { Task } from "./tasks.ts";
import { wait } from "./wait.ts";
import { wait_for } from "./wait_for.ts";

/** The winner's result, its place, and what each one that was started raised (`null` for none). */
export type Race<T> = readonly [winner: T | null, index: number | null, exceptions: unknown[]];

/**
 * Starts the next of the functions when the last one has failed or after `delay` seconds (`null`: only then); the
 * first that succeeds ends the others.
 */
export async function staggered_race<T>(
  coro_fns: Iterable<() => CoroutineLike<T> | Promise<T>>,
  delay: number | null,
  { loop = null }: { readonly loop?: AbstractEventLoop | null } = {},
): Promise<Race<T>> {
  const race = new StaggeredRace<T>(iter(coro_fns), delay, loop ?? running_loop());
  return await race.run();
}

class StaggeredRace<T> {
  readonly #functions: Iterator<Dynamic>;
  readonly #delay: number | null;
  readonly #loop: AbstractEventLoop;
  readonly #tasks: Task<void>[] = [];
  readonly #exceptions: unknown[] = [];
  #winner: { readonly result: T; readonly index: number } | null = null;

  constructor(functions: Iterator<Dynamic>, delay: number | null, loop: AbstractEventLoop) {
    this.#functions = functions;
    this.#delay = delay;
    this.#loop = loop;
  }

  async run(): Promise<Race<T>> {
    this.#start(null);
    try {
      let done_count = 0;
      while (done_count !== this.#tasks.length) {
        const [done] = await wait(this.#tasks);
        done_count = done.size;
        for (const task of done)
          if (!task.cancelled() && task.exception() !== null) throw task.exception();
      }
      const index = this.#winner === null ? null : this.#winner.index;
      return Tuple.of(this.#winner?.result ?? null, index, this.#exceptions) as unknown as Race<T>;
    } finally {
      for (const task of this.#tasks) task.cancel();
    }
  }

  #start(previous_failed: Event | null): void {
    const run_one_coro = (): Promise<void> => this.#run_one(previous_failed);
    this.#tasks.push(this.#loop.create_task(run_one_coro) as Task<void>);
  }

  async #run_one(previous_failed: Event | null): Promise<void> {
    if (previous_failed !== null) await this.#wait_for_turn(previous_failed);
    const next = this.#functions.next();
    if (next.done === true) return;
    const index = this.#exceptions.length;
    const failed = new Event();
    this.#start(failed);
    this.#exceptions.push(null);
    try {
      const result: T = await call(next.value as Dynamic);
      this.#winner = { result, index };
    } catch (raised) {
      const error = seen_by_python(raised);
      if (leaves_loop(error)) throw error;
      this.#exceptions[index] = error;
      failed.set();
      return;
    }
    for (const [place, task] of this.#tasks.entries()) if (place !== index) task.cancel();
  }

  async #wait_for_turn(previous_failed: Event): Promise<void> {
    try {
      await wait_for(() => previous_failed.wait(), this.#delay);
    } catch (error) {
      if (!(error instanceof TimeoutError)) throw error;
    }
  }
}
