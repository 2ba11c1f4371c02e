// The nodes directly below a node, by the fields that can hold any.
import { fields } from "./fields.ts";
import type { Node } from "./node.ts";

/** In the order of CPython's fields. */
export function children(node: Node): readonly Node[] {
  const names = HOLDING.get(node.tag);
  if (names === undefined) return NONE;
  const found: Node[] = [];
  for (const name of names) {
    const value = (node as unknown as Readonly<Record<string, unknown>>)[name];
    if (Array.isArray(value)) {
      for (const item of value as readonly unknown[]) if (is_node(item)) found.push(item);
    } else if (is_node(value)) found.push(value);
  }
  return found;
}

function is_node(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "tag" in value;
}

const NONE: readonly Node[] = [];

/** Names, operators and the like are texts. */
const TEXTS = new Set(["id", "attr", "ctx", "op", "ops", "asname", "module", "level", "kind"]);

/** Tag → the fields that can hold nodes. */
const HOLDING: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(fields).flatMap(([tag, names]) => {
    const holding = names.filter((name) => !TEXTS.has(name));
    return tag === "Constant" || holding.length === 0 ? [] : [[tag, holding] as const];
  }),
);
