// The last step of a function: one rounding, if the bits at hand decide it.
import type { DoubleDouble } from "./double-double.ts";

/** What the quick ways stay below, relative to the result. */
const ERROR = 2 ** -63;

/** The double next to the value; NaN where an error of `ERROR` would make it another one. */
export function rounded({ high, low }: DoubleDouble): number {
  const error = high * ERROR;
  const result = high + (low - error);
  return result === high + (low + error) ? result : Number.NaN;
}
