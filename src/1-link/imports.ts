// The import statements of a module, and whether the program expects them to fail.
import type * as ast from "../../grammar/ast/index.ts";

export interface ImportStatement {
  readonly node: ast.Import | ast.ImportFrom;
  /** Inside `try … except ImportError` or `if TYPE_CHECKING`. */
  readonly is_guarded: boolean;
  /** Inside `if TYPE_CHECKING`: never runs. */
  readonly is_typing: boolean;
}

interface Place {
  readonly is_guarded: boolean;
  readonly is_typing: boolean;
}

export function imports_of(module: ast.Module): ImportStatement[] {
  const found: ImportStatement[] = [];
  collect(module.body, { is_guarded: false, is_typing: false }, found);
  return found;
}

function collect(body: readonly ast.Statement[], place: Place, found: ImportStatement[]): void {
  for (const node of body) {
    switch (node.tag) {
      case "Import":
      case "ImportFrom":
        found.push({ node, ...place });
        break;
      case "If":
        collect(node.body, is_type_checking(node.test) ? never : place, found);
        collect(node.orelse, place, found);
        break;
      case "Try":
      case "TryStar":
        collect(
          node.body,
          node.handlers.some(catches_import_error) ? { ...place, is_guarded: true } : place,
          found,
        );
        for (const handler of node.handlers) collect(handler.body, place, found);
        collect([...node.orelse, ...node.finalbody], place, found);
        break;
      case "For":
      case "AsyncFor":
      case "While":
        collect([...node.body, ...node.orelse], place, found);
        break;
      case "With":
      case "AsyncWith":
      case "FunctionDef":
      case "AsyncFunctionDef":
      case "ClassDef":
        collect(node.body, place, found);
        break;
      case "Match":
        for (const { body: inner } of node.cases) collect(inner, place, found);
        break;
      default:
        break;
    }
  }
}

const never: Place = { is_guarded: true, is_typing: true };

export function is_type_checking(test: ast.Expression): boolean {
  if (test.tag === "Name") return test.id === "TYPE_CHECKING";
  return test.tag === "Attribute" && test.attr === "TYPE_CHECKING";
}

const CATCHING = new Set(["ImportError", "ModuleNotFoundError", "Exception", "BaseException"]);

function catches_import_error(handler: ast.ExceptHandler): boolean {
  if (handler.type === null) return true;
  const types = handler.type.tag === "Tuple" ? handler.type.elts : [handler.type];
  return types.some((type) => type.tag === "Name" && CATCHING.has(type.id));
}
