// Which expressions mean names of the module dataclasses.
import type * as ast from "../../../grammar/ast/index.ts";

/** `dataclass` → "dataclass", `dc.field` → "field": as the module's head imports them. */
export type Imported = ReadonlyMap<string, string>;

const NAMES = ["dataclass", "field", "KW_ONLY", "InitVar"];

export function imported_names(module: ast.Module): Imported {
  const found = new Map<string, string>();
  for (const statement of module.body) {
    if (statement.tag === "ImportFrom" && statement.module === "dataclasses")
      for (const { name, asname } of statement.names) found.set(asname ?? name, name);
    if (statement.tag === "Import")
      for (const { name, asname } of statement.names)
        if (name === "dataclasses")
          for (const each of NAMES) found.set(`${asname ?? name}.${each}`, each);
  }
  return found;
}

/** The name of dataclasses that an expression (or the callee of a call) means; `null` for anything else. */
export function meaning_of(node: ast.Expression, imported: Imported): string | null {
  if (node.tag === "Call") return meaning_of(node.func, imported);
  const name = dotted(node);
  return name === null ? null : (imported.get(name) ?? null);
}

/** `a.b`. */
export function dotted(node: ast.Expression): string | null {
  if (node.tag === "Name") return node.id;
  if (node.tag === "Attribute" && node.value.tag === "Name") return `${node.value.id}.${node.attr}`;
  return null;
}
