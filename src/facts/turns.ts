// What modules that import each other do by turns is a function of each, called where it is imported: see 1-link/turns.
import type * as ast from "../../grammar/ast/index.ts";

const turns = new WeakSet<ast.Node>();

/** Notes that the function holds what its module does when it is imported. */
export function mark_turn(node: ast.FunctionDef): void {
  turns.add(node);
}

/** Whether the function stands for its module's top level. */
export function is_turn(node: ast.Node): boolean {
  return turns.has(node);
}

const settled = new WeakSet<ast.Node>();

/** Notes that the module's own turn is all that ever binds these names. */
export function mark_settled(node: ast.Global): void {
  settled.add(node);
}

export function is_settled(node: ast.Node): boolean {
  return settled.has(node);
}

const runs = new WeakSet<ast.Node>();

/** Notes that the import is of another module's turn. */
export function mark_run(alias: ast.Alias): void {
  runs.add(alias);
}

export function is_run(alias: ast.Node): boolean {
  return runs.has(alias);
}
