// Process pools have no browser face: a page's workers can't import what they are to run by name.
import { not_here } from "./not-here.browser.ts";
import type { Message, PoolWorker } from "./workers.ts";

export type { Message, PoolWorker } from "./workers.ts";

export const start_pool_worker: (
  module_url: string,
  heard: (message: Message) => void,
  died: (reason: string) => void,
) => PoolWorker = not_here("a process pool");

export function pool_module_url(): string | null {
  return null;
}

export const serve_pool: (heard: (message: Message) => void) => (message: Message) => void =
  not_here("a process pool");
