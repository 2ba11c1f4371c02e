// Python's asyncio.tasks.
export * from "../../asyncio/tasks.ts";
/** CPython has two tasks, in C and in Python; both are this one. */
export { Task as _CTask, Task as _PyTask } from "../../asyncio/tasks.ts";
export * from "../../asyncio/all-tasks.ts";
export * from "../../asyncio/as_completed.ts";
export { create_eager_task_factory, eager_task_factory } from "../../asyncio/eager-tasks.ts";
export * from "../../asyncio/ensure-future.ts";
export * from "../../asyncio/gather.ts";
export * from "../../asyncio/shield.ts";
export * from "../../asyncio/sleep.ts";
export * from "../../asyncio/wait.ts";
export * from "../../asyncio/wait_for.ts";
export * from "../../asyncio/current-task.ts";
