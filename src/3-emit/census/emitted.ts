// The emitted expressions by the place in the Python text that they were made from.
import type * as target from "../../target/nodes.ts";

/** Place → the nodes made from it, outermost first. */
export type EmittedByPlace = ReadonlyMap<string, readonly target.TargetNode[]>;

export function place_of({ start, end }: { readonly start: number; readonly end: number }): string {
  return `${start} ${end}`;
}

export function emitted_by_place(program: target.Program): EmittedByPlace {
  const found = new Map<string, target.TargetNode[]>();
  const pending: object[] = [program];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (is_node(node) && node.origin !== undefined) {
      const place = place_of(node.origin);
      const same = found.get(place);
      if (same === undefined) found.set(place, [node]);
      else same.push(node);
    }
    for (const part of parts(node)) pending.push(part);
  }
  return found;
}

/** What lies in a node or a list of nodes. */
export function parts(node: object): object[] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
    key !== "origin" && typeof value === "object" && value !== null ? [value] : [],
  );
}

function is_node(value: object): value is target.TargetNode {
  return "kind" in value && typeof value.kind === "string";
}
