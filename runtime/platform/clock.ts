// The platform's clocks.
export { monotonic, wall_time } from "./engine-clock.ts";

/** Seconds of processor time that this process has used. */
export function processor_time(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Holds everything up for that many seconds: no timer, socket or other thread runs meanwhile. */
export function block(seconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, seconds * 1000);
}
