// What sets and frozensets keep: elements by native key, and CPython's order where it is not arbitrary.
import { hash } from "../hash.ts";
import { Float } from "../float.ts";
import { HashedKey, HashedKeys, native_key } from "../mappings/key.ts";
import { same_item } from "../equality.ts";
import { PRIMITIVE } from "../primitive.ts";
import { Tuple } from "../tuple.ts";
import { IntTable } from "./int-table.ts";
import { OrderTable } from "./order-table.ts";

/**
 * - replayed: nothing was asked about the order yet; adding all elements in turn to an empty table gives it;
 * - table: the table follows every change;
 * - arbitrary: some element's hash is random in CPython (strings) or its address: insertion order is as good as any.
 */
type Order = "replayed" | "table" | "arbitrary";

export class SetStorage<T> {
  /** All elements, while they are nothing but ints of 32 bits. Else they are in `elements`. */
  private ints: IntTable | null = null;
  /** By native key, in insertion order. */
  private elements: Map<unknown, T> = new Map<unknown, T>();
  /** All elements are pairs of small ints, as places in a grid are: each lies under the int that `small_pair` makes of it. */
  private is_pairs = false;
  private hashed: HashedKeys | null = null;
  private order: Order = "replayed";
  private table: OrderTable | null = null;

  get size(): number {
    return this.ints === null ? this.elements.size : this.ints.size;
  }

  has(element: unknown): boolean {
    if (this.ints !== null) {
      const int = int_of(element);
      return int !== null && this.ints.has(int);
    }
    return this.elements.has(this.place_of(element));
  }

  /** False when an equal element is there already; that one stays. */
  add(element: T): boolean {
    if (this.ints !== null) {
      if (is_small_int(element)) return this.ints.add(element);
      if (this.has(element)) return false;
      this.leave_ints();
    } else if (is_small_int(element) && this.may_hold_ints()) {
      this.ints = new IntTable();
      return this.ints.add(element);
    } else if (!this.is_pairs && this.may_hold_ints()) this.is_pairs = small_pair(element) !== null;
    const place = this.place_of(element);
    if (this.elements.has(place)) return false;
    // A hashed key lies under itself.
    if (place === element && typeof element === "object" && element !== null) this.note(element);
    this.elements.set(place, element);
    if (this.table !== null) this.follow(place, element);
    return true;
  }

  delete(element: unknown): boolean {
    if (this.ints !== null) {
      const int = int_of(element);
      return int !== null && this.ints.discard(int);
    }
    const place = this.place_of(element);
    if (!this.elements.has(place)) return false;
    const table = this.ordered();
    const held = this.elements.get(place) as T;
    this.elements.delete(place);
    if (this.hashed !== null && typeof held === "object" && held !== null) {
      const native = native_key(held);
      if (native instanceof HashedKey) this.hashed.delete(held, native.hash);
    }
    table?.discard(place, hash(held));
    return true;
  }

  clear(): void {
    const previous = this.ints ?? this.table;
    this.ints = null;
    this.elements.clear();
    this.is_pairs = false;
    this.hashed = null;
    this.order = "replayed";
    this.table = null;
    if (previous !== null) this.look_from(previous.finger);
  }

  /** Takes the place of another storage in the same set: `pop` goes on looking where it was. */
  succeed(previous: SetStorage<T>): this {
    const before = previous.ints ?? previous.table;
    if (before !== null) this.look_from(before.finger);
    return this;
  }

  /** The element that `pop` takes: it is still there. */
  next_to_pop(): T {
    if (this.ints !== null) return this.ints.next_to_pop() as T;
    const table = this.ordered();
    if (table !== null) return this.elements.get(table.next_to_pop()) as T;
    return this.elements.values().next().value as T;
  }

  /** All elements in Python's order, as they are now. */
  in_order(): IterableIterator<T> {
    if (this.ints !== null) return new IntsInOrder(this.ints) as IterableIterator<unknown> as never;
    const table = this.ordered();
    return table === null ? this.elements.values() : new InTableOrder(table, this.elements);
  }

  /** Adds all elements of another set as CPython merges sets: making room first, copying the table into an empty one. */
  merge(other: SetStorage<T>): void {
    if (other === this || other.size === 0) return;
    if (other.ints !== null && (this.ints !== null || this.may_hold_ints())) {
      this.merge_ints((this.ints ??= new IntTable()), other.ints);
      return;
    }
    this.leave_ints();
    const theirs = other.ordered();
    const ours = theirs === null ? null : this.ordered();
    if (theirs === null || ours === null) {
      for (const element of other.in_order()) this.add(element);
      return;
    }
    ours.reserve(other.size);
    if (ours.is_empty) {
      ours.fill_from(theirs);
      this.is_pairs = other.is_pairs;
      if (other.ints !== null)
        for (const int of new IntsInOrder(other.ints)) this.elements.set(int, int as T);
      for (const [place, element] of other.elements) {
        if (typeof element === "object" && element !== null) this.note(element);
        this.elements.set(place, element);
      }
      return;
    }
    for (const element of other.in_order()) this.add(element);
  }

  private merge_ints(ours: IntTable, theirs: IntTable): void {
    ours.reserve(theirs.size);
    if (ours.fill === 0) ours.fill_from(theirs);
    else ours.add_all(theirs);
  }

  /** Adds to an empty set those elements of one, in its order, that another container has, or has not. */
  add_where(
    from: SetStorage<T>,
    other: { has(element: unknown): boolean },
    is_there: boolean,
  ): this {
    const theirs = other instanceof SetStorage ? other.ints : null;
    if (from.ints === null || theirs === null) {
      for (const element of from.in_order()) if (other.has(element) === is_there) this.add(element);
      return this;
    }
    const ints = new IntTable();
    ints.add_where(from.ints, theirs, is_there);
    if (ints.size > 0) this.ints = ints;
    return this;
  }

  /** Deletes those elements of another set that are there, and adds the others. */
  toggle_all(other: SetStorage<T>): void {
    if (this.ints !== null && other.ints !== null) return this.ints.toggle_all(other.ints);
    for (const element of other.in_order()) if (!this.delete(element)) this.add(element);
  }

  delete_all(other: SetStorage<T>): void {
    if (this.ints !== null && other.ints !== null) return this.ints.discard_all(other.ints);
    for (const element of other.in_order()) this.delete(element);
  }

  /** Makes room for so many elements to come, as an update from a dict does. */
  reserve(count: number): void {
    if (this.ints !== null) this.ints.reserve(count);
    else this.ordered()?.reserve(count);
  }

  /** After an update that discarded. */
  sweep(): void {
    (this.ints ?? this.table)?.sweep();
  }

  /** Whether a table for ints alone can begin here: nothing is in another one. */
  private may_hold_ints(): boolean {
    return this.ints === null && this.elements.size === 0 && this.order === "replayed";
  }

  /** An element of another kind comes: all are kept by their native keys from now on. */
  private leave_ints(): void {
    const { ints } = this;
    if (ints === null) return;
    this.ints = null;
    for (const int of new IntsInOrder(ints)) this.elements.set(int, int as T);
    this.table = OrderTable.of_ints(ints);
    this.order = "table";
  }

  /** Something else is looked for, or comes: all lie under their native keys from now on. Whoever iterates goes on. */
  private leave_pairs(): void {
    this.is_pairs = false;
    const names = new Map<unknown, unknown>();
    for (const [pair, element] of this.elements) names.set(pair, native_key(element));
    const elements = [...this.elements.values()];
    this.elements.clear();
    for (const element of elements) this.elements.set(native_key(element), element);
    this.table?.rename(names);
  }

  private look_from(finger: number): void {
    if (this.may_hold_ints()) this.ints ??= new IntTable();
    if (this.ints !== null) this.ints.finger = finger;
    else this.ordered()?.look_from(finger);
  }

  /** The table, replayed when nobody has asked before; `null` where the order is arbitrary. */
  private ordered(): OrderTable | null {
    if (this.ints !== null) return OrderTable.of_ints(this.ints);
    if (this.order !== "replayed") return this.table;
    const table = new OrderTable();
    for (const [place, element] of this.elements) {
      if (is_arbitrary(element)) {
        this.order = "arbitrary";
        return null;
      }
      table.add(place, hash(element));
    }
    this.order = "table";
    this.table = table;
    return table;
  }

  private follow(place: unknown, element: T): void {
    if (!is_arbitrary(element)) return this.table?.add(place, hash(element));
    this.order = "arbitrary";
    this.table = null;
  }

  private place_of(element: unknown): unknown {
    if (this.is_pairs) {
      const pair = small_pair(element);
      if (pair !== null) return pair;
      this.leave_pairs();
    }
    if (this.hashed === null) {
      if (typeof element === "number") return element;
      if (typeof element === "string" && element.charCodeAt(0) !== 0) return element;
    }
    const native = native_key(element);
    if (native instanceof HashedKey) {
      const found = this.hashed?.find(native.value, native.hash);
      if (found !== undefined) return found;
      const number = this.elements.get(native.hash);
      return number !== undefined && same_item(number, native.value) ? native.hash : native.value;
    }
    if (this.hashed === null || this.elements.has(native)) return native;
    return this.hashed.find(element, hash(element)) ?? native;
  }

  private note(element: object): void {
    const native = native_key(element);
    if (native instanceof HashedKey) (this.hashed ??= new HashedKeys()).add(element, native.hash);
  }
}

/** Two ints of 16 bits as one of 32; `null` for all else. Engines find such ints twice as fast as the native keys of pairs. */
function small_pair(value: unknown): number | null {
  if (!(value instanceof Tuple) || value.length !== 2) return null;
  const [first, second] = [value[0], value[1]];
  return is_short(first) && is_short(second) ? first * 2 ** 16 + second + 2 ** 15 : null;
}

function is_short(value: unknown): value is number {
  return typeof value === "number" && (value << 16) >> 16 === value;
}

function is_small_int(value: unknown): value is number {
  return typeof value === "number" && (value | 0) === value;
}

/** The int of 32 bits that equals the value; `null` where none does. TypeError for what can't be hashed. */
function int_of(value: unknown): number | null {
  if (typeof value === "number") return (value | 0) === value ? value : null;
  const native = native_key(value);
  if (is_small_int(native)) return native;
  if (!(native instanceof HashedKey) || !is_small_int(native.hash)) return null;
  return same_item(native.hash, native.value) ? native.hash : null;
}

/** As `InTableOrder`. */
class IntsInOrder implements IterableIterator<number> {
  private readonly table: IntTable;
  private slot = 0;

  constructor(table: IntTable) {
    this.table = table;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<number, undefined> {
    const slot = this.table.next_slot(this.slot);
    if (slot < 0) return { value: undefined, done: true };
    this.slot = slot + 1;
    return { value: this.table.keys[slot] as number, done: false };
  }
}

/** Walks the table as it is at each step: CPython looks at its slots in turn. */
class InTableOrder<T> implements IterableIterator<T> {
  private readonly table: OrderTable;
  private readonly elements: ReadonlyMap<unknown, T>;
  private slot = 0;

  constructor(table: OrderTable, elements: ReadonlyMap<unknown, T>) {
    this.table = table;
    this.elements = elements;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<T, undefined> {
    const slot = this.table.next_slot(this.slot);
    if (slot < 0) return { value: undefined, done: true };
    this.slot = slot + 1;
    return { value: this.elements.get(this.table.key_at(slot)) as T, done: false };
  }
}

/** Whether CPython's hash of the value differs from run to run. */
function is_arbitrary(value: unknown): boolean {
  switch (typeof value) {
    case "number":
    case "bigint":
    case "boolean":
    case "undefined":
      return false;
    case "object":
      return value !== null && is_arbitrary_object(value);
    default:
      return true;
  }
}

function is_arbitrary_object(value: object): boolean {
  if (value instanceof Float) return Number.isNaN(value.valueOf());
  if (value instanceof Tuple) return value.some(is_arbitrary);
  if (PRIMITIVE in value) return is_arbitrary(value[PRIMITIVE]);
  if (IS_FROZENSET in value) return [...(value as unknown as Iterable<unknown>)].some(is_arbitrary);
  return !(native_key(value) instanceof HashedKey);
}

/** Marks frozensets, which this room can't import. */
export const IS_FROZENSET: unique symbol = Symbol("frozenset");
