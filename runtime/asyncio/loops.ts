// The functions that give out loops, with the type that programs work with.
import { EventLoop } from "./base_events.ts";
import { running_loop } from "./events.ts";
import * as policy from "./policy.ts";

/** The loop that runs in this thread. RuntimeError when none does. */
export function get_running_loop(): EventLoop {
  return running_loop() as EventLoop;
}

/** The running loop, else the current one; the main thread gets one when there is none. */
export function get_event_loop(): EventLoop {
  return policy.get_event_loop() as EventLoop;
}

/** A new loop, which is not current yet. */
export function new_event_loop(): EventLoop {
  return policy.new_event_loop() as EventLoop;
}

policy.loop_factory.create = () => new EventLoop();
