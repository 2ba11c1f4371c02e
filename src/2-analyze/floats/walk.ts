// The text of a module with the way back: which node stands in which.
import type * as ast from "../../../grammar/ast/index.ts";
import { children } from "../children.ts";

export interface Walk {
  readonly nodes: readonly ast.Node[];
  parent(node: ast.Node): ast.Node | null;
}

export function walk(module: ast.Module): Walk {
  const parents = new Map<ast.Node, ast.Node>();
  const nodes: ast.Node[] = [module];
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at];
    if (node === undefined) break;
    for (const child of children(node)) {
      parents.set(child, node);
      nodes.push(child);
    }
  }
  return { nodes, parent: (node) => parents.get(node) ?? null };
}
