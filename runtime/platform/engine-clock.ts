// The clocks that every engine has.

/** Seconds since some moment in the past; never goes back. */
export function monotonic(): number {
  return performance.now() / 1000;
}

/** Seconds since 1970, to the microsecond. */
export function wall_time(): number {
  return (performance.timeOrigin + performance.now()) / 1000;
}
