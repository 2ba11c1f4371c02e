// memoryview: a window on the bytes of another object, which slices share.
import type { Dynamic } from "../dynamic.ts";
import { IndexError, TypeError, ValueError } from "../exceptions/hierarchy.ts";
import { address } from "../identity.ts";
import type { int } from "../int.ts";
import { NotImplemented } from "../not-implemented.ts";
import { resolve_slice, Slice } from "../sequences/slice.ts";
import { as_index } from "../sequences/index-value.ts";
import { Bytes } from "./bytes.ts";
import { bytes_of, require_bytes, type ByteHolder } from "./like.ts";
import { MATCHES_AS_SEQUENCE } from "../matching-marks.ts";

/**
 * `memoryview(object)` of unsigned bytes. A view keeps the place of the bytes as it was: after the bytearray beneath has
 * changed its length, it shows the old ones.
 */
export class MemoryView implements ByteHolder {
  static readonly __name__: string = "memoryview";
  static readonly __module__: string = "builtins";

  get [MATCHES_AS_SEQUENCE](): true {
    return true;
  }

  readonly obj: unknown;
  readonly readonly: boolean;
  readonly format = "B";
  readonly itemsize = 1;
  readonly ndim = 1;
  #bytes: Uint8Array | null;
  /** Every how many bytes an item lies: slices with a step. */
  readonly #step: number;

  constructor(object: unknown, bytes?: Uint8Array, step = 1) {
    this.#bytes =
      bytes ??
      require_bytes(object, (type) => `memoryview: a bytes-like object is required, not '${type}'`);
    this.#step = step;
    this.obj = object;
    this.readonly = object instanceof Bytes;
  }

  get nbytes(): int {
    return this.__len__();
  }

  /** The bytes as one piece; a copy where the view has a step. */
  view(): Uint8Array {
    const bytes = this.#held();
    return this.#step === 1 ? bytes : Uint8Array.from(this);
  }

  tobytes(): Bytes {
    return new Bytes(this.view());
  }

  tolist(): int[] {
    return [...this];
  }

  hex(): string {
    return this.tobytes().hex();
  }

  /** Nothing can be read or written any more. */
  release(): void {
    this.#bytes = null;
  }

  toreadonly(): MemoryView {
    return new MemoryView(this.tobytes());
  }

  __enter__(): this {
    this.#held();
    return this;
  }

  __exit__(..._details: readonly Dynamic[]): void {
    this.release();
  }

  __len__(): int {
    return Math.ceil(this.#held().length / Math.abs(this.#step));
  }

  *[Symbol.iterator](): IterableIterator<int> {
    const length = this.__len__();
    for (let index = 0; index < length; index++) yield this.#held()[this.#place(index)] ?? 0;
  }

  __getitem__(key: int): int;
  __getitem__(key: Slice): MemoryView;
  __getitem__(key: Dynamic): Dynamic;
  __getitem__(key: Dynamic): Dynamic {
    if (!(key instanceof Slice)) return this.#held()[this.#place(this.#index(key))];
    const { start, step, count } = resolve_slice(key, this.__len__());
    if (step === 1 && this.#step === 1) {
      return new MemoryView(this.obj, this.#held().subarray(start, start + count));
    }
    if (step < 0 || this.#step !== 1) {
      const items = Uint8Array.from(
        { length: count },
        (_, index) => this.#held()[this.#place(start + index * step)] ?? 0,
      );
      return new MemoryView(this.obj, items);
    }
    return new MemoryView(
      this.obj,
      this.#held().subarray(start, count === 0 ? start : start + (count - 1) * step + 1),
      step,
    );
  }

  __setitem__(key: Dynamic, value: Dynamic): void {
    const bytes = this.#held();
    if (this.readonly) throw new TypeError("cannot modify read-only memory");
    if (!(key instanceof Slice)) {
      bytes[this.#place(this.#index(key))] = byte_item(value);
      return;
    }
    const given = require_bytes(value);
    const { start, step, count } = resolve_slice(key, this.__len__());
    if (given.length !== count) {
      throw new ValueError("memoryview assignment: lvalue and rvalue have different structures");
    }
    Uint8Array.from(given).forEach(
      (byte, index) => (bytes[this.#place(start + index * step)] = byte),
    );
  }

  __eq__(other: unknown): Dynamic {
    const bytes = bytes_of(other);
    return bytes === null ? NotImplemented : new Bytes(this.view()).__eq__(new Bytes(bytes));
  }

  __bytes__(): Uint8Array {
    return this.view();
  }

  __hash__(): int {
    if (!this.readonly) throw new ValueError("cannot hash writable memoryview object");
    return this.tobytes().__hash__();
  }

  __repr__(): string {
    return `<${this.#bytes === null ? "released memory" : "memory"} at ${address(this)}>`;
  }

  #held(): Uint8Array {
    if (this.#bytes === null) {
      throw new ValueError("operation forbidden on released memoryview object");
    }
    return this.#bytes;
  }

  #place(index: number): number {
    return index * this.#step;
  }

  #index(key: unknown): number {
    const index = as_index(key);
    if (index === null) {
      throw new TypeError("memoryview: invalid slice key");
    }
    const length = this.__len__();
    const place = Number(index) + (index < 0 ? length : 0);
    if (place < 0 || place >= length) throw new IndexError("index out of bounds on dimension 1");
    return place;
  }
}

function make(object: unknown): MemoryView {
  if (object instanceof MemoryView) return new MemoryView(object.obj, object.view());
  return new MemoryView(object);
}

function byte_item(value: unknown): number {
  const index = as_index(value);
  if (index === null) throw new TypeError("memoryview: invalid type for format 'B'");
  if (index < 0 || index > 255) throw new ValueError("memoryview: invalid value for format 'B'");
  return Number(index);
}

/** `memoryview(object)`. TypeError when it has no bytes. */
export const memoryview: typeof make & { readonly __name__: string; readonly __is_type__: true } =
  /* @__PURE__ */ Object.assign(make, {
    __name__: "memoryview",
    __module__: "builtins",
    __is_type__: true,
  } as const);
