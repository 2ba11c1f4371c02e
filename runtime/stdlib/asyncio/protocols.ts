// Python's asyncio.protocols.
export * from "../../asyncio/protocols.ts";
