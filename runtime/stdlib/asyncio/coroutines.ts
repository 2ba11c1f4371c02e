// Python's asyncio.coroutines.
export * from "../../asyncio/coroutines.ts";
