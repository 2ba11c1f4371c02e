// The platform's clocks. No `node:` import: every engine that we run on has `performance`.

/** Seconds since some moment in the past; never goes back. */
export function monotonic(): number {
  return performance.now() / 1000;
}

/** Seconds since 1970, to the microsecond. */
export function wall_time(): number {
  return (performance.timeOrigin + performance.now()) / 1000;
}

/** Seconds of processor time that this process has used. */
export function processor_time(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Holds everything up for that many seconds: no timer, socket or other thread runs meanwhile. */
export function block(seconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, seconds * 1000);
}
