// Python's asyncio.transports.
export * from "../../asyncio/transports.ts";
