// Code that asks for the exception being handled where its own text has no handler around it: a caller's is meant.
import type * as ast from "../../../grammar/ast/index.ts";
import { tagged } from "../../../grammar/ast/tagged.ts";
import { children } from "../children.ts";

/** A bare `raise`, `sys.exception()`, `log.exception(…)` or `exc_info=True` outside of all `except` clauses. */
export function asks_outside(module: ast.Module): boolean {
  const is_asked =
    tagged(module, "Raise").some(({ exc }) => exc === null) || tagged(module, "Call").some(asks);
  return is_asked && asks_below(module);
}

/** The same of a part. */
function asks_below(node: ast.Node): boolean {
  if (node.tag === "Raise") return (node as ast.Raise).exc === null;
  if (node.tag === "Call" && asks(node as ast.Call)) return true;
  return children(node).some((child) =>
    child.tag === "ExceptHandler" ? asks_in_handler(child) : asks_below(child),
  );
}

/** Functions inside a handler run when somebody calls them. */
function asks_in_handler(node: ast.Node): boolean {
  return children(node).some((child) => (is_function(child) ? asks_below : asks_in_handler)(child));
}

function is_function({ tag }: ast.Node): boolean {
  return tag === "FunctionDef" || tag === "AsyncFunctionDef" || tag === "Lambda";
}

function asks({ func, keywords }: ast.Call): boolean {
  if (func.tag === "Attribute" && func.attr === "exception") return true;
  return keywords.some(
    ({ arg, value }) =>
      arg === "exc_info" &&
      !(value.tag === "Constant" && value.value.type === "bool" && !value.value.value),
  );
}
