// First in, first out without moving items: what a Queue keeps its items in.
import { ReadyQueue } from "./ready-queue.ts";

export class ItemRing<T> extends ReadyQueue<T> {
  get length(): number {
    return this.size;
  }
}
