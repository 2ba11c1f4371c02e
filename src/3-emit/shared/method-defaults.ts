// Defaults of methods: evaluated once, before the class, or in their place in its body where that can be told.
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import { decorators_of } from "./decorators.ts";
import { kept_default, kept_defaults, type KeptDefault } from "./defaults.ts";
import { is_total } from "./purity.ts";
import type { StatementEmit } from "./statement-emit.ts";
import { is_deferred, some_node } from "./walk.ts";

type MethodStatement = ast.FunctionDef | ast.AsyncFunctionDef;

/** `const m_items: number[] = [];` before the class, `let m_size: number;` for what its body evaluates. */
export function kept_of_methods(
  owner: ast.ClassDef,
  emit: StatementEmit,
): readonly target.Statement[] {
  return owner.body.flatMap((statement) => {
    if (statement.tag === "ClassDef") return kept_of_methods(statement, emit);
    if (!is_function(statement)) return [];
    return kept_defaults(statement, emit).map((each) =>
      is_of_body(each, statement, owner, emit)
        ? build.let_(each.name, null, emit.type(emit.facts.types.of(each.value)))
        : kept_default(each, emit),
    );
  });
}

/** `m_size = Base.SIZE;`: to stand in a static block of the class. `emit` is the emitter inside of it. */
export function defaults_in_body(
  node: MethodStatement,
  owner: ast.ClassDef,
  emit: StatementEmit,
): readonly target.Statement[] {
  return kept_defaults(node, emit)
    .filter((each) => is_of_body(each, node, owner, emit))
    .map(({ name, value }) =>
      build.statement(build.assign(build.identifier(name), emit.expression(value))),
    );
}

function is_of_body(
  { value }: KeptDefault,
  node: MethodStatement,
  owner: ast.ClassDef,
  emit: StatementEmit,
): boolean {
  if (names_class_attribute(value, owner, emit)) return true;
  return !is_total(value, emit) && acts_before(node, owner, emit);
}

function names_class_attribute(
  value: ast.Expression,
  owner: ast.ClassDef,
  emit: StatementEmit,
): boolean {
  return some_node(value, (each) => {
    if (each.tag !== "Name") return false;
    const resolution = emit.facts.scopes.resolve(each as ast.Name);
    return resolution.kind === "binding" && resolution.binding.scope.node === owner;
  });
}

/** Whether something that can be told runs between the start of the class and the defaults of the method. */
function acts_before(node: MethodStatement, owner: ast.ClassDef, emit: StatementEmit): boolean {
  const acts = (each: ast.Expression): boolean =>
    some_node(
      each,
      ({ tag }) => tag === "Call" || tag === "Await",
      (inner) => !is_deferred(inner),
    );
  if (decorators_of(owner, emit).some(acts) || decorators_of(node, emit).some(acts)) return true;
  if (owner.bases.some(acts)) return true;
  const before = owner.body.slice(0, owner.body.indexOf(node));
  return before.some((statement) => {
    switch (statement.tag) {
      case "Pass":
        return false;
      case "FunctionDef":
      case "AsyncFunctionDef":
        return decorators_of(statement, emit).some(acts);
      case "Expr":
        return !is_total(statement.value, emit);
      case "Assign":
        return !is_total(statement.value, emit);
      case "AnnAssign":
        return statement.value !== null && !is_total(statement.value, emit);
      default:
        return true;
    }
  });
}

function is_function(statement: ast.Statement): statement is MethodStatement {
  return statement.tag === "FunctionDef" || statement.tag === "AsyncFunctionDef";
}
