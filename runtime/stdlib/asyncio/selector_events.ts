// Python's asyncio.selector_events.
export * from "../../asyncio/selector_events.ts";
export { EventLoop as BaseSelectorEventLoop } from "../../asyncio/base_events.ts";
