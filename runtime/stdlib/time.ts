// Python's time: clocks, sleeping, and moments as tuples and texts.
import type { Blocking } from "../builtins/blocking.ts";
import { ValueError } from "../builtins/exceptions/index.ts";
import { as_float, Float, type float } from "../builtins/float.ts";
import { as_int, type int } from "../builtins/int.ts";
import { interpreter, release_lock_while } from "../builtins/threads.ts";
import { fail_at_signal } from "../concurrency/signal-handlers.ts";
import { start_timer } from "../concurrency/timers.ts";
import { set_yielding } from "../concurrency/yielding.ts";
import { processor_time } from "../platform/clock.ts";
import { flush_stdout } from "../platform/output.ts";
import { block, monotonic as monotonic_time, wall_time } from "../platform/program-clock.ts";
import { integer, real } from "./_math/real.ts";
import { local_moment, utc_moment } from "./_time/calendar.ts";
import { format_moment } from "./_time/strftime.ts";
import { moment_of, struct_time } from "./_time/struct-time.ts";

export { struct_time };

/** Seconds since 1970. */
export function time(): float {
  return as_float(wall_time());
}

export function time_ns(): int {
  return nanoseconds(wall_time());
}

/** Seconds of a clock that never goes back. */
export function monotonic(): float {
  return as_float(monotonic_time());
}

export function monotonic_ns(): int {
  return nanoseconds(monotonic_time());
}

/** Seconds of the clock with the finest steps. */
export function perf_counter(): float {
  return as_float(monotonic_time());
}

export function perf_counter_ns(): int {
  return nanoseconds(monotonic_time());
}

/** Seconds of processor time used so far. */
export function process_time(): float {
  return as_float(processor_time());
}

export function process_time_ns(): int {
  return nanoseconds(processor_time());
}

export function thread_time(): float {
  return as_float(processor_time());
}

/** Really blocks: nothing else of the program goes on. Programs with threads await `sleep_yielding` instead. */
export function sleep(seconds: number): void {
  const duration = checked_duration(seconds);
  flush_stdout();
  if (duration > 0) block(duration);
}

/** What `sleep` is in a program with threads: the others go on meanwhile. */
export function sleep_yielding(seconds: number): Blocking<void> {
  const duration = checked_duration(seconds);
  return release_lock_while(
    new Promise<void>((wake, fail) => {
      const stop = start_timer(duration, () => {
        stop_failing();
        wake();
      });
      const stop_failing = interpreter.current.is_main
        ? fail_at_signal((error) => {
            stop();
            stop_failing();
            fail(error as Error);
          })
        : () => {};
    }),
  );
}

set_yielding(sleep, sleep_yielding);

/** The moment here, now or so many seconds after 1970. */
export function localtime(seconds: number | null = null): struct_time {
  return struct_time.from_moment(local_moment(seconds_or_now(seconds)));
}

/** The moment in Greenwich. */
export function gmtime(seconds: number | null = null): struct_time {
  return struct_time.from_moment(utc_moment(seconds_or_now(seconds)));
}

/** Seconds since 1970 of a moment here. */
export function mktime(t: ArrayLike<number>): float {
  const { year, month, day, hour, minute, second } = moment_of(t);
  return as_float(new Date(year, month - 1, day, hour, minute, second).getTime() / 1000);
}

export function strftime(format: string, t: ArrayLike<number> | null = null): string {
  return format_moment(format, t === null ? local_moment(wall_time()) : moment_of(t));
}

export function ctime(seconds: number | null = null): string {
  return format_moment("%a %b %e %H:%M:%S %Y", local_moment(seconds_or_now(seconds)));
}

export function asctime(t: ArrayLike<number> | null = null): string {
  return strftime("%a %b %e %H:%M:%S %Y", t);
}

function nanoseconds(seconds: number): int {
  return as_int(BigInt(Math.round(seconds * 1e6)) * 1000n);
}

function checked_duration(seconds: unknown): number {
  const is_float = typeof seconds === "number" || seconds instanceof Float;
  if (!is_float) return checked_duration(Number(integer(seconds)));
  const duration = real(seconds);
  if (Number.isNaN(duration)) throw new ValueError("Invalid value NaN (not a number)");
  if (duration < 0) throw new ValueError("sleep length must be non-negative");
  return duration;
}

function seconds_or_now(seconds: number | null): number {
  return seconds === null ? wall_time() : Math.floor(real(seconds));
}
