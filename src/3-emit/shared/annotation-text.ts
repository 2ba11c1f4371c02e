// Annotations as text: what `from __future__ import annotations` makes of them.
import type * as ast from "../../../grammar/ast/index.ts";

/** Whether the module asks for it. */
export function keeps_annotation_text(module: ast.Node): boolean {
  const { body } = module as ast.Module;
  return body.some(
    (each) =>
      each.tag === "ImportFrom" &&
      each.module === "__future__" &&
      each.names.some(({ name }) => name === "annotations"),
  );
}

/** As `ast.unparse` writes it. */
export function annotation_text(node: ast.Expression): string {
  switch (node.tag) {
    case "Name":
      return node.id;
    case "Attribute":
      return `${annotation_text(node.value)}.${node.attr}`;
    case "Subscript":
      return `${annotation_text(node.value)}[${items(node.slice)}]`;
    case "BinOp":
      return `${annotation_text(node.left)} | ${annotation_text(node.right)}`;
    case "List":
      return `[${node.elts.map(annotation_text).join(", ")}]`;
    case "Tuple":
      return `(${items(node)})`;
    case "Constant":
      return constant_text(node);
    default:
      return "...";
  }
}

function items(node: ast.Expression): string {
  return node.tag === "Tuple" ? node.elts.map(annotation_text).join(", ") : annotation_text(node);
}

function constant_text({ value }: ast.Constant): string {
  switch (value.type) {
    case "str":
      return `'${value.value}'`;
    case "None":
      return "None";
    case "Ellipsis":
      return "...";
    case "bool":
      return value.value ? "True" : "False";
    default:
      return "value" in value ? String(value.value) : "...";
  }
}
