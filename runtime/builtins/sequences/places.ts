// Places in lists that are read and assigned natively: what is raised where there is no item.
import { IndexError } from "../exceptions/index.ts";
import { fits_index } from "./index-value.ts";

/** Stands behind `xs[i] ??`: there is no such item. IndexError. */
export function index_error(kind: Indexed = "list"): never {
  throw new IndexError(out_of_range(kind));
}

/** Stands behind `xs.pop() ??` and `xs.shift() ??`: the list was empty. IndexError. */
export function pop_error(): never {
  throw new IndexError("pop from empty list");
}

/** What is indexed, as Python's error calls it. */
export type Indexed = "list" | "tuple" | "bytes" | "string";

export function out_of_range(kind: Indexed): string {
  return kind === "bytes" ? "index out of range" : `${kind} index out of range`;
}

/** The place of an item that is there, counted from the start. IndexError, as of a read. */
export function within(index: number, length: number): number {
  return index >= 0 && index < length ? index : from_end(index, length, "list index out of range");
}

/** The place of an item that is there, counted from the start. IndexError, as of an assignment. */
export function settable(index: number, length: number): number {
  return index >= 0 && index < length
    ? index
    : from_end(index, length, "list assignment index out of range");
}

function from_end(index: number, length: number, message: string): number {
  if (typeof index === "bigint" && !fits_index(index))
    throw new IndexError("cannot fit 'int' into an index-sized integer");
  const place = Number(index) + length;
  if (index < 0 && place >= 0) return place;
  throw new IndexError(message);
}
