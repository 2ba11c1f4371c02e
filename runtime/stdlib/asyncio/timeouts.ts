// Python's asyncio.timeouts.
export * from "../../asyncio/timeouts.ts";
