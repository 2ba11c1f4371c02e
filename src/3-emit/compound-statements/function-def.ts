// def f(x): … → function f(x) { … };   @d def f → const f = d(function f() { … });
import type * as ast from "../../../grammar/ast/index.ts";
import type { Binding } from "../../facts/scopes.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import { docstring } from "../comments.ts";
import { gets_attributes } from "../shared/attribute-stores.ts";
import type { Keyword } from "../shared/declarations.ts";
import { decorated, decorators_of, evaluated_first } from "../shared/decorators.ts";
import { kept_default, kept_defaults } from "../shared/defaults.ts";
import { marked, marks } from "../shared/marks.ts";
import { is_total } from "../shared/purity.ts";
import type { StatementEmit } from "../shared/statement-emit.ts";
import { bears_other_name, named } from "../shared/python-names.ts";
import { safe_name } from "../spelling.ts";
import { store_name } from "../shared/store-name.ts";
import { some_node } from "../shared/walk.ts";

type FunctionStatement = ast.FunctionDef | ast.AsyncFunctionDef;

export function function_def(
  node: FunctionStatement,
  emit: StatementEmit,
): readonly target.Statement[] {
  const binding = emit.facts.scopes.defined_by(node);
  const keyword = emit.declarations.declares(node);
  const name = emit.name(binding);
  const decorators = decorators_of(node, emit);
  const kept = kept_defaults(node, emit);
  const is_followed = kept.some(({ value }) => !is_total(value, emit));
  const { callees, evaluated } = is_followed
    ? evaluated_first(decorators, is_followed, emit)
    : { callees: undefined, evaluated: [] };
  const before = [...evaluated, ...kept.map((each) => kept_default(each, emit))];
  const { body, ...parts } = emit.function_parts(node);
  const doc = documentation(node);
  const is_assigned = is_assigned_later(binding, keyword, emit);
  if (keyword !== null && decorators.length === 0 && !is_assigned) {
    const is_public = emit.surroundings.is_top_level;
    const made = build.function_declaration(name, parts, body, { export: is_public });
    const said = [...marks(build.identifier(name), node, emit)];
    if (!is_public && bears_other_name(node, emit)) said.unshift(named(name, node.name, emit));
    return [...before, build.attach(build.from(node, made), doc), ...said];
  }
  const is_shared =
    is_recursive(node, emit) && (decorators.length > 0 || is_assigned || keyword === null);
  const own_name = is_shared || safe_name(node.name) !== node.name ? null : node.name;
  const nameless = build.function_expression(own_name, parts, body);
  const marked_ = marked(nameless, node, emit);
  const is_bare = marked_ === nameless && decorators.length === 0 && name === node.name;
  // What is assigned to a variable as it is has the variable's name.
  const value =
    own_name !== null || is_bare ? marked_ : marked(with_name(nameless, node.name), node, emit);
  const statement = store_name(binding, decorated(value, decorators, emit, callees), keyword, emit);
  const typed = typed_apart(
    statement,
    binding,
    { keyword, is_decorated: decorators.length > 0 },
    emit,
  );
  return [...before, build.attach(build.from(node, exported(typed, keyword, emit)), doc)];
}

/** `let f: any = function …`: what TypeScript would take for the type of the variable is too narrow for what the program does with it. */
function typed_apart(
  statement: target.Statement,
  binding: Binding,
  { keyword, is_decorated }: { readonly keyword: Keyword | null; readonly is_decorated: boolean },
  emit: StatementEmit,
): target.Statement {
  if (statement.kind !== "VariableDeclaration") return statement;
  if (is_decorated)
    return gets_attributes(binding, emit)
      ? with_type(statement, emit.type({ type: "unknown" }))
      : statement;
  if (is_patched(binding, emit) || (keyword !== "let" && !binding.is_deleted)) return statement;
  const typed = with_type(statement, emit.type(emit.facts.types.of_binding(binding)));
  return { ...typed, keyword: "let" };
}

/** TypeScript lets nobody assign to a function's name: then it is a variable. */
function is_assigned_later(
  binding: Binding,
  keyword: Keyword | null,
  emit: StatementEmit,
): boolean {
  return keyword === "let" || binding.is_deleted || is_patched(binding, emit);
}

function is_patched({ name }: Binding, { surroundings, facts }: StatementEmit): boolean {
  return surroundings.is_top_level && facts.effects.patched_names.has(name);
}

function with_type(
  statement: target.VariableDeclaration,
  type: target.Type,
): target.VariableDeclaration {
  return { ...statement, declarators: statement.declarators.map((each) => ({ ...each, type })) };
}

function documentation(node: FunctionStatement): target.Attached {
  const doc = docstring(node.body);
  return doc === null ? {} : { doc };
}

/** A function that calls itself by its name must reach what the name means by then: it has none of its own. */
function with_name(made: target.Expression, name: string): target.Expression {
  const names = build.object([build.property("__name__", build.string(name))]);
  return build.method_call(build.identifier("Object"), "assign", [made, names]);
}

function is_recursive(node: FunctionStatement, emit: StatementEmit): boolean {
  const names: ReadonlySet<ast.Node> = new Set(emit.facts.scopes.defined_by(node).references);
  return node.body.some((statement) => some_node(statement, (each) => names.has(each)));
}

/** Functions of a module are its face, however they are made. */
function exported(
  statement: target.Statement,
  keyword: Keyword | null,
  emit: StatementEmit,
): target.Statement {
  if (keyword === null || statement.kind !== "VariableDeclaration") return statement;
  return { ...statement, export: emit.surroundings.is_top_level };
}
