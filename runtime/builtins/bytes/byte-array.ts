// ByteArray: Python's bytearray, bytes that grow, shrink and change in place.
import type { Dynamic } from "../dynamic.ts";
import { BufferError, IndexError, TypeError, ValueError } from "../exceptions/hierarchy.ts";
import type { int } from "../int.ts";
import { iter } from "../iteration/iter.ts";
import { repetitions } from "../operators/concatenate.ts";
import { as_index, require_position } from "../sequences/index-value.ts";
import { resolve_slice, Slice } from "../sequences/slice.ts";
import { Complex } from "../numbers/complex.ts";
import { real_value } from "../numbers/kinds.ts";
import { type_name } from "../type-name.ts";
import { fill_latin } from "../text/latin.ts";
import { b } from "./bytes.ts";
import { bytes_of, bytes_repr, require_byte, require_bytes } from "./like.ts";
import { byte_index, with_bytes_methods } from "./methods.ts";

const LEAST_CAPACITY = 16;

/** The bytes lie at the front of a buffer that doubles when it is full. */
export class ByteArray extends with_bytes_methods(Object as new () => object) {
  static readonly __name__: string = "bytearray";
  static readonly __module__: string = "builtins";

  #buffer: Uint8Array;
  #length: number;

  constructor(bytes: Uint8Array = new Uint8Array(0)) {
    super();
    this.#buffer = Uint8Array.from(bytes);
    this.#length = bytes.length;
  }

  get length(): number {
    return this.#length;
  }

  view(): Uint8Array {
    return this.#buffer.subarray(0, this.#length);
  }

  /** `self[index]`. IndexError. */
  at(index: int): int {
    const byte =
      typeof index === "number" && index < this.#length ? this.#buffer[index] : undefined;
    return byte ?? this.__getitem__(index);
  }

  /** `self[index] = byte`. IndexError, ValueError. */
  set(index: int, byte: int): void {
    const is_byte = typeof byte === "number" && (byte & 0xff) === byte;
    if (is_byte && index >= 0 && index < this.#length && typeof index === "number")
      this.#buffer[index] = byte;
    else this.__setitem__(index, byte);
  }

  constant(characters: string): unknown {
    return b(characters);
  }

  alike(characters: string): this {
    return new ByteArray(fill_latin(new Uint8Array(characters.length), characters)) as this;
  }

  *[Symbol.iterator](): IterableIterator<int> {
    for (let index = 0; index < this.#length; index++) yield this.#buffer[index] ?? 0;
  }

  append(byte: int): void {
    const value = require_byte(byte);
    this.#reserve(this.#length + 1);
    this.#buffer[this.#length++] = value;
  }

  extend(items: Iterable<int>): void {
    this.#replace(this.#length, 0, bytes_from(items, "can't extend bytearray with "));
  }

  insert(index: int, byte: int): void {
    const place = require_position(index);
    const from = place < 0 ? Math.max(0, place + this.#length) : Math.min(place, this.#length);
    this.#replace(from, 0, Uint8Array.of(require_byte(byte)));
  }

  /** IndexError when there is no such byte. */
  pop(index: int = -1): int {
    if (this.#length === 0) throw new IndexError("pop from empty bytearray");
    const place = require_position(index);
    const at = place < 0 ? place + this.#length : place;
    const byte = at < this.#length ? this.#buffer[at] : undefined;
    if (byte === undefined) throw new IndexError("pop index out of range");
    this.#replace(at, 1, new Uint8Array(0));
    return byte;
  }

  /** ValueError when there is no such byte. */
  remove(byte: int): void {
    const at = this.view().indexOf(require_byte(byte));
    if (at < 0) throw new ValueError("value not found in bytearray");
    this.#replace(at, 1, new Uint8Array(0));
  }

  reverse(): void {
    this.view().reverse();
  }

  clear(): void {
    this.#length = 0;
  }

  copy(): ByteArray {
    return new ByteArray(this.view());
  }

  __setitem__(key: Dynamic, value: Dynamic): void {
    if (!(key instanceof Slice)) {
      const byte = as_index(key) === null ? 0 : require_byte(value); // looked at before the range is
      this.#buffer[byte_index(this.#length, key, "bytearray")] = byte;
      return;
    }
    const { start, step, count } = resolve_slice(key, this.#length);
    const bytes = assigned_bytes(value);
    // Nothing takes away the slice, whatever its step.
    if (bytes.length === 0) return this.__delitem__(key);
    if (step === 1) return this.#replace(start, count, bytes);
    if (bytes.length !== count) {
      throw new ValueError(
        `attempt to assign bytes of size ${bytes.length} to extended slice of size ${count}`,
      );
    }
    for (let taken = 0, index = start; taken < count; taken++, index += step)
      this.#buffer[index] = bytes[taken] ?? 0;
  }

  __delitem__(key: Dynamic): void {
    if (!(key instanceof Slice)) {
      return this.#replace(byte_index(this.#length, key, "bytearray"), 1, new Uint8Array(0));
    }
    const { start, step, count } = resolve_slice(key, this.#length);
    if (step === 1) return this.#replace(start, count, new Uint8Array(0));
    const dropped = new Set(Array.from({ length: count }, (_, index) => start + index * step));
    const kept = this.view().filter((_, index) => !dropped.has(index));
    this.#replace(0, this.#length, kept);
  }

  __iadd__(other: unknown): this {
    if (other === this)
      throw new BufferError("Existing exports of data: object cannot be re-sized");
    const more = require_bytes(other, (type) => `can't concat ${type} to bytearray`);
    this.#replace(this.#length, 0, Uint8Array.from(more));
    return this;
  }

  override __mul__(times: unknown): this {
    const count = repetitions(times);
    const once = this.view();
    if (once.length !== 1) return super.__mul__(times);
    const repeated = new ByteArray();
    repeated.#buffer = new Uint8Array(count).fill(once[0] ?? 0);
    repeated.#length = count;
    return repeated as this;
  }

  __imul__(times: unknown): this {
    const once = Uint8Array.from(this.view());
    const count = repetitions(times);
    this.#length = 0;
    for (let round = 0; round < count; round++) this.#replace(this.#length, 0, once);
    return this;
  }

  __repr__(): string {
    return `${type_name(this)}(${bytes_repr(this.view(), true)})`;
  }

  #replace(start: number, removed: number, added: Uint8Array): void {
    const length = this.#length - removed + added.length;
    this.#reserve(length);
    this.#buffer.copyWithin(start + added.length, start + removed, this.#length);
    this.#buffer.set(added, start);
    this.#length = length;
  }

  #reserve(length: number): void {
    if (length <= this.#buffer.length) return;
    const buffer = new Uint8Array(Math.max(LEAST_CAPACITY, length, this.#buffer.length * 2));
    buffer.set(this.view());
    this.#buffer = buffer;
  }
}

/** Bytes of a bytes-like value or of an iterable of ints. TypeError, ValueError. */
export function bytes_from(items: Dynamic, refusal: string | null = null): Uint8Array {
  const bytes = bytes_of(items);
  if (bytes !== null) return bytes;
  if (typeof items === "string") throw new TypeError("expected iterable of integers; got: 'str'");
  if (refusal !== null && !has_items(items)) throw new TypeError(`${refusal}${type_name(items)}`);
  return Uint8Array.from([...iter(items)].map((item) => require_byte(item)));
}

/** What is stored in a slice. */
function assigned_bytes(value: Dynamic): Uint8Array {
  if (typeof value === "string" || real_value(value) !== null || value instanceof Complex)
    throw new TypeError("can assign only bytes, buffers, or iterables of ints in range(0, 256)");
  if (!has_items(value) && bytes_of(value) === null)
    throw new TypeError(`cannot convert '${type_name(value)}' object to bytearray`);
  return bytes_from(value);
}

function has_items(value: Dynamic): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    (Symbol.iterator in value || "__iter__" in value || "__getitem__" in value)
  );
}
