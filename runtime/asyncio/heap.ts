// A binary heap with heapq's exact moves, so that equal items come out in heapq's order.

export type Less<T> = (a: T, b: T) => boolean;

export function heappush<T>(heap: T[], item: T, less: Less<T>): void {
  heap.push(item);
  rise(heap, 0, heap.length - 1, item, less);
}

/** Takes the smallest item off a heap that is not empty. */
export function heappop<T>(heap: T[], less: Less<T>): T {
  const last = heap.pop() as T;
  const smallest = heap[0];
  if (smallest === undefined) return last;
  sink(heap, 0, last, less);
  return smallest;
}

export function heapify<T>(items: T[], less: Less<T>): void {
  for (let i = (items.length >> 1) - 1; i >= 0; i--) sink(items, i, items[i] as T, less);
}

/** Moves a hole up from `at` until the parent is not larger than the item, and fills it. */
function rise<T>(heap: T[], top: number, at: number, item: T, less: Less<T>): void {
  while (at > top) {
    const parent_at = (at - 1) >> 1;
    const parent = heap[parent_at] as T;
    if (!less(item, parent)) break;
    heap[at] = parent;
    at = parent_at;
  }
  heap[at] = item;
}

/** Moves a hole from `top` down to a leaf along the smaller children, then the item up from there. */
function sink<T>(heap: T[], top: number, item: T, less: Less<T>): void {
  const end = heap.length;
  let at = top;
  let child = 2 * at + 1;
  while (child < end) {
    const right = child + 1;
    if (right < end && !less(heap[child] as T, heap[right] as T)) child = right;
    heap[at] = heap[child] as T;
    at = child;
    child = 2 * at + 1;
  }
  rise(heap, top, at, item, less);
}
