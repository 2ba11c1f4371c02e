// Functions that bear another name in TypeScript tell the runtime their own, where somebody may look at it.
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";

type FunctionStatement = ast.FunctionDef | ast.AsyncFunctionDef;

/**
 * A module's statements, and behind the definitions at its head `python_names({ fetch_page: fetchPage });` for all of
 * its functions.
 */
export function with_python_names(
  { body }: ast.Module,
  statements: readonly target.Statement[],
  emit: Emit,
): readonly target.Statement[] {
  const declared = new Set(
    statements.map((each) => (each.kind === "FunctionDeclaration" ? each.name : null)),
  );
  const others = body.flatMap((node) => {
    if (node.tag !== "FunctionDef" && node.tag !== "AsyncFunctionDef") return [];
    const name = emit.name(emit.facts.scopes.defined_by(node));
    return declared.has(name) && bears_other_name(node, emit)
      ? [build.property(node.name, build.identifier(name))]
      : [];
  });
  if (others.length === 0) return statements;
  const action = statements.findIndex((statement) => !is_definition(statement));
  const at = action === -1 ? statements.length : action;
  const made = build.attach(told(others, emit), { blank_before: true });
  return [...statements.slice(0, at), made, ...statements.slice(at)];
}

/** It runs no code of the program that could ask for names. */
function is_definition(statement: target.Statement): boolean {
  switch (statement.kind) {
    case "FunctionDeclaration":
    case "ClassDeclaration":
    case "Comments":
      return true;
    case "VariableDeclaration":
      return statement.declarators.every(
        ({ value }) => value === null || value.kind.endsWith("Literal"),
      );
    default:
      return false;
  }
}

/** The same for one function. */
export function named(name: string, python_name: string, emit: Emit): target.Statement {
  return told([build.property(python_name, build.identifier(name))], emit);
}

function told(names: readonly target.Property[], emit: Emit): target.Statement {
  return build.statement(build.call(emit.builtin("python_names"), [build.object([...names])]));
}

/** A function that is called only shows its name in tracebacks, which know it; a coroutine in its task, too. */
export function bears_other_name(node: FunctionStatement, emit: Emit): boolean {
  const { calls, scopes } = emit.facts;
  if (emit.name(scopes.defined_by(node)) === node.name) return false;
  return node.tag === "AsyncFunctionDef" || !calls.is_closed(node);
}
