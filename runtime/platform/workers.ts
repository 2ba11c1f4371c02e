// Worker threads that run the program's module once more, to do jobs for it.
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

/** Marks the workers of process pools among all others. */
const POOL_MARK = "pyasync2ts-pool";

/** What goes between a pool and a worker: values that structured cloning keeps. */
export type Message = unknown;

/** A worker that runs; a program that only waits for its workers' next jobs ends. */
export interface PoolWorker {
  post(message: Message): void;
  /** Whether the process lives on for this worker. */
  keep_process_alive(is_needed: boolean): void;
  stop(): void;
}

/** Starts a worker on a module; it hears of messages and of the worker's death. */
export function start_pool_worker(
  module_url: string,
  heard: (message: Message) => void,
  died: (reason: string) => void,
): PoolWorker {
  const worker = new Worker(new URL(module_url), {
    workerData: { [POOL_MARK]: module_url },
    stdin: false,
  });
  worker.on("message", heard);
  worker.on("error", (error) => died(String(error)));
  worker.on("exit", (code) => died(`exit status ${code}`));
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
    post: (message) => worker.postMessage(message),
    keep_process_alive: (is_needed) => (is_needed ? worker.ref() : worker.unref()),
    stop: () => void worker.terminate(),
  };
}

/** In a pool's worker: the module that it runs; `null` everywhere else. */
export function pool_module_url(): string | null {
  if (isMainThread || typeof workerData !== "object" || workerData === null) return null;
  const url: unknown = Reflect.get(workerData, POOL_MARK);
  return typeof url === "string" ? url : null;
}

/** In a pool's worker: takes messages, and gives the way to answer. */
export function serve_pool(heard: (message: Message) => void): (message: Message) => void {
  parentPort?.on("message", heard);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
  return (message) => parentPort?.postMessage(message);
}
