// The calls and the statements with hidden calls that a piece of code makes itself, functions inside it left out.
import type * as ast from "../../../grammar/ast/index.ts";
import type { FunctionNode } from "../../facts/effects.ts";
import { children } from "../children.ts";

export interface OwnCode {
  readonly calls: ast.Call[];
  readonly statements: ast.Statement[];
  /** Calls that stand directly behind `await` (or `yield from`). */
  readonly awaited: Set<ast.Call>;
}

export function own_code(owner: ast.Module | FunctionNode): OwnCode {
  const found: OwnCode = { calls: [], statements: [], awaited: new Set() };
  if (owner.tag === "Lambda") visit(owner.body, found);
  else for (const node of owner.body) visit(node, found);
  return found;
}

function visit(node: ast.Node, found: OwnCode): void {
  switch (node.tag) {
    case "FunctionDef":
    case "AsyncFunctionDef": {
      const { decorator_list, args } = node as ast.FunctionDef;
      for (const part of [...decorator_list, ...args.defaults, ...args.kw_defaults]) {
        if (part !== null) visit(part, found);
      }
      return;
    }
    case "Lambda": {
      const { args } = node as ast.Lambda;
      for (const part of [...args.defaults, ...args.kw_defaults]) {
        if (part !== null) visit(part, found);
      }
      return;
    }
    case "Call":
      found.calls.push(node as ast.Call);
      break;
    case "Await":
    case "YieldFrom": {
      const { value } = node as ast.Await;
      if (value.tag === "Call") found.awaited.add(value);
      break;
    }
    case "Import":
    case "ImportFrom":
    case "With":
    case "For":
      found.statements.push(node as ast.Statement);
      break;
    default:
      break;
  }
  for (const child of children(node)) visit(child, found);
}
