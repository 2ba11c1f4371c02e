// The functions that give out loops, with the type that programs work with.
import { UnixSelectorEventLoop } from "./unix_events.ts";
import { running_loop } from "./events.ts";
import * as policy from "./policy.ts";

/** The loop that runs in this thread. RuntimeError when none does. */
export function get_running_loop(): UnixSelectorEventLoop {
  return running_loop() as UnixSelectorEventLoop;
}

/** The running loop, else the current one; the main thread gets one when there is none. */
export function get_event_loop(): UnixSelectorEventLoop {
  return policy.get_event_loop() as UnixSelectorEventLoop;
}

/** A new loop, which is not current yet. */
export function new_event_loop(): UnixSelectorEventLoop {
  return policy.new_event_loop() as UnixSelectorEventLoop;
}

policy.loop_factory.create = () => new UnixSelectorEventLoop();
