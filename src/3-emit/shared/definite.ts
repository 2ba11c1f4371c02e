// Whether TypeScript sees for itself that a variable has its value after a statement.
import type * as ast from "../../../grammar/ast/index.ts";
import { falls_through } from "./reachability.ts";

/** `if` and `else` that both assign the name: `let x: T;` is enough then. */
export function is_seen_assigned(statement: ast.Statement, name: string): boolean {
  if (statement.tag === "Assign") {
    return statement.targets.some((to) => to.tag === "Name" && to.id === name);
  }
  if (statement.tag !== "If" || statement.orelse.length === 0) return false;
  return assigns(statement.body, name) && assigns(statement.orelse, name);
}

function assigns(body: readonly ast.Statement[], name: string): boolean {
  return body.some((statement) => is_seen_assigned(statement, name)) || !falls_through(body, null);
}
