// The timers of threads that wait. In virtual time they fire when every thread waits, the earliest first.
import { interpreter, is_lock_wanted } from "../builtins/threads.ts";
import { is_virtual_time } from "../platform/process.ts";
import { jump, monotonic } from "../platform/program-clock.ts";
import { monotonic as really_monotonic } from "../platform/clock.ts";
import { next_turn, start_timer as start_real_timer } from "../platform/timers.ts";

/** A thread that was woken has run to its next wait when nobody held the lock for so many turns of the platform. */
const QUIET_TURNS = 2;
/** How often the clock is moved while something outside the program is awaited. */
const PERIOD_MS = 1;

interface VirtualTimer {
  readonly when: number;
  readonly fire: () => void;
}

/** By time; equal times by creation. */
const pending: VirtualTimer[] = [];
let expected = 0;
let turning = 0;
let quiet_turns = 0;
let last_look = 0;
let is_looking = false;

/** Calls back after that many seconds; the result takes it back. The process lives on until then. */
export function start_timer(seconds: number, callback: () => void): () => void {
  if (!is_virtual_time()) return start_real_timer(seconds * 1000, callback);
  const timer = { when: monotonic() + Math.max(0, seconds), fire: callback };
  let place = pending.length;
  while (place > 0 && (pending[place - 1] as VirtualTimer).when > timer.when) place--;
  pending.splice(place, 0, timer);
  look_later();
  return () => {
    const index = pending.indexOf(timer);
    if (index >= 0) pending.splice(index, 1);
  };
}

/** Says that something outside the program can bring events, so that time passes as it really does; the result ends it. */
export function expect_events(): () => void {
  expected++;
  let is_expecting = true;
  return () => {
    if (is_expecting) expected--;
    is_expecting = false;
  };
}

/** Says that a thread has only let the platform have a turn, and will go on; the result ends it. */
export function give_turn(): () => void {
  turning++;
  return () => turning--;
}

/** Whether threads wait for a time: a loop with nothing to run is not the only one then. */
export function has_virtual_timers(): boolean {
  return pending.length > 0;
}

function look_later(): void {
  if (is_looking) return;
  is_looking = true;
  last_look = really_monotonic();
  quiet_turns = 0;
  next_turn(look);
}

function look(): void {
  const [first] = pending;
  is_looking = first !== undefined;
  if (first === undefined) return;
  const now = really_monotonic();
  const passed = now - last_look;
  last_look = now;
  const is_quiet = interpreter.is_free && !is_lock_wanted() && turning === 0;
  if (expected > 0) {
    jump(Math.min(monotonic() + passed, first.when));
    if (is_quiet && first.when <= monotonic()) fire(first);
    start_real_timer(PERIOD_MS, look);
    return;
  }
  quiet_turns = is_quiet ? quiet_turns + 1 : 0;
  if (quiet_turns >= QUIET_TURNS) fire(first);
  next_turn(look);
}

function fire(timer: VirtualTimer): void {
  quiet_turns = 0;
  pending.splice(pending.indexOf(timer), 1);
  jump(timer.when);
  timer.fire();
}
