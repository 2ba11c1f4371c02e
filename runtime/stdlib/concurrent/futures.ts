// Python's concurrent.futures: jobs in pools of threads and of processes.
export { TimeoutError } from "../../builtins/exceptions/index.ts";
export { CancelledError, Future, InvalidStateError } from "../../concurrency/future.ts";
export { BrokenExecutor, Executor } from "../../concurrency/executor.ts";
export {
  BrokenProcessPool,
  ProcessPoolExecutor,
  set_main_namespace,
} from "../../concurrency/process-pool.ts";
export { ThreadPoolExecutor } from "../../concurrency/thread-pool.ts";
export {
  ALL_COMPLETED,
  as_completed,
  FIRST_COMPLETED,
  FIRST_EXCEPTION,
  wait,
} from "../../concurrency/wait.ts";
