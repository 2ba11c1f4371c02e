// The docstring that a dataclass without one gets: its signature.
import type * as ast from "../../../grammar/ast/index.ts";
import { dataclass_of, type DataclassField } from "../../facts/dataclasses.ts";
import type { Facts } from "../../facts/facts.ts";
import { annotation_text } from "./annotation-text.ts";

/** `Point(x: int, y: int = 0)`; `null` for other classes, and where a default's repr is not known beforehand. */
export function dataclass_doc(node: ast.ClassDef, facts: Facts): string | null {
  const fields = all_fields(node, facts);
  if (fields === null) return null;
  const given = [...fields.values()].filter(({ init }) => init);
  const positional = given.filter(({ kw_only }) => !kw_only).map(parameter);
  const named = given.filter(({ kw_only }) => kw_only).map(parameter);
  const all = [...positional, ...(named.length > 0 ? ["*"] : []), ...named];
  return all.includes(null) ? null : `${node.name}(${all.join(", ")})`;
}

function all_fields(node: ast.ClassDef, facts: Facts): Map<string, DataclassField> | null {
  const own = dataclass_of(node);
  if (own === null) return null;
  const found = new Map<string, DataclassField>();
  for (const base of facts.classes.info(node).bases) {
    const above = base.type === "class" ? all_fields(base.node, facts) : null;
    for (const [name, field] of above ?? []) found.set(name, field);
  }
  for (const field of own.fields) found.set(field.name, field);
  return found;
}

function parameter({ name, annotation, default: made, is_fresh }: DataclassField): string | null {
  const head = `${name}: ${annotation_text(annotation)}`;
  if (made === null) return head;
  if (is_fresh) return `${head} = <factory>`;
  return made.tag === "Constant" ? `${head} = ${annotation_text(made)}` : null;
}
