// On which line of the Python text an offset lies.
import type { SourceModule } from "../project.ts";

/** From 1. The text is gone through once, whatever the number of questions. */
export function line_at(module: SourceModule, offset: number): number {
  const starts = starts_of(module);
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const known = new WeakMap<SourceModule, readonly number[]>();

function starts_of(module: SourceModule): readonly number[] {
  const before = known.get(module);
  if (before !== undefined) return before;
  const starts = [0];
  const { source } = module;
  for (let at = source.indexOf("\n"); at >= 0; at = source.indexOf("\n", at + 1))
    starts.push(at + 1);
  known.set(module, starts);
  return starts;
}
