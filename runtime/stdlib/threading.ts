// Python's threading: green threads that share one interpreter lock, and what they wait for.
export {
  active_count,
  active_count as activeCount,
  current_thread,
  current_thread as currentThread,
  enumerate,
  get_ident,
  get_native_id,
  main_thread,
  Thread,
} from "../concurrency/thread.ts";
export { Lock, RLock } from "../concurrency/lock.ts";
export { Condition } from "../concurrency/condition.ts";
export {
  Barrier,
  BoundedSemaphore,
  BrokenBarrierError,
  Event,
  Semaphore,
} from "../concurrency/event.ts";
export { local, Timer } from "../concurrency/local.ts";
export { excepthook } from "../concurrency/excepthook.ts";

/** The longest timeout, in seconds. */
export const TIMEOUT_MAX = 9223372036;
