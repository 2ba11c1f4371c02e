// Programs with process pools: a worker imports the module for its functions and must not run its script again.
import type * as ast from "../../grammar/ast/index.ts";
import * as build from "../target/build.ts";
import type * as target from "../target/nodes.ts";
import type { StatementEmit } from "./shared/statement-emit.ts";

/** The statements of a module, those that do something wrapped in `if (is_main(import.meta)) { … }`. */
export function guarded(
  _body: readonly ast.Statement[],
  statements: readonly target.Statement[],
  emit: StatementEmit,
): readonly target.Statement[] {
  const found: target.Statement[] = [];
  let run: target.Statement[] = [];
  const close = (): void => {
    const [first] = run;
    if (first === undefined) return;
    const test = build.call(emit.builtin("is_main"), [build.import_meta()]);
    const { blank_before, ...rest } = first;
    const block = build.block([rest, ...run.slice(1)]);
    found.push(build.attach(build.if_(test, block), blank_before === true ? { blank_before } : {}));
    run = [];
  };
  for (const statement of statements) {
    if (is_action(statement)) {
      run.push(statement);
    } else {
      close();
      found.push(statement);
    }
  }
  close();
  return found;
}

function is_action(statement: target.Statement): boolean {
  switch (statement.kind) {
    case "ExpressionStatement":
      return statement.expression.kind !== "Assignment" && !is_registration(statement.expression);
    case "For":
    case "ForOf":
    case "While":
    case "Try":
    case "Labeled":
      return true;
    default:
      return false;
  }
}

/** `signature(f, …)` belongs to the function above it. */
function is_registration(expression: target.Expression): boolean {
  return (
    expression.kind === "Call" &&
    expression.callee.kind === "Identifier" &&
    expression.callee.name === "signature"
  );
}
