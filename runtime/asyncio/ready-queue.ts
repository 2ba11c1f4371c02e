// The loop's queue of ready handles: first in, first out, in a ring that grows.

const FIRST_CAPACITY = 64;

export class ReadyQueue<T> {
  #ring: (T | null)[] = new_ring(FIRST_CAPACITY);
  #head = 0;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  push(item: T): void {
    const mask = this.#ring.length - 1;
    if (this.#size > mask) {
      this.#grow();
      this.push(item);
      return;
    }
    this.#ring[(this.#head + this.#size) & mask] = item;
    this.#size++;
  }

  /** Takes the first item off a queue that is not empty. */
  shift(): T {
    const item = this.#ring[this.#head] as T;
    this.#ring[this.#head] = null;
    this.#head = (this.#head + 1) & (this.#ring.length - 1);
    this.#size--;
    return item;
  }

  clear(): void {
    this.#ring = new_ring(FIRST_CAPACITY);
    this.#head = 0;
    this.#size = 0;
  }

  *[Symbol.iterator](): IterableIterator<T> {
    for (let i = 0; i < this.#size; i++) {
      yield this.#ring[(this.#head + i) & (this.#ring.length - 1)] as T;
    }
  }

  #grow(): void {
    const [old, head] = [this.#ring, this.#head];
    const ring = [...old.slice(head), ...old.slice(0, head)];
    for (let i = old.length; i > 0; i--) ring.push(null);
    this.#ring = ring;
    this.#head = 0;
  }
}

function new_ring<T>(length: number): (T | null)[] {
  return Array.from({ length }, () => null);
}
