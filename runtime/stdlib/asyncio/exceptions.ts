// Python's asyncio.exceptions.
export * from "../../asyncio/exceptions.ts";
