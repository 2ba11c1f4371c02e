// Which `with` statements may swallow an exception, seen from the text alone (before any types are known).
import type * as ast from "../../../grammar/ast/index.ts";
import { tagged } from "../../../grammar/ast/tagged.ts";
import { children } from "../children.ts";

type With = ast.With | ast.AsyncWith;

/**
 * Managers of the standard library that swallow exceptions are known by name; those of the program
 * by their `__exit__` returning something, or by a `contextmanager` that catches around its `yield`.
 * If the program has such a manager, every manager that is not plainly another one may be it.
 */
export function find_suppression(modules: readonly ast.Module[]): (node: With) => boolean {
  const program_suppresses = modules.some(has_suppressing_definition);
  return (node) =>
    node.items.some(({ context_expr }) => {
      const name = last_name(context_expr);
      return (name !== null && SUPPRESSING.has(name)) || program_suppresses;
    });
}

const SUPPRESSING = new Set([
  "suppress",
  "ExitStack",
  "AsyncExitStack",
  "raises",
  "assertRaises",
  "assertRaisesRegex",
  "subTest",
]);

function has_suppressing_definition(module: ast.Module): boolean {
  return (
    tagged(module, "ClassDef").some(({ body }) => body.some(exit_returns)) ||
    tagged(module, "FunctionDef").some(is_suppressing) ||
    tagged(module, "AsyncFunctionDef").some(is_suppressing)
  );
}

function is_suppressing({ decorator_list, body }: ast.FunctionDef | ast.AsyncFunctionDef): boolean {
  const is_manager = decorator_list.some((decorator) =>
    (last_name(decorator) ?? "").endsWith("contextmanager"),
  );
  return is_manager && body.some((statement) => contains(statement, catches_at_yield));
}

function exit_returns(node: ast.Statement): boolean {
  if (node.tag !== "FunctionDef" && node.tag !== "AsyncFunctionDef") return false;
  if (node.name !== "__exit__" && node.name !== "__aexit__") return false;
  return node.body.some((statement) => contains(statement, returns_something));
}

function returns_something(node: ast.Node): boolean {
  if (node.tag !== "Return") return false;
  const { value } = node as ast.Return;
  if (value === null) return false;
  if (value.tag !== "Constant") return true;
  return value.value.type !== "None" && !(value.value.type === "bool" && !value.value.value);
}

function catches_at_yield(node: ast.Node): boolean {
  if (node.tag !== "Try" && node.tag !== "TryStar") return false;
  const statement = node as ast.Try;
  const has_yield = statement.body.some((inner) => contains(inner, ({ tag }) => tag === "Yield"));
  return has_yield && statement.handlers.some(({ body }) => body.at(-1)?.tag !== "Raise");
}

function contains(node: ast.Node, test: (node: ast.Node) => boolean): boolean {
  return test(node) || children(node).some((child) => contains(child, test));
}

function last_name(node: ast.Expression): string | null {
  if (node.tag === "Call") return last_name(node.func);
  if (node.tag === "Attribute") return node.attr;
  return node.tag === "Name" ? node.id : null;
}
