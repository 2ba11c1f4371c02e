// Python's asyncio.base_events.
export * from "../../asyncio/base_events.ts";
export { EventLoop as BaseEventLoop } from "../../asyncio/base_events.ts";
