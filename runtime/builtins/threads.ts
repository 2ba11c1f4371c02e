// The interpreter lock and the state of each green thread: only the thread that holds the lock runs Python code.
import { Context } from "./context.ts";

/** What CPython keeps in thread-local storage. */
export class ThreadState {
  /** The event loop that runs in this thread, `null` when none does. */
  running_loop: unknown = null;
  /** The task whose step is under way in this thread. */
  stepping: unknown = null;
  /** The loop that `set_event_loop` named, and whether it was called at all. */
  event_loop: unknown = null;
  is_event_loop_set = false;
  context: Context = new Context();
  name: string;
  readonly is_main: boolean;

  constructor(name: string, { is_main = false }: { is_main?: boolean } = {}) {
    this.name = name;
    this.is_main = is_main;
  }
}

/**
 * The interpreter: `current` is the thread that holds the lock. While everybody waits it keeps naming the last one, so
 * that callbacks of the platform find a state; `is_free` tells.
 */
export const interpreter: { current: ThreadState; is_free: boolean } = {
  current: new ThreadState("MainThread", { is_main: true }),
  is_free: false,
};

const queue: { readonly thread: ThreadState; readonly enter: () => void }[] = [];

/** Whether another thread is ready to run: whoever has nothing urgent should let it. */
export function is_lock_wanted(): boolean {
  return queue.length > 0;
}

/** Lets other threads run until the promise settles; the caller goes on when it has the lock again. */
export async function release_lock_while<T>(promise: PromiseLike<T>): Promise<T> {
  const thread = interpreter.current;
  release_lock();
  try {
    return await promise;
  } finally {
    if (interpreter.is_free) take_lock(thread);
    else await new Promise<void>((enter) => queue.push({ thread, enter }));
  }
}

/** Waits for the lock on behalf of a thread that does not hold it: the first thing that a new thread does. */
export async function acquire_lock(thread: ThreadState): Promise<void> {
  if (interpreter.is_free) take_lock(thread);
  else await new Promise<void>((enter) => queue.push({ thread, enter }));
}

/** Gives the lock to the next thread in line, for good: the last thing that a thread does. */
export function release_lock(): void {
  const next = queue.shift();
  if (next === undefined) {
    interpreter.is_free = true;
    return;
  }
  take_lock(next.thread);
  next.enter();
}

function take_lock(thread: ThreadState): void {
  interpreter.current = thread;
  interpreter.is_free = false;
}
