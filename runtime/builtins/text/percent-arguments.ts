// The values of `template % values`: a tuple in order, one value alone, or a mapping by key.
import type { Dynamic } from "../dynamic.ts";
import { OverflowError, TypeError } from "../exceptions/hierarchy.ts";
import { integer_value } from "../numbers/kinds.ts";
import { Tuple } from "../tuple.ts";
import { type_name } from "../type-name.ts";

/** Hands out the values one after the other; TypeError when there are too few, or some are left at the end. */
export class PercentArguments {
  readonly #kind: string;
  readonly #values: readonly Dynamic[];
  readonly #mapping: Dynamic;
  #next = 0;
  #chosen: { readonly value: Dynamic } | null = null;

  constructor(values: Dynamic, kind: string) {
    this.#kind = kind;
    this.#values = values instanceof Tuple ? values : [values];
    const is_text = kind === "bytes" && /^(?:bytes|bytearray)$/.test(type_name(values));
    this.#mapping = is_mapping(values) && !is_text ? values : null;
  }

  /** Looks a `%(key)s` up. */
  choose(key: unknown): void {
    if (this.#mapping === null) throw new TypeError("format requires a mapping");
    this.#chosen = { value: item(this.#mapping, key) };
  }

  next(): Dynamic {
    if (this.#chosen !== null) {
      const { value } = this.#chosen;
      this.#chosen = null;
      return value;
    }
    if (this.#next >= this.#values.length)
      throw new TypeError("not enough arguments for format string");
    return this.#values[this.#next++];
  }

  /** A width or precision given as `*`, which fits an int of C. */
  star(bits: number, type: string): number {
    const value = integer_value(this.next());
    if (value === null) throw new TypeError("* wants int");
    const wide = BigInt(value);
    if (BigInt.asIntN(bits + 1, wide) !== wide)
      throw new OverflowError(`Python int too large to convert to C ${type}`);
    return Number(value);
  }

  finish(): void {
    if (this.#mapping === null && this.#next < this.#values.length) {
      throw new TypeError(`not all arguments converted during ${this.#kind} formatting`);
    }
  }
}

/** Anything with items that is neither a tuple nor a string. */
function is_mapping(value: Dynamic): boolean {
  if (typeof value !== "object" || value === null || value instanceof Tuple) return false;
  return Array.isArray(value) || typeof value.__getitem__ === "function";
}

function item(mapping: Dynamic, key: unknown): Dynamic {
  if (Array.isArray(mapping))
    throw new TypeError(`list indices must be integers or slices, not ${type_name(key)}`);
  return mapping.__getitem__(key);
}
