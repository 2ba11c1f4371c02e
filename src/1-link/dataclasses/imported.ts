// Which expressions mean names of the module dataclasses.
import { walk } from "../../../grammar/ast/walk.ts";
import type * as ast from "../../../grammar/ast/index.ts";

/** `dataclass` → "dataclass", `dc.field` → "field": as the module imports them. */
export type Imported = ReadonlyMap<string, string>;

const NAMES = ["dataclass", "field", "KW_ONLY", "InitVar"];

export function imported_names(module: ast.Module): Imported {
  const found = new Map<string, string>();
  for (const node of walk(module)) {
    if (node.tag === "ImportFrom") {
      const statement = node as ast.ImportFrom;
      if (statement.module !== "dataclasses" || statement.level > 0) continue;
      for (const { name, asname } of statement.names) {
        if (name === "*") for (const each of NAMES) found.set(each, each);
        else found.set(asname ?? name, name);
      }
    }
    if (node.tag === "Import") {
      for (const { name, asname } of (node as ast.Import).names)
        if (name === "dataclasses")
          for (const each of NAMES) found.set(`${asname ?? name}.${each}`, each);
    }
  }
  return found;
}

/** The name of dataclasses that an expression (or the callee of a call) means; `null` for anything else. */
export function meaning_of(node: ast.Expression, imported: Imported): string | null {
  if (node.tag === "Call") return meaning_of(node.func, imported);
  const name = dotted(node);
  return name === null ? null : (imported.get(name) ?? null);
}

/** `a.b`, `a.b.c`. */
export function dotted(node: ast.Expression): string | null {
  if (node.tag === "Name") return node.id;
  if (node.tag !== "Attribute") return null;
  const object = dotted(node.value);
  return object === null ? null : `${object}.${node.attr}`;
}
