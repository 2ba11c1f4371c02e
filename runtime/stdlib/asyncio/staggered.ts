// Python's asyncio.staggered.
export * from "../../asyncio/staggered.ts";
