// Walking a target tree in the order in which it is printed, and making it anew.
import type * as target from "../../target/nodes.ts";

/** Any object of the tree: nodes, and the plain objects that hold some (declarators, cases). */
export type Visited = Partial<target.Attached> &
  Pick<target.TargetNode, "origin"> & { readonly kind?: string };

/** Nothing in them is printed behind what follows them, or can hold comments. */
const silent = new Set(["origin", "leading", "trailing", "below", "type", "returns"]);
const last = ["body", "consequent", "alternate", "handler", "finalizer"];

/** The objects directly below one, with the field in which each stands. */
export function parts_of(node: Visited): readonly (readonly [key: string, part: Visited])[] {
  const found: (readonly [string, Visited])[] = [];
  for (const key of keys_of(node)) {
    const value: unknown = Reflect.get(node, key);
    if (Array.isArray(value)) {
      for (const item of value as readonly unknown[]) if (is_object(item)) found.push([key, item]);
    } else if (is_object(value)) found.push([key, value]);
  }
  return found;
}

/** Whether the field holds what stands on lines of its own: statements and class members. */
export function is_line_holder(owner: Visited, key: string): boolean {
  if (key === "members")
    return owner.kind === "ClassDeclaration" || owner.kind === "ClassExpression";
  if (key === "statements") return true;
  return key === "body" && owner.kind === undefined;
}

/** The same node with its parts replaced; itself where none was. */
export function with_parts<N extends Visited>(node: N, replace: (part: Visited) => Visited): N {
  let made: Record<string, unknown> | null = null;
  for (const key of keys_of(node)) {
    const value: unknown = Reflect.get(node, key);
    const fresh: unknown = Array.isArray(value)
      ? replaced_items(value as readonly unknown[], replace)
      : is_object(value)
        ? replace(value)
        : value;
    if (fresh === value) continue;
    made ??= { ...node };
    made[key] = fresh;
  }
  return made === null ? node : (made as N);
}

function replaced_items(
  items: readonly unknown[],
  replace: (part: Visited) => Visited,
): readonly unknown[] {
  const fresh = items.map((item) => (is_object(item) ? replace(item) : item));
  return fresh.some((item, index) => item !== items[index]) ? fresh : items;
}

function keys_of(node: Visited): readonly string[] {
  const keys = Object.keys(node).filter((key) => !silent.has(key));
  const at_end = last.filter((key) => keys.includes(key));
  return at_end.length === 0 ? keys : [...keys.filter((key) => !last.includes(key)), ...at_end];
}

function is_object(value: unknown): value is Visited {
  return typeof value === "object" && value !== null;
}
