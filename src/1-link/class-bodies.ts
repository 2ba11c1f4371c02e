// The suites of classes, wherever they stand, with something written in another way.
import type * as ast from "../../grammar/ast/index.ts";
import { moved } from "./moved-trivia.ts";

export interface Tree {
  readonly module: ast.Module;
  readonly trivia: ast.Trivia;
}

export type Suite = readonly ast.Statement[];

/** What stands for a class's suite; the very suite where nothing changes. Notes in `replaced` which node stands for which. */
export type Rewrite = (body: Suite, replaced: Map<ast.Node, ast.Node>) => Suite;

/** The tree with the suites of its classes rewritten, inner ones first; the very tree where nothing changes. */
export function with_class_bodies<T extends Tree>(tree: T, rewrite: Rewrite): T {
  const replaced = new Map<ast.Node, ast.Node>();
  const body = in_suite(tree.module.body, rewrite, replaced);
  if (body === tree.module.body) return tree;
  const module = { ...tree.module, body };
  replaced.set(tree.module, module);
  return { ...tree, module, trivia: moved(tree.trivia, replaced) };
}

function in_suite(suite: Suite, rewrite: Rewrite, replaced: Map<ast.Node, ast.Node>): Suite {
  const made = suite.map((each) => in_statement(each, rewrite, replaced));
  return made.every((each, index) => each === suite[index]) ? suite : made;
}

function in_statement(
  node: ast.Statement,
  rewrite: Rewrite,
  replaced: Map<ast.Node, ast.Node>,
): ast.Statement {
  if (node.tag !== "ClassDef" && node.tag !== "FunctionDef" && node.tag !== "AsyncFunctionDef")
    return node;
  const inner = in_suite(node.body, rewrite, replaced);
  const body = node.tag === "ClassDef" ? rewrite(inner, replaced) : inner;
  if (body === node.body) return node;
  const copy = { ...node, body };
  replaced.set(node, copy);
  return copy;
}
