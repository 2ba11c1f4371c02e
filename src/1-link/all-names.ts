// __all__: the names that a module says it gives to `from m import *`.
import type * as ast from "../../grammar/ast/index.ts";

/**
 * The names in the order in which `__all__` lists them; `null` for a module without it. `"computed"` where only
 * running the module would tell.
 */
export function all_names(module: ast.Module): readonly string[] | null | "computed" {
  let names: string[] | null = null;
  for (const statement of module.body) {
    const change = change_of(statement);
    if (change === null) continue;
    const added = change.names;
    if (added === null) return "computed";
    names = change.replaces ? added : [...(names ?? []), ...added];
  }
  return names;
}

interface Change {
  readonly replaces: boolean;
  readonly names: string[] | null;
}

function change_of(node: ast.Statement): Change | null {
  switch (node.tag) {
    case "Assign":
      return node.targets.some(is_all) ? { replaces: true, names: texts(node.value) } : null;
    case "AnnAssign":
      if (!is_all(node.target) || node.value === null) return null;
      return { replaces: true, names: texts(node.value) };
    case "AugAssign":
      return is_all(node.target) ? { replaces: false, names: texts(node.value) } : null;
    case "Expr":
      return change_by_call(node.value);
    default:
      return null;
  }
}

/** `__all__.append(name)`, `__all__.extend(names)`. */
function change_by_call(node: ast.Expression): Change | null {
  if (node.tag !== "Call" || node.func.tag !== "Attribute" || !is_all(node.func.value)) return null;
  const [argument] = node.args;
  if (argument === undefined) return { replaces: false, names: null };
  if (node.func.attr === "append") return { replaces: false, names: one_text(argument) };
  return { replaces: false, names: node.func.attr === "extend" ? texts(argument) : null };
}

function texts(node: ast.Expression): string[] | null {
  if (node.tag === "BinOp" && node.op === "Add") {
    const [left, right] = [texts(node.left), texts(node.right)];
    return left === null || right === null ? null : [...left, ...right];
  }
  if (node.tag !== "List" && node.tag !== "Tuple") return null;
  const found: string[] = [];
  for (const element of node.elts) {
    const text = one_text(element);
    if (text === null) return null;
    found.push(...text);
  }
  return found;
}

function one_text(node: ast.Expression): string[] | null {
  return node.tag === "Constant" && node.value.type === "str" ? [node.value.value] : null;
}

function is_all(node: ast.Expression): boolean {
  return node.tag === "Name" && node.id === "__all__";
}
