// The loop's timers in heapq's order, with CPython's way of forgetting those that were cancelled.
import { MIN_CANCELLED_TIMER_HANDLES_FRACTION, MIN_SCHEDULED_TIMER_HANDLES } from "./constants.ts";
import { is_due_before } from "./events.ts";
import type { Timer } from "./events.ts";
import { heapify, heappop, heappush } from "./heap.ts";

export class TimerHeap {
  #heap: Timer[] = [];
  #cancelled_count = 0;

  /** The next one, cancelled or not. */
  get first(): Timer | null {
    return this.#heap[0] ?? null;
  }

  push(timer: Timer): void {
    heappush(this.#heap, timer, is_due_before);
    timer._scheduled = true;
  }

  note_cancelled(timer: Timer): void {
    if (timer._scheduled) this.#cancelled_count++;
  }

  /** Those at the head go; where they are many, all go and the heap is built anew. */
  drop_cancelled(): void {
    const count = this.#heap.length;
    if (count === 0) return;
    const is_worth_it =
      count > MIN_SCHEDULED_TIMER_HANDLES &&
      this.#cancelled_count / count > MIN_CANCELLED_TIMER_HANDLES_FRACTION;
    if (is_worth_it) this.#rebuild();
    else
      while (this.first?._cancelled) {
        this.#cancelled_count--;
        this.#pop();
      }
  }

  /** Hands over, in order, those that are due before `end_time`. */
  take_due(end_time: number, take: (timer: Timer) => void): void {
    for (let timer = this.first; timer !== null && timer._when < end_time; timer = this.first) {
      this.#pop();
      take(timer);
    }
  }

  clear(): void {
    this.#heap = [];
  }

  #pop(): void {
    heappop(this.#heap, is_due_before)._scheduled = false;
  }

  #rebuild(): void {
    const kept: Timer[] = [];
    for (const timer of this.#heap) {
      if (timer._cancelled) timer._scheduled = false;
      else kept.push(timer);
    }
    heapify(kept, is_due_before);
    this.#heap = kept;
    this.#cancelled_count = 0;
  }
}
