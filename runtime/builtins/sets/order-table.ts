// The order in which CPython iterates sets whose hashes are not randomised: its open-addressing table.

/** A slot nobody has used. */
const EMPTY: unique symbol = Symbol("empty");
/** A slot whose item was discarded. An item whose search passes it takes it over. */
const DUMMY: unique symbol = Symbol("dummy");

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
  private finger = 0;

  add(key: unknown, hash: number | bigint): void {
    const [low, high] = halves(hash);
    this.used++;
    let dummy = -1;
    const empty = this.probe(low, high, (slot, index) => {
      if (slot === DUMMY) dummy = index;
      return slot === EMPTY;
    });
    this.put(dummy < 0 ? empty : dummy, key, low, high);
    if (dummy >= 0) return;
    this.fill++;
    if (this.fill * 5 >= this.mask * 3) this.grow();
  }

  discard(key: unknown, hash: number | bigint): void {
    const [low, high] = halves(hash);
    this.slots[this.find(key, low, high)] = DUMMY;
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

  /** Takes the place of another table of the same set. */
  succeed(previous: OrderTable): void {
    this.finger = previous.finger;
  }

  get is_empty(): boolean {
    return this.fill === 0;
  }

  *keys(): IterableIterator<unknown> {
    for (const key of this.slots) if (!is_free(key)) yield key;
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
    this.put(
      this.probe(low, high, (slot) => slot === EMPTY),
      key,
      low,
      high,
    );
  }

  private put(index: number, key: unknown, low: number, high: number): void {
    this.slots[index] = key;
    this.low[index] = low;
    this.high[index] = high;
  }

  private find(key: unknown, low: number, high: number): number {
    return this.probe(low, high, (slot) => Object.is(slot, key));
  }

  /** Walks the probe sequence of a hash: up to nine neighbours, then a jump that takes in more of the hash. */
  private probe(
    low: number,
    high: number,
    is_wanted: (slot: unknown, index: number) => boolean,
  ): number {
    const { mask, slots } = this;
    let perturb_low = low;
    let perturb_high = high;
    let index = (low & mask) >>> 0;
    for (;;) {
      const last = index + LINEAR_PROBES <= mask ? index + LINEAR_PROBES : index;
      for (let place = index; place <= last; place++)
        if (is_wanted(slots[place], place)) return place;
      perturb_low = ((perturb_low >>> 5) | (perturb_high << 27)) >>> 0;
      perturb_high >>>= 5;
      index = ((Math.imul(index, 5) + 1 + perturb_low) & mask) >>> 0;
    }
  }
}

function empty_slots(size: number): unknown[] {
  return Array.from({ length: size }, () => EMPTY);
}

function is_free(slot: unknown): boolean {
  return slot === EMPTY || slot === DUMMY;
}

/** A signed 64-bit hash as two unsigned halves. */
function halves(hash: number | bigint): readonly [number, number] {
  if (typeof hash === "number") {
    const high = Math.floor(hash / TWO_32);
    return [hash - high * TWO_32, high >>> 0];
  }
  const unsigned = BigInt.asUintN(64, hash);
  return [Number(unsigned & 0xffff_ffffn), Number(unsigned >> 32n)];
}
