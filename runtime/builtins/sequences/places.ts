// Places in lists that are read and assigned natively: what is raised where there is no item.
import { IndexError } from "../exceptions/index.ts";

/** Stands behind `xs[i] ??`: there is no such item. IndexError. */
export function index_error(kind: "list" | "tuple" | "bytes" = "list"): never {
  throw new IndexError(out_of_range(kind));
}

export function out_of_range(kind: "list" | "tuple" | "bytes"): string {
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
  if (typeof index === "bigint")
    throw new IndexError("cannot fit 'int' into an index-sized integer");
  const place = index + length;
  if (index < 0 && place >= 0) return place;
  throw new IndexError(message);
}
