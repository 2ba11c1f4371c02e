// Python's asyncio.locks.
export * from "../../asyncio/locks.ts";
export * from "../../asyncio/barriers.ts";
export * from "../../asyncio/condition.ts";
export * from "../../asyncio/semaphores.ts";
