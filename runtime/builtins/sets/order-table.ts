// The order in which CPython iterates sets whose hashes are not randomised: its open-addressing table.

import type { IntTable } from "./int-table.ts";

/** A slot nobody has used. */
const EMPTY: unique symbol = Symbol("empty");
/** A slot whose item was discarded. An item whose search passes it takes it over. */
const DUMMY: unique symbol = Symbol("dummy");

/** By the states of an `IntTable`. */
const SLOTS = [EMPTY, undefined, DUMMY] as const;

const SMALLEST = 8;
const LINEAR_PROBES = 9;
const TWO_32 = 2 ** 32;

/**
 * Where CPython 3.7–3.13 would keep each item. It only follows what the set decides: every `add` is of a new key,
 * every `discard` of one that is there.
 */
export class OrderTable {
  private slots: unknown[] = empty_slots(SMALLEST);
  private low = new Uint32Array(SMALLEST);
  private high = new Uint32Array(SMALLEST);
  private mask = SMALLEST - 1;
  /** Slots that are not empty, dummies included. */
  private fill = 0;
  private used = 0;
  /** Where `pop` looks first. */
  finger = 0;
  /** What the last search came to. */
  private found = 0;
  private last_dummy = -1;

  /** A table whose ints lie as in the other. */
  static of_ints(ints: IntTable): OrderTable {
    const table = new OrderTable();
    const { states, keys, mask } = ints;
    table.slots = Array.from(states, (state, slot) => (state === 1 ? keys[slot] : SLOTS[state]));
    table.low = Uint32Array.from(keys, (key) => (key === -1 ? -2 : key));
    table.high = Uint32Array.from(keys, (key) => (key < 0 ? -1 : 0));
    table.mask = mask;
    table.fill = ints.fill;
    table.used = ints.size;
    table.finger = ints.finger;
    return table;
  }

  add(key: unknown, hash: number | bigint): void {
    const low = low_half(hash);
    const high = high_half(hash);
    this.used++;
    this.find_empty(low, high);
    if (this.last_dummy >= 0) return this.put(this.last_dummy, key, low, high);
    this.put(this.found, key, low, high);
    this.fill++;
    if (this.fill * 5 >= this.mask * 3) this.grow();
  }

  discard(key: unknown, hash: number | bigint): void {
    this.slots[this.find(key, low_half(hash), high_half(hash))] = DUMMY;
    this.used--;
  }

  /** The key that CPython's `pop` would take; it stays until it is discarded. */
  next_to_pop(): unknown {
    let index = this.finger & this.mask;
    while (is_free(this.slots[index])) index = (index + 1) & this.mask;
    this.finger = index + 1;
    return this.slots[index];
  }

  /** Makes room for that many more, as an update from a set or a dict does first. */
  reserve(count: number): void {
    if ((this.fill + count) * 5 >= this.mask * 3) this.resize((this.used + count) * 2);
  }

  /** Takes over all keys of a table while this one is empty and has room: copied as they lie, or placed anew. */
  fill_from(other: OrderTable): void {
    if (this.mask === other.mask && other.fill === other.used) {
      this.slots = [...other.slots];
      this.low = other.low.slice();
      this.high = other.high.slice();
    } else other.each((key, low, high) => this.place(key, low, high));
    this.fill = this.used = other.used;
  }

  /** After an update that discards: more than a quarter of dummies is swept away. */
  sweep(): void {
    if (this.fill - this.used > this.mask / 4) this.grow();
  }

  /** The same keys under other names. */
  rename(names: ReadonlyMap<unknown, unknown>): void {
    this.slots = this.slots.map((slot) => (is_free(slot) ? slot : names.get(slot)));
  }

  /** Where `pop` goes on looking: this table takes the place of another one. */
  look_from(finger: number): void {
    this.finger = finger;
  }

  get is_empty(): boolean {
    return this.fill === 0;
  }

  /** The slot of the next key at or after a slot, or -1. */
  next_slot(from: number): number {
    for (let index = from; index <= this.mask; index++)
      if (!is_free(this.slots[index])) return index;
    return -1;
  }

  key_at(slot: number): unknown {
    return this.slots[slot];
  }

  private each(visit: (key: unknown, low: number, high: number) => void): void {
    for (let index = 0; index <= this.mask; index++) {
      const key = this.slots[index];
      if (!is_free(key)) visit(key, this.low[index] as number, this.high[index] as number);
    }
  }

  private grow(): void {
    this.resize(this.used > 50_000 ? this.used * 2 : this.used * 4);
  }

  private resize(least: number): void {
    let size = SMALLEST;
    while (size <= least) size *= 2;
    const { slots, low, high } = this;
    this.slots = empty_slots(size);
    this.low = new Uint32Array(size);
    this.high = new Uint32Array(size);
    this.mask = size - 1;
    this.fill = this.used;
    for (let index = 0; index < slots.length; index++) {
      const key = slots[index];
      if (!is_free(key)) this.place(key, low[index] as number, high[index] as number);
    }
  }

  /** Puts a key into the first empty slot of its probe sequence. */
  private place(key: unknown, low: number, high: number): void {
    this.find_empty(low, high);
    this.put(this.found, key, low, high);
  }

  private put(index: number, key: unknown, low: number, high: number): void {
    this.slots[index] = key;
    this.low[index] = low;
    this.high[index] = high;
  }

  /** Walks the probe sequence up to an empty slot: `found`; the last dummy on the way is `last_dummy`, or -1. */
  private find_empty(low: number, high: number): void {
    const { mask, slots } = this;
    this.last_dummy = -1;
    let perturb_low = low;
    let perturb_high = high;
    let index = low & mask;
    for (;;) {
      const last = index + LINEAR_PROBES <= mask ? index + LINEAR_PROBES : index;
      for (let place = index; place <= last; place++) {
        const slot = slots[place];
        if (slot === EMPTY) {
          this.found = place;
          return;
        }
        if (slot === DUMMY) this.last_dummy = place;
      }
      perturb_low = (perturb_low >>> 5) | (perturb_high << 27);
      perturb_high >>>= 5;
      index = next_index(index, perturb_low, mask);
    }
  }

  /** The slot of a key that is there. */
  private find(key: unknown, low: number, high: number): number {
    const { mask, slots } = this;
    let perturb_low = low;
    let perturb_high = high;
    let index = low & mask;
    for (;;) {
      const last = index + LINEAR_PROBES <= mask ? index + LINEAR_PROBES : index;
      for (let place = index; place <= last; place++)
        if (Object.is(slots[place], key)) return place;
      perturb_low = (perturb_low >>> 5) | (perturb_high << 27);
      perturb_high >>>= 5;
      index = next_index(index, perturb_low, mask);
    }
  }
}

/** Where the next stretch of neighbours begins: the jump takes in more and more of the hash. */
function next_index(index: number, perturb: number, mask: number): number {
  return (Math.imul(index, 5) + 1 + perturb) & mask;
}

function empty_slots(size: number): unknown[] {
  return Array<unknown>(size).fill(EMPTY);
}

function is_free(slot: unknown): boolean {
  return slot === EMPTY || slot === DUMMY;
}

/** The lower half of a signed 64-bit hash, as an unsigned number. */
function low_half(hash: number | bigint): number {
  return typeof hash === "number" ? hash >>> 0 : Number(BigInt.asUintN(32, hash));
}

function high_half(hash: number | bigint): number {
  if (typeof hash === "number")
    return hash >= 0 && hash < TWO_32 ? 0 : Math.floor(hash / TWO_32) >>> 0;
  return Number(BigInt.asUintN(32, hash >> 32n));
}
