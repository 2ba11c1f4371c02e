// slice(): start, stop and step, and what they mean for a sequence of a given length.
import type { Dynamic } from "../dynamic.ts";
import { eq } from "../equality.ts";
import { TypeError, ValueError } from "../exceptions/index.ts";
import { hash } from "../hash.ts";
import { as_int, type int } from "../int.ts";
import { NotImplemented } from "../not-implemented.ts";
import { ge, gt, le, lt } from "../ordering.ts";
import { repr } from "../representation.ts";
import { Tuple } from "../tuple.ts";
import { resolve_big_slice } from "./big-slice.ts";
import { as_index, require_index } from "./index-value.ts";

/** `xs[start:stop:step]`; an end left out is `null`. */
export class Slice {
  static readonly __name__: string = "slice";
  static readonly __module__: string = "builtins";

  readonly start: Dynamic;
  readonly stop: Dynamic;
  readonly step: Dynamic;

  constructor(start: Dynamic, stop: Dynamic, step: Dynamic) {
    this.start = start ?? null;
    this.stop = stop ?? null;
    this.step = step ?? null;
  }

  /** `(start, stop, step)` with all ends in place, as `range` takes them. */
  indices(length: int): readonly [int, int, int] {
    const size = require_index(length);
    if (size < 0) throw new ValueError("length should not be negative");
    if (typeof size === "bigint") {
      const { start, stop, step } = resolve_big_slice(this, size);
      return Tuple.of(as_int(start), as_int(stop), as_int(step));
    }
    const { start, stop, step } = resolve_slice(this, size);
    return Tuple.of(start, stop, step);
  }

  __eq__(other: unknown): boolean {
    if (!(other instanceof Slice)) return NotImplemented as Dynamic;
    return eq(this.as_tuple(), other.as_tuple());
  }

  __lt__(other: unknown): boolean {
    return this.ordered(lt, other);
  }

  __le__(other: unknown): boolean {
    return this.ordered(le, other);
  }

  __gt__(other: unknown): boolean {
    return this.ordered(gt, other);
  }

  __ge__(other: unknown): boolean {
    return this.ordered(ge, other);
  }

  __hash__(): int {
    return hash(this.as_tuple());
  }

  private ordered(compare: typeof lt, other: unknown): boolean {
    if (!(other instanceof Slice)) return NotImplemented as Dynamic;
    return compare(this.as_tuple(), other.as_tuple());
  }

  private as_tuple(): readonly [Dynamic, Dynamic, Dynamic] {
    return Tuple.of(this.start, this.stop, this.step);
  }

  __repr__(): string {
    return `slice(${repr(this.start)}, ${repr(this.stop)}, ${repr(this.step)})`;
  }
}

/** `slice(stop)`, `slice(start, stop)`, `slice(start, stop, step)`. */
function make(start_or_stop: Dynamic, ...rest: readonly Dynamic[]): Slice {
  if (rest.length === 0) return new Slice(null, start_or_stop, null);
  return new Slice(start_or_stop, rest[0], rest[1]);
}

export const slice: typeof make & { readonly __name__: string; readonly __is_type__: true } =
  /* @__PURE__ */ Object.assign(make, {
    __name__: "slice",
    __module__: "builtins",
    __is_type__: true,
  } as const);

/** A slice of a sequence: the first index, the end, the step and how many items it selects. */
export interface ResolvedSlice {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
  readonly count: number;
}

/** Clamps a slice to a length. TypeError for ends that are no ints, ValueError for a step of 0. */
export function resolve_slice(slice: Slice, length: number): ResolvedSlice {
  const step = slice.step === null ? 1 : slice_index(slice.step);
  if (step === 0) throw new ValueError("slice step cannot be zero");
  const [first, last] = step < 0 ? [-1, length - 1] : [0, length];
  const start =
    slice.start === null ? (step < 0 ? last : first) : clamped(slice.start, length, first, last);
  const stop =
    slice.stop === null ? (step < 0 ? first : last) : clamped(slice.stop, length, first, last);
  const span = step < 0 ? start - stop : stop - start;
  return { start, stop, step, count: span <= 0 ? 0 : Math.ceil(span / Math.abs(step)) };
}

function clamped(end: unknown, length: number, first: number, last: number): number {
  const index = slice_index(end);
  if (index < 0) return Math.max(index + length, first);
  return Math.min(index, last);
}

function slice_index(value: unknown): number {
  const index = as_index(value);
  if (index === null)
    throw new TypeError("slice indices must be integers or None or have an __index__ method");
  return Math.min(Math.max(Number(index), -Number.MAX_SAFE_INTEGER), Number.MAX_SAFE_INTEGER);
}
