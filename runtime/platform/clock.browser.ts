// The clocks of a page.
export { monotonic, wall_time } from "./engine-clock.ts";

/** Seconds that the page has lived: a browser does not tell how much of the processor it used. */
export function processor_time(): number {
  return performance.now() / 1000;
}

/** Holds everything up for that many seconds. A page may not wait in its main thread, so this is busy. */
export function block(seconds: number): void {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end);
}
