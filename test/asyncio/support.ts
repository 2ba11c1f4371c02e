// Runs a coroutine on the virtual clock.
import * as asyncio from "../../runtime/asyncio/index.ts";

export function run_virtual<T>(main: () => Promise<T>): Promise<T> {
  return asyncio.run(main, { loop_factory: virtual_loop });
}

export function virtual_loop(): asyncio.EventLoop {
  return new asyncio.EventLoop({ clock: new asyncio.VirtualClock() });
}
