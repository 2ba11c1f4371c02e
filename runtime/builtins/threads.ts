// The interpreter lock and the state of each green thread: only the thread that holds the lock runs Python code.
import { Context } from "./context.ts";

/** What CPython keeps in thread-local storage. */
export class ThreadState {
  /** The event loop that runs in this thread, `null` when none does. */
  running_loop: unknown = null;
  /** The task whose step is under way in this thread. */
  stepping: unknown = null;
  /** What that step is about to hang on: `await` has looked at its `then` and will call it. */
  expecting: unknown = null;
  /** The loop that `set_event_loop` named, and whether it was called at all. */
  event_loop: unknown = null;
  is_event_loop_set = false;
  context: Context = new Context();
  /** The innermost handler under way, in programs that can see which exception is handled. */
  handling: object | null = null;
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

Context.thread = () => interpreter.current;

const queue: { readonly thread: ThreadState; readonly enter: () => void }[] = [];

/** Whether another thread is ready to run: whoever has nothing urgent should let it. */
export function is_lock_wanted(): boolean {
  return queue.length > 0;
}

/** Lets other threads run until the promise settles; the caller goes on when it has the lock again. */
export async function release_lock_while<T>(promise: PromiseLike<T>): Promise<T> {
  const thread = let_go();
  try {
    return await promise;
  } finally {
    await acquire_lock(thread);
  }
}

/** Waits for the lock on behalf of a thread that does not hold it: the first thing that a new thread does. */
export async function acquire_lock(thread: ThreadState): Promise<void> {
  if (interpreter.is_free) take_lock(thread);
  else await new Promise<void>((enter) => queue.push({ thread, enter }));
}

/** Gives the lock to the next thread in line, for good: the last thing that a thread does. */
export function release_lock(thread: ThreadState = interpreter.current): void {
  if (!adrift.delete(thread)) pass_on();
}

/**
 * Hands the lock to a new thread, which runs at once; the caller is the next in line.
 * What CPython's `Thread.start` amounts to: it waits for the new thread, which runs on to its first blocking point.
 */
export async function hand_over_to(thread: ThreadState, begin: () => void): Promise<void> {
  const caller = holder();
  if (caller === null) {
    await release_lock_while(acquire_lock(thread).then(begin));
    return;
  }
  const is_back = new Promise<void>((enter) => queue.unshift({ thread: caller, enter }));
  take_lock(thread);
  begin();
  await is_back;
}

/**
 * Runs the beginning of a new thread inside a call that can't wait: up to its first blocking point, where the lock
 * comes straight back. A thread that only awaits what doesn't block is set adrift: it goes on beside the caller
 * until it meets a blocking point.
 */
export function lend_lock_to<T>(thread: ThreadState, begin: () => T): T {
  const caller = interpreter.current;
  const depth = lenders.length;
  lenders.push(caller);
  take_lock(thread);
  try {
    return begin();
  } finally {
    if (lenders.length > depth) {
      lenders.pop();
      adrift.add(thread);
      take_lock(caller);
    }
  }
}

/** For blocking functions that have nothing to wait for: a thread that runs inside its starter's call returns there. */
export function is_lock_lent(): boolean {
  return lenders.length > 0 || adrift.size > 0;
}

/** Those whose call runs a new thread's beginning, the innermost last. */
const lenders: ThreadState[] = [];
/** Those that came back to their starter without having met a blocking point. */
const adrift = new Set<ThreadState>();

/** The thread that calls lets the lock go; it is the one adrift where there is one. */
function let_go(): ThreadState {
  const [drifter] = adrift;
  const thread = drifter ?? interpreter.current;
  release_lock(thread);
  return thread;
}

/** The thread that holds the lock, or `null` when the one that calls is adrift. */
function holder(): ThreadState | null {
  return adrift.size === 0 ? interpreter.current : null;
}

function pass_on(): void {
  const lender = lenders.pop();
  if (lender !== undefined) return take_lock(lender);
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
