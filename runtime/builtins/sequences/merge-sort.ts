// A stable sort that asks nothing but "is this less than that", in the order in which CPython's list sort asks.

const MIN_RUN = 64;

export type IsLess = (left: number, right: number) => boolean;

interface Run {
  readonly start: number;
  readonly length: number;
  power: number;
}

/**
 * Sorts item numbers in place: finds runs, grows short ones by binary insertion, merges them by powersort's
 * rule. Up to 64 items the comparisons are CPython's one by one.
 */
export function merge_sort(items: number[], is_less: IsLess): void {
  const shortest = shortest_run(items.length);
  const runs: Run[] = [];
  let start = 0;
  while (start < items.length) {
    let length = count_run(items, start, is_less);
    if (length < shortest) {
      const forced = Math.min(shortest, items.length - start);
      insert_binary(items, start, start + forced, start + length, is_less);
      length = forced;
    }
    push_run(items, runs, { start, length, power: 0 }, is_less);
    start += length;
  }
  while (runs.length > 1) merge_last(items, runs, is_less);
}

/** A length for which the number of runs is a power of two or slightly less. */
function shortest_run(length: number): number {
  let rest = length;
  let has_low_bits = 0;
  while (rest > MIN_RUN) {
    has_low_bits |= rest & 1;
    rest >>= 1;
  }
  return rest + has_low_bits;
}

/** The length of the run at `start`; a descending one is turned round, its equal stretches keeping their order. */
function count_run(items: number[], start: number, is_less: IsLess): number {
  const at = (place: number): number => items[start + place] as number;
  const left = items.length - start;
  let length = 1;
  while (length < left && !is_less(at(length), at(length - 1))) length++;
  if (length === left) return length;
  if (length > 1) {
    if (is_less(at(0), at(length - 1))) return length;
    reverse(items, start, start + length);
  }
  length++;
  let equal = 0;
  const turn_equal = (): void => {
    if (equal > 0) reverse(items, start + length - equal - 1, start + length);
    equal = 0;
  };
  for (; length < left; length++) {
    if (is_less(at(length), at(length - 1))) turn_equal();
    else if (is_less(at(length - 1), at(length))) break;
    else equal++;
  }
  turn_equal();
  reverse(items, start, start + length);
  while (length < left && !is_less(at(length), at(length - 1))) length++;
  return length;
}

function insert_binary(
  items: number[],
  start: number,
  end: number,
  sorted_end: number,
  is_less: IsLess,
): void {
  for (let next = sorted_end; next < end; next++) {
    const pivot = items[next] as number;
    let low = start;
    let high = next;
    while (low < high) {
      const middle = low + ((high - low) >> 1);
      if (is_less(pivot, items[middle] as number)) high = middle;
      else low = middle + 1;
    }
    items.copyWithin(low + 1, low, next);
    items[low] = pivot;
  }
}

/** Merges what lies deeper in the tree than the border before the new run, then adds the run. */
function push_run(items: number[], runs: Run[], run: Run, is_less: IsLess): void {
  const last = runs.at(-1);
  if (last !== undefined) {
    const power = border_power(last, run, items.length);
    while (runs.length > 1 && (runs.at(-2)?.power ?? 0) > power) merge_last(items, runs, is_less);
    const before = runs.at(-1);
    if (before !== undefined) before.power = power;
  }
  runs.push(run);
}

/** How deep in the ideal merge tree the border between two neighbouring runs lies. */
function border_power(left: Run, right: Run, total: number): number {
  let a = 2 * left.start + left.length;
  let b = a + left.length + right.length;
  let power = 0;
  for (;;) {
    power++;
    if (a >= total) {
      a -= total;
      b -= total;
    } else if (b >= total) return power;
    a *= 2;
    b *= 2;
  }
}

function merge_last(items: number[], runs: Run[], is_less: IsLess): void {
  const right = runs.pop() as Run;
  const left = runs.pop() as Run;
  const first = items.slice(left.start, left.start + left.length);
  const end = right.start + right.length;
  let from_left = 0;
  let from_right = right.start;
  let to = left.start;
  try {
    while (from_left < first.length && from_right < end) {
      const candidate = items[from_right] as number;
      if (is_less(candidate, first[from_left] as number)) {
        items[to++] = candidate;
        from_right++;
      } else items[to++] = first[from_left++] as number;
    }
  } finally {
    // Also when a comparison fails: nothing may get lost.
    while (from_left < first.length) items[to++] = first[from_left++] as number;
  }
  runs.push({ start: left.start, length: left.length + right.length, power: right.power });
}

function reverse(items: number[], start: number, end: number): void {
  for (let low = start, high = end - 1; low < high; low++, high--) {
    const held = items[low] as number;
    items[low] = items[high] as number;
    items[high] = held;
  }
}
