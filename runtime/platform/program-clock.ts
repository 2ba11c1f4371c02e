// The time that the program sees: the platform's, or one that jumps where the program runs in virtual time.
import { block as really_block } from "./clock.ts";
import * as engine from "./engine-clock.ts";
import { is_virtual_time } from "./process.ts";

/** When virtual time begins, in seconds since 1970: 2000-01-01 00:00:00 UTC. */
const VIRTUAL_START = 946_684_800;

let passed = 0;

/** Seconds of a clock that never goes back. */
export function monotonic(): number {
  return is_virtual_time() ? passed : engine.monotonic();
}

/** Seconds since 1970. */
export function wall_time(): number {
  return is_virtual_time() ? VIRTUAL_START + passed : engine.wall_time();
}

/** Holds everything up for that many seconds; in virtual time they have passed at once. */
export function block(seconds: number): void {
  if (is_virtual_time()) passed += seconds;
  else really_block(seconds);
}

/** In virtual time: nothing happens before the moment `when` (as of `monotonic`), so it is then. */
export function jump(when: number): void {
  if (when > passed) passed = when;
}
