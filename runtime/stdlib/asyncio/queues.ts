// Python's asyncio.queues.
export * from "../../asyncio/queues.ts";
