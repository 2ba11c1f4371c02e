// The loop's clocks: the real one, and one that jumps to the next deadline when nothing else is to be done.
import { monotonic } from "../platform/clock.ts";
import { is_virtual_time } from "../platform/process.ts";
import * as program_clock from "../platform/program-clock.ts";

/** A parameter of the loop; seconds. */
export interface Clock {
  readonly is_virtual: boolean;
  time(): number;
  /** Called on a virtual clock when nothing is ready before `when`. */
  jump(when: number): void;
}

/** The clock of loops that are not told another: virtual where the program runs in virtual time. */
export function default_clock(): Clock {
  return is_virtual_time() ? program_time : new RealClock();
}

/** The virtual time of the whole program, which `time.sleep` moves as well and every loop shares. */
const program_time: Clock = {
  is_virtual: true,
  time: program_clock.monotonic,
  jump: program_clock.jump,
};

export class RealClock implements Clock {
  static readonly __name__: string = "RealClock";
  readonly is_virtual = false;

  time(): number {
    return monotonic();
  }

  jump(_when: number): void {}
}

/**
 * Time stands still while code runs and jumps when all wait: a program that sleeps for a day ends at once, the same
 * each time. Deadlines computed from "now" never tie on a real clock; here they fire in the order of creation.
 */
export class VirtualClock implements Clock {
  static readonly __name__: string = "VirtualClock";
  readonly is_virtual = true;
  #now: number;

  constructor({ start = 0 }: { start?: number } = {}) {
    this.#now = start;
  }

  time(): number {
    return this.#now;
  }

  jump(when: number): void {
    if (when > this.#now) this.#now = when;
  }

  /** Lets `seconds` pass, for tests of what is late. */
  advance(seconds: number): void {
    this.#now += seconds;
  }
}
