// The raise statements, calls and subscripts of a function, each with the try statements around it.
import type * as ast from "../../../grammar/ast/index.ts";
import type { FunctionNode } from "../../facts/effects.ts";
import { children } from "../children.ts";

export type Owner = ast.Module | FunctionNode;

/** Innermost first. What runs later, elsewhere or while something is handled ends the list with `unknown`. */
export type Guards = readonly (ast.Try | "unknown")[];

export interface Found {
  readonly node: ast.Raise | ast.Call | ast.Subscript;
  readonly guards: Guards;
  readonly is_in_loop: boolean;
}

/** All of them in the owner's own code; functions inside of it have theirs. */
export function guarded_nodes(owner: Owner): readonly Found[] {
  const found: Found[] = [];
  const around: Around = { guards: [], is_in_loop: false };
  if (owner.tag === "Lambda") visit(owner.body, unknown(around), found);
  else visit_all(owner.body, around, found);
  return found;
}

type Around = Omit<Found, "node">;

function unknown({ is_in_loop }: Around): Around {
  return { guards: ["unknown"], is_in_loop };
}

function visit_all(nodes: readonly (ast.Node | null)[], around: Around, found: Found[]): void {
  for (const node of nodes) if (node !== null) visit(node, around, found);
}

function visit(node: ast.Node, around: Around, found: Found[]): void {
  switch (node.tag) {
    case "FunctionDef":
    case "AsyncFunctionDef": {
      const { decorator_list, args } = node as ast.FunctionDef;
      return visit_all(
        [...decorator_list, ...args.defaults, ...args.kw_defaults],
        unknown(around),
        found,
      );
    }
    case "Lambda": {
      const { args } = node as ast.Lambda;
      return visit_all([...args.defaults, ...args.kw_defaults], unknown(around), found);
    }
    case "Try": {
      const attempt = node as ast.Try;
      visit_all(attempt.body, { ...around, guards: [attempt, ...around.guards] }, found);
      // What they raise has another exception behind it.
      visit_all(attempt.handlers, unknown(around), found);
      visit_all(attempt.finalbody, unknown(around), found);
      return visit_all(attempt.orelse, around, found);
    }
    case "GeneratorExp":
      return visit_all(children(node), { guards: ["unknown"], is_in_loop: true }, found);
    case "ClassDef":
    case "With":
    case "AsyncWith":
    case "AsyncFor":
    case "TryStar":
      return visit_all(children(node), unknown(around), found);
    case "Raise":
    case "Call":
    case "Subscript":
      found.push({ node: node as Found["node"], ...around });
      break;
    case "For":
    case "While":
    case "ListComp":
    case "SetComp":
    case "DictComp":
      return visit_all(children(node), { ...around, is_in_loop: true }, found);
  }
  visit_all(children(node), around, found);
}
