// The order in which Python looks through a class and its bases (C3).
import type { ClassRecord } from "./records.ts";

/** The program's own classes only; the class itself first. An inconsistent order falls back to depth first. */
export function mro(record: ClassRecord): readonly ClassRecord[] {
  const known = orders.get(record);
  if (known !== undefined) return known;
  orders.set(record, [record]);
  const bases = record.bases.flatMap((base) => (base.kind === "user" ? [base.record] : []));
  const order = [record, ...merge([...bases.map((base) => [...mro(base)]), [...bases]])];
  orders.set(record, order);
  return order;
}

const orders = new WeakMap<ClassRecord, readonly ClassRecord[]>();

function merge(sequences: ClassRecord[][]): ClassRecord[] {
  const order: ClassRecord[] = [];
  for (;;) {
    const open = sequences.filter((sequence) => sequence.length > 0);
    if (open.length === 0) return order;
    const next =
      open
        .map(([head]) => head)
        .find((head) => head !== undefined && !open.some((rest) => rest.includes(head, 1))) ??
      open[0]?.[0];
    if (next === undefined) return order;
    order.push(next);
    for (const sequence of sequences) {
      const at = sequence.indexOf(next);
      if (at >= 0) sequence.splice(at, 1);
    }
  }
}

/** The class and everything below it. */
export function with_subclasses(record: ClassRecord): ReadonlySet<ClassRecord> {
  const found = new Set([record]);
  for (const one of found) for (const below of one.subclasses) found.add(below);
  return found;
}
