// A set of nothing but ints of 32 bits: CPython's table is what keeps them, and so gives their order as well.

const EMPTY = 0;
const USED = 1;
/** A slot whose int was discarded. One whose search passes it takes it over. */
const DUMMY = 2;

const SMALLEST = 8;
const LINEAR_PROBES = 9;
/** What is searched in the bits of a negative hash above the 32nd. */
const ALL_ONES = 0xffff_ffff;

/** The table of CPython 3.7–3.13, as `OrderTable` follows it for other elements; here the ints are their own hashes. */
export class IntTable {
  /** Public for the conversion into an `OrderTable` alone. */
  keys = new Int32Array(SMALLEST);
  states = new Uint8Array(SMALLEST);
  mask = SMALLEST - 1;
  /** Slots that are not empty, dummies included. */
  fill = 0;
  size = 0;
  /** Where `pop` looks first. */
  finger = 0;

  has(key: number): boolean {
    const { keys, states, mask } = this;
    const index = hash_of(key) & mask;
    // Where the search begins it mostly ends.
    if (states[index] === EMPTY) return false;
    if (states[index] === USED && keys[index] === key) return true;
    return states[this.search(key)] === USED;
  }

  /** False when it is there already. */
  add(key: number): boolean {
    const { keys, states, mask } = this;
    const index = hash_of(key) & mask;
    if (states[index] !== EMPTY) return this.add_behind(key);
    keys[index] = key;
    states[index] = USED;
    this.size++;
    if (++this.fill * 5 >= mask * 3) this.grow();
    return true;
  }

  /** Where the slot at which the search begins is taken, or was. */
  private add_behind(key: number): boolean {
    const { keys, states, mask } = this;
    const low = hash_of(key);
    let index = low & mask;
    let dummy = -1;
    let perturb_low = low >>> 0;
    let perturb_high = low < 0 ? ALL_ONES : 0;
    for (;;) {
      const last = index + LINEAR_PROBES <= mask ? index + LINEAR_PROBES : index;
      for (let place = index; place <= last; place++) {
        const state = states[place];
        if (state === EMPTY) {
          if (dummy < 0) this.fill++;
          const target = dummy < 0 ? place : dummy;
          keys[target] = key;
          states[target] = USED;
          this.size++;
          if (dummy < 0 && this.fill * 5 >= mask * 3) this.grow();
          return true;
        }
        if (state === DUMMY) dummy = place;
        else if (keys[place] === key) return false;
      }
      perturb_low = ((perturb_low >>> 5) | (perturb_high << 27)) >>> 0;
      perturb_high >>>= 5;
      index = (Math.imul(index, 5) + 1 + perturb_low) & mask;
    }
  }

  /** Adds those ints of a table, in its order, of which another one has, or has not, the same. */
  add_where(from: IntTable, other: IntTable, is_there: boolean): void {
    const { keys, states } = from;
    for (let slot = 0; slot < states.length; slot++) {
      if (states[slot] !== USED) continue;
      const key = keys[slot] as number;
      if (other.has(key) === is_there) this.add(key);
    }
  }

  add_all(from: IntTable): void {
    const { keys, states } = from;
    for (let slot = 0; slot < states.length; slot++)
      if (states[slot] === USED) this.add(keys[slot] as number);
  }

  /** Of the ints of another table, discards those that are there and adds the others. */
  toggle_all(from: IntTable): void {
    const { keys, states } = from;
    for (let slot = 0; slot < states.length; slot++) {
      if (states[slot] !== USED) continue;
      const key = keys[slot] as number;
      if (!this.discard(key)) this.add(key);
    }
  }

  discard_all(from: IntTable): void {
    const { keys, states } = from;
    for (let slot = 0; slot < states.length; slot++)
      if (states[slot] === USED) this.discard(keys[slot] as number);
  }

  /** False when it is not there. */
  discard(key: number): boolean {
    const place = this.search(key);
    if (this.states[place] !== USED) return false;
    this.states[place] = DUMMY;
    this.size--;
    return true;
  }

  /** The int that CPython's `pop` would take; it stays until it is discarded. */
  next_to_pop(): number {
    let index = this.finger & this.mask;
    while (this.states[index] !== USED) index = (index + 1) & this.mask;
    this.finger = index + 1;
    return this.keys[index] as number;
  }

  /** Makes room for that many more, as an update from a set or a dict does first. */
  reserve(count: number): void {
    if ((this.fill + count) * 5 >= this.mask * 3) this.resize((this.size + count) * 2);
  }

  /** Takes over all ints of a table while this one is empty and has room: copied as they lie, or placed anew. */
  fill_from(other: IntTable): void {
    if (this.mask === other.mask && other.fill === other.size) {
      this.keys = other.keys.slice();
      this.states = other.states.slice();
    } else this.place_all(other.keys, other.states);
    this.fill = this.size = other.size;
  }

  /** After an update that discards: more than a quarter of dummies is swept away. */
  sweep(): void {
    if (this.fill - this.size > this.mask / 4) this.grow();
  }

  /** The slot of the next int at or after a slot, or -1. */
  next_slot(from: number): number {
    const { states, mask } = this;
    for (let index = from; index <= mask; index++) if (states[index] === USED) return index;
    return -1;
  }

  /** The slot of the int, or the empty one at which the search for it ends. */
  private search(key: number): number {
    const { keys, states, mask } = this;
    const low = hash_of(key);
    let index = low & mask;
    let perturb_low = low >>> 0;
    let perturb_high = low < 0 ? ALL_ONES : 0;
    for (;;) {
      const last = index + LINEAR_PROBES <= mask ? index + LINEAR_PROBES : index;
      for (let place = index; place <= last; place++) {
        const state = states[place];
        if (state === EMPTY || (state === USED && keys[place] === key)) return place;
      }
      perturb_low = ((perturb_low >>> 5) | (perturb_high << 27)) >>> 0;
      perturb_high >>>= 5;
      index = (Math.imul(index, 5) + 1 + perturb_low) & mask;
    }
  }

  private grow(): void {
    this.resize(this.size > 50_000 ? this.size * 2 : this.size * 4);
  }

  private resize(least: number): void {
    let slots = SMALLEST;
    while (slots <= least) slots *= 2;
    const { keys, states } = this;
    this.keys = new Int32Array(slots);
    this.states = new Uint8Array(slots);
    this.mask = slots - 1;
    this.fill = this.size;
    this.place_all(keys, states);
  }

  /** Puts the ints of a table into the first empty slots of their probe sequences, in the order of its slots. */
  private place_all(keys: Int32Array, states: Uint8Array): void {
    const { keys: own, states: taken, mask } = this;
    for (let slot = 0; slot < states.length; slot++) {
      if (states[slot] !== USED) continue;
      const key = keys[slot] as number;
      let place = hash_of(key) & mask;
      if (taken[place] !== EMPTY) place = this.search(key);
      own[place] = key;
      taken[place] = USED;
    }
  }
}

/** Python's hash of a small int is the int, but for -1. */
function hash_of(key: number): number {
  return key === -1 ? -2 : key;
}
