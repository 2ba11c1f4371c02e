// Programs with process pools: a worker imports the module for its functions and must not run its script again; what
// comes back from it needs the module's classes.
import type * as ast from "../../grammar/ast/index.ts";
import * as build from "../target/build.ts";
import type * as target from "../target/nodes.ts";
import type { StatementEmit } from "./shared/statement-emit.ts";

/**
 * The statements of a module, those that do something wrapped in `if (is_main(import.meta)) { … }`; behind its last
 * class `set_main_namespace({ A, B })`.
 */
export function guarded(
  body: readonly ast.Statement[],
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
  const classes = emit.module_name === "__main__" ? classes_of(body, statements, emit) : [];
  const last_class = classes.at(-1)?.statement;
  for (const statement of statements) {
    if (is_action(statement, emit)) {
      run.push(statement);
    } else {
      close();
      found.push(statement);
    }
    if (statement === last_class) found.push(...named(classes, emit));
  }
  close();
  return found;
}

interface NamedClass {
  readonly python_name: string;
  readonly name: string;
  readonly statement: target.Statement;
}

/** The classes of a module's top level, in order. */
function classes_of(
  body: readonly ast.Statement[],
  statements: readonly target.Statement[],
  emit: StatementEmit,
): readonly NamedClass[] {
  const names = new Map<string, string>();
  for (const node of body) {
    if (node.tag === "ClassDef")
      names.set(emit.name(emit.facts.scopes.defined_by(node)), node.name);
  }
  return statements.flatMap((statement) => {
    const name = defined_name(statement);
    const python_name = name === null ? undefined : names.get(name);
    if (name === null || python_name === undefined) return [];
    return [{ python_name, name, statement }];
  });
}

function defined_name(statement: target.Statement): string | null {
  if (statement.kind === "ClassDeclaration") return statement.name;
  if (statement.kind !== "VariableDeclaration") return null;
  const [first] = statement.declarators;
  return first?.target.kind === "Identifier" && first.value !== null ? first.target.name : null;
}

/** Without it the pool could not tell which classes the results of its workers are of. */
function named(classes: readonly NamedClass[], emit: StatementEmit): readonly target.Statement[] {
  const properties = new Map(
    classes.map(({ python_name, name }) => [
      python_name,
      build.property(python_name, build.identifier(name)),
    ]),
  );
  const call = build.call(emit.runtime("concurrent.futures", "set_main_namespace"), [
    build.object([...properties.values()]),
  ]);
  return [build.attach(build.statement(call), { blank_before: true })];
}

function is_action(statement: target.Statement, emit: StatementEmit): boolean {
  switch (statement.kind) {
    case "ExpressionStatement":
      return statement.expression.kind !== "Assignment" && !is_mark(statement.expression, emit);
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

/** `signature(f, …)` and `blocking(f)` belong to the function above them. */
function is_mark(expression: target.Expression, emit: StatementEmit): boolean {
  return (
    expression.kind === "Call" &&
    expression.callee.kind === "Identifier" &&
    [emit.builtin("signature").name, emit.builtin("blocking").name].includes(expression.callee.name)
  );
}
