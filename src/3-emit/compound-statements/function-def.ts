// def f(x): … → function f(x) { … };   @d def f → const f = d(function f() { … });
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import { docstring } from "../comments.ts";
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
  // TypeScript lets nobody assign to a function's name, as a patch does.
  const is_patched =
    emit.surroundings.is_top_level && emit.facts.effects.patched_names.has(node.name);
  if (keyword !== null && decorators.length === 0 && !is_patched) {
    const is_public = emit.surroundings.is_top_level;
    const made = build.function_declaration(name, parts, body, { export: is_public });
    const said = [...marks(build.identifier(name), node, emit)];
    if (!is_public && bears_other_name(node, emit)) said.unshift(named(name, node.name, emit));
    return [...before, build.attach(build.from(node, made), doc), ...said];
  }
  const is_reached_by_name = is_recursive(node, emit) && decorators.length > 0;
  const own_name = is_reached_by_name || safe_name(node.name) !== node.name ? null : node.name;
  const bare = function_value(own_name, node.name, parts, body);
  const value = marked(bare, node, emit);
  const statement = store_name(binding, decorated(value, decorators, emit, callees), keyword, emit);
  return [...before, build.attach(build.from(node, exported(statement, keyword, emit)), doc)];
}

function documentation(node: FunctionStatement): target.Attached {
  const doc = docstring(node.body);
  return doc === null ? {} : { doc };
}

/** A function that calls itself by its name must reach what the decorators made of it. */
function function_value(
  own_name: string | null,
  name: string,
  parts: target.FunctionParts,
  body: target.Block,
): target.Expression {
  const made = build.function_expression(own_name, parts, body);
  if (own_name !== null) return made;
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
  keyword: "const" | "let" | null,
  emit: StatementEmit,
): target.Statement {
  if (keyword === null || statement.kind !== "VariableDeclaration") return statement;
  return { ...statement, export: emit.surroundings.is_top_level };
}
