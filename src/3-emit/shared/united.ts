// Several types as one.
import type { Type } from "../../facts/types.ts";
import { members } from "./types.ts";

/** The union, flat and without duplicates; `unknown` swallows the rest. */
export function united(types: readonly Type[]): Type {
  const found = new Map<string, Type>();
  for (const each of types.flatMap(members)) {
    if (each.type === "unknown") return each;
    if (each.type !== "never") found.set(key_of(each), each);
  }
  const all = [...found.values()];
  const [only] = all;
  if (only === undefined) return { type: "never" };
  return all.length === 1 ? only : { type: "union", members: all };
}

/** Tree nodes in types stand for themselves by their place. */
function key_of(type: Type): string {
  return JSON.stringify(type, (name, value: unknown) =>
    name === "node" ? (value as { start: number }).start : value,
  );
}
