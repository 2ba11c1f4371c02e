// Everything that `import asyncio` gives: CPython's names, semantics and order.
export {
  UnixSelectorEventLoop as EventLoop,
  UnixSelectorEventLoop as SelectorEventLoop,
} from "./unix_events.ts";
export { EventLoop as BaseEventLoop } from "./base_events.ts";
export type { ExceptionHandler, TaskFactory } from "./base_events.ts";
export { RealClock, VirtualClock } from "./clocks.ts";
export type { Clock } from "./clocks.ts";
export { iscoroutine, iscoroutinefunction } from "./coroutines.ts";
export type { Awaitable, CoroutineLike } from "./coroutines.ts";
export { DeadlockError } from "./deadlock.ts";
export { create_eager_task_factory, eager_task_factory, started } from "./eager-tasks.ts";
export { ensure_future } from "./ensure-future.ts";
export {
  AbstractEventLoop,
  Handle,
  TimerHandle,
  _get_running_loop,
  _set_running_loop,
} from "./events.ts";
export {
  BrokenBarrierError,
  CancelledError,
  IncompleteReadError,
  InvalidStateError,
  LimitOverrunError,
  SendfileNotAvailableError,
  TimeoutError,
} from "./exceptions.ts";
export { forget } from "./forgotten.ts";
export { Future, isfuture } from "./futures.ts";
export { as_completed } from "./as_completed.ts";
export { Barrier } from "./barriers.ts";
export { Condition } from "./condition.ts";
export { gather } from "./gather.ts";
export { get_event_loop, get_running_loop, new_event_loop } from "./loops.ts";
export {
  AbstractEventLoopPolicy,
  DefaultEventLoopPolicy,
  WindowsProactorEventLoopPolicy,
  WindowsSelectorEventLoopPolicy,
  get_child_watcher,
  get_event_loop_policy,
  set_child_watcher,
  set_event_loop,
  set_event_loop_policy,
} from "./policy.ts";
export { refuse_legacy_arguments } from "./loop-arguments.ts";
export { Event, Lock } from "./locks.ts";
export { LifoQueue, PriorityQueue, Queue, QueueEmpty, QueueFull, QueueShutDown } from "./queues.ts";
export { Runner, run } from "./runners.ts";
export { run_coroutine_threadsafe, wrap_future } from "./wrap-future.ts";
export { within } from "./within.ts";
export type { AsyncManager } from "./within.ts";
export { abort_signal } from "./abort-signals.ts";
export { wrap_promise } from "./wrap-promise.ts";
export { to_thread } from "./threads.ts";
export { BoundedSemaphore, Semaphore } from "./semaphores.ts";
export {
  StreamReader,
  StreamReaderProtocol,
  StreamWriter,
  open_connection,
  open_unix_connection,
  start_server,
  start_unix_server,
} from "./streams.ts";
export { AbstractServer } from "./abstract-server.ts";
export {
  AbstractChildWatcher,
  FastChildWatcher,
  MultiLoopChildWatcher,
  PidfdChildWatcher,
  SafeChildWatcher,
  ThreadedChildWatcher,
} from "./child-watchers.ts";
export { Server } from "./server.ts";
export {
  BaseProtocol,
  BufferedProtocol,
  DatagramProtocol,
  Protocol,
  SubprocessProtocol,
} from "./protocols.ts";
export {
  BaseTransport,
  DatagramTransport,
  ReadTransport,
  SubprocessTransport,
  Transport,
  WriteTransport,
} from "./transports.ts";
export { shield } from "./shield.ts";
export { sleep } from "./sleep.ts";
export { note_places } from "../builtins/noted-places.ts";
export { Task, create_task, current_task } from "./tasks.ts";
export { _enter_task, _leave_task, _register_task, _unregister_task } from "./current-task.ts";
export { all_tasks } from "./all-tasks.ts";
export { ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, wait } from "./wait.ts";
export { TaskGroup } from "./taskgroups.ts";
export { Timeout, timeout, timeout_at } from "./timeouts.ts";
export { wait_for } from "./wait_for.ts";
export type { Blocking } from "../builtins/blocking.ts";
