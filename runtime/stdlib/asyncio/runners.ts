// Python's asyncio.runners.
export * from "../../asyncio/runners.ts";
