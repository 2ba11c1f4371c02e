// Python's asyncio.events.
export * from "../../asyncio/events.ts";
export {
  AbstractEventLoopPolicy,
  get_event_loop_policy,
  set_event_loop,
  set_event_loop_policy,
} from "../../asyncio/policy.ts";
export { get_event_loop, get_running_loop, new_event_loop } from "../../asyncio/loops.ts";
