// Sorts item numbers by a column of doubles: stable, and without a call where the doubles differ.
import type { Column } from "./sort-columns.ts";

const RUN = 16;

/** The item numbers in ascending order of the column; equal ones as they lie in `order`, which is used up. */
export function column_sort(order: Uint32Array, { values, tie }: Column): Uint32Array {
  insert_runs(order, values, tie);
  let from: Uint32Array = order;
  let to: Uint32Array = new Uint32Array(order.length);
  for (let width = RUN; width < order.length; width *= 2) {
    for (let start = 0; start < order.length; start += 2 * width)
      merge(from, to, start, width, values, tie);
    [from, to] = [to, from];
  }
  return from;
}

type Tie = Column["tie"];

/** Sorts each stretch of `RUN` items by insertion. */
function insert_runs(order: Uint32Array, values: Float64Array, tie: Tie): void {
  for (let start = 0; start < order.length; start += RUN) {
    const end = Math.min(start + RUN, order.length);
    for (let next = start + 1; next < end; next++) {
      const item = order[next] as number;
      let place = next;
      while (place > start && is_less(item, order[place - 1] as number, values, tie)) {
        order[place] = order[place - 1] as number;
        place--;
      }
      order[place] = item;
    }
  }
}

/** Merges two neighbouring stretches; those that lie in order already are copied. */
function merge(
  from: Uint32Array,
  to: Uint32Array,
  start: number,
  width: number,
  values: Float64Array,
  tie: Tie,
): void {
  const middle = Math.min(start + width, from.length);
  const end = Math.min(middle + width, from.length);
  let left = start;
  let right = middle;
  let place = start;
  if (right < end && is_less(from[right] as number, from[right - 1] as number, values, tie)) {
    while (left < middle && right < end) {
      const candidate = from[right] as number;
      const item = from[left] as number;
      if (is_less(candidate, item, values, tie)) {
        to[place++] = candidate;
        right++;
      } else {
        to[place++] = item;
        left++;
      }
    }
  }
  while (left < middle) to[place++] = from[left++] as number;
  while (right < end) to[place++] = from[right++] as number;
}

function is_less(a: number, b: number, values: Float64Array, tie: Tie): boolean {
  const left = values[a] as number;
  const right = values[b] as number;
  return left < right || (left === right && tie !== null && tie(a, b) < 0);
}
