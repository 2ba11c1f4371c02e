// The longest run of comments that stand in the order of the Python text, each once.
import type { Carried } from "./places.ts";

export function rising(carried: readonly Carried[]): readonly Carried[] {
  // ends[n]: the index of the comment that ends the best run of n + 1 found so far
  const ends: number[] = [];
  const before = carried.map(({ at }, index): number => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((carried[ends[middle] ?? 0]?.at ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    ends[low] = index;
    return low === 0 ? -1 : (ends[low - 1] ?? -1);
  });
  const run: Carried[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const found = carried[index];
    if (found !== undefined) run.push(found);
  }
  return run.toReversed();
}
