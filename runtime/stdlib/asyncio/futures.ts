// Python's asyncio.futures.
export * from "../../asyncio/futures.ts";
export * from "../../asyncio/wrap-future.ts";
