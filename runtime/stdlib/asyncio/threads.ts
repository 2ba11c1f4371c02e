// Python's asyncio.threads.
export * from "../../asyncio/threads.ts";
