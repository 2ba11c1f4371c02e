// Python's asyncio.tasks.
export * from "../../asyncio/tasks.ts";
export * from "../../asyncio/all-tasks.ts";
export * from "../../asyncio/as_completed.ts";
export * from "../../asyncio/ensure-future.ts";
export * from "../../asyncio/gather.ts";
export * from "../../asyncio/shield.ts";
export * from "../../asyncio/sleep.ts";
export * from "../../asyncio/wait.ts";
export * from "../../asyncio/wait_for.ts";
export * from "../../asyncio/current-task.ts";
