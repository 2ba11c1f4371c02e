// What a call of a function makes, as its text says: `async def`, `yield`.
import type * as ast from "../../../grammar/ast/index.ts";
import type { FunctionNode } from "../../facts/effects.ts";
import { children } from "../children.ts";
import type { FunctionKind } from "./records.ts";

export function function_kind(node: FunctionNode): FunctionKind {
  const body: readonly ast.Node[] = node.tag === "Lambda" ? [node.body] : node.body;
  const has_yield = body.some(yields);
  if (node.tag === "AsyncFunctionDef") return has_yield ? "async_generator" : "coroutine";
  if (node.tag === "FunctionDef" && node.decorator_list.some(makes_coroutine)) return "coroutine";
  return has_yield ? "generator" : "plain";
}

/** `@asyncio.coroutine`, `@types.coroutine`. */
function makes_coroutine(node: ast.Expression): boolean {
  if (node.tag === "Name") return node.id === "coroutine";
  return node.tag === "Attribute" && node.attr === "coroutine";
}

/** Is there a `yield` of the function itself? Those of functions inside are theirs. */
function yields(node: ast.Node): boolean {
  if (node.tag === "Yield" || node.tag === "YieldFrom") return true;
  if (node.tag === "Lambda") return false;
  if (node.tag === "FunctionDef" || node.tag === "AsyncFunctionDef") return false;
  return node.tag !== "ClassDef" && children(node).some(yields);
}
