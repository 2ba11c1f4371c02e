// The optional start and stop of `index` and its like, counted from the start and clamped.
import type { int } from "../int.ts";
import { TypeError } from "../exceptions/index.ts";
import { as_index } from "./index-value.ts";

/** `[from, to]` within `0…length`. TypeError for what is no index. */
export function clamped_bounds(
  length: number,
  start: int | undefined,
  stop: int | undefined,
): readonly [number, number] {
  return [
    clamped(start === undefined ? 0 : start, length),
    clamped(stop === undefined ? length : stop, length),
  ];
}

function clamped(bound: unknown, length: number): number {
  const index = as_index(bound);
  if (index === null)
    throw new TypeError("slice indices must be integers or have an __index__ method");
  const place = Number(index);
  return place < 0 ? Math.max(0, place + length) : Math.min(place, length);
}
