// Python's asyncio.unix_events.
export * from "../../asyncio/unix_events.ts";
