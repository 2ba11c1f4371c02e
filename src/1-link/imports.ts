// The import statements of a module, and whether the program expects them to fail.
import type * as ast from "../../grammar/ast/index.ts";

export interface ImportStatement {
  readonly node: ast.Import | ast.ImportFrom;
  /** Inside `try … except ImportError` or `if TYPE_CHECKING`. */
  readonly is_guarded: boolean;
}

export function imports_of(module: ast.Module): ImportStatement[] {
  const found: ImportStatement[] = [];
  collect(module.body, false, found);
  return found;
}

function collect(
  body: readonly ast.Statement[],
  is_guarded: boolean,
  found: ImportStatement[],
): void {
  for (const node of body) {
    switch (node.tag) {
      case "Import":
      case "ImportFrom":
        found.push({ node, is_guarded });
        break;
      case "If":
        collect(node.body, is_guarded || is_type_checking(node.test), found);
        collect(node.orelse, is_guarded, found);
        break;
      case "Try":
      case "TryStar":
        collect(node.body, is_guarded || node.handlers.some(catches_import_error), found);
        for (const handler of node.handlers) collect(handler.body, is_guarded, found);
        collect([...node.orelse, ...node.finalbody], is_guarded, found);
        break;
      case "For":
      case "AsyncFor":
      case "While":
        collect([...node.body, ...node.orelse], is_guarded, found);
        break;
      case "With":
      case "AsyncWith":
      case "FunctionDef":
      case "AsyncFunctionDef":
      case "ClassDef":
        collect(node.body, is_guarded, found);
        break;
      case "Match":
        for (const { body: inner } of node.cases) collect(inner, is_guarded, found);
        break;
      default:
        break;
    }
  }
}

function is_type_checking(test: ast.Expression): boolean {
  if (test.tag === "Name") return test.id === "TYPE_CHECKING";
  return test.tag === "Attribute" && test.attr === "TYPE_CHECKING";
}

const CATCHING = new Set(["ImportError", "ModuleNotFoundError", "Exception", "BaseException"]);

function catches_import_error(handler: ast.ExceptHandler): boolean {
  if (handler.type === null) return true;
  const types = handler.type.tag === "Tuple" ? handler.type.elts : [handler.type];
  return types.some((type) => type.tag === "Name" && CATCHING.has(type.id));
}
