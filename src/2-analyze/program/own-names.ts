// Names that only look like ones that we know: `dataclass`, `wraps` may be the program's own.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Scopes } from "../../facts/scopes.ts";

/** Is what a decorator names defined in the program (or not to be made out), rather than imported? */
export function is_defined_here(node: ast.Expression, scopes: Scopes): boolean {
  if (node.tag === "Call") return is_defined_here(node.func, scopes);
  if (node.tag === "Attribute") return is_defined_here(node.value, scopes);
  if (node.tag !== "Name") return true;
  const resolution = scopes.resolve(node);
  if (resolution.kind !== "binding") return false;
  return resolution.binding.imported === null || resolution.binding.imported.origin === "user";
}
