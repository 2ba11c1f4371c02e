// Modules of tests tell the runtime what they define: loaders look for classes, fixtures and suites by name.
import type * as ast from "../../grammar/ast/index.ts";
import { tagged } from "../../grammar/ast/tagged.ts";
import type { Binding } from "../facts/scopes.ts";
import { python_name, type SourceModule } from "../project.ts";
import * as build from "../target/build.ts";
import type * as target from "../target/nodes.ts";
import type { StatementEmit } from "./shared/statement-emit.ts";
import { imports_unittest } from "./shared/tests.ts";

/** The statements, with `program_module("__main__", () => ({ MyTest, setUpModule }))` behind the definitions. */
export function named_module(
  source: SourceModule,
  statements: readonly target.Statement[],
  emit: StatementEmit,
): readonly target.Statement[] {
  const { bindings } = emit.facts.scopes.module;
  const { patched_names } = emit.facts.effects;
  const is_of_tests = imports_unittest(bindings.values());
  if (!is_of_tests && patched_names.size === 0) return statements;
  const names = [...bindings.values()].filter(
    (each) =>
      patched_names.has(each.name) || (is_of_tests && may_be_asked_for(each, source.module, emit)),
  );
  if (names.length === 0) return statements;
  const properties = names.map((each) =>
    build.property(each.name, build.identifier(emit.name(each))),
  );
  const setters = names
    .filter((each) => patched_names.has(each.name) && each.is_bound_from_inside)
    .map((each) => build.property(each.name, setter(emit.name(each))));
  const call = build.call(emit.builtin("program_module"), [
    build.string(python_name(source)),
    build.arrow([], build.object(properties)),
    ...(setters.length === 0 ? [] : [build.object(setters)]),
  ]);
  const at = behind_definitions(statements);
  const made = build.attach(build.statement(call), { blank_before: true });
  return [...statements.slice(0, at), made, ...statements.slice(at)];
}

/** `(value) => (fetch = value)` */
function setter(name: string): target.Expression {
  const store = build.assign(build.identifier(name), build.identifier("value"));
  return build.arrow(["value"], store);
}

const FIXTURES: ReadonlySet<string> = new Set(["setUpModule", "tearDownModule", "load_tests"]);

/** Classes that may be tests, fixtures of the module, and functions that some text names. */
function may_be_asked_for(binding: Binding, module: ast.Module, emit: StatementEmit): boolean {
  const { name, definitions, imported } = binding;
  if (FIXTURES.has(name)) return true;
  if (imported !== null) {
    if (imported.origin !== "user" || imported.name === null || imported.is_typing) return false;
    return emit.facts.types.of_binding(binding).type === "class";
  }
  const type = emit.facts.types.of_binding(binding);
  if (definitions.some(({ tag }) => tag === "ClassDef"))
    return type.type !== "class" || type.node.bases.length > 0;
  if (type.type === "class" || type.type === "unknown") return is_assigned_at_top(binding, module);
  return type.type === "function" && is_in_text(name, module);
}

/** `MyTest = make_test(…)`, not the variable of a loop or a `with`. */
function is_assigned_at_top({ definitions }: Binding, { body }: ast.Module): boolean {
  return body.some(
    (node) => node.tag === "Assign" && node.targets.some((each) => definitions.includes(each)),
  );
}

function is_in_text(name: string, module: ast.Module): boolean {
  const word = new RegExp(`\\b${name}\\b`);
  return tagged(module, "Constant").some(
    ({ value }) => value.type === "str" && word.test(value.value),
  );
}

/** Behind the last definition, before what only the started program runs. */
function behind_definitions(statements: readonly target.Statement[]): number {
  const guard = statements.findIndex(({ kind }) => kind === "If");
  const end = guard < 0 ? statements.length : guard;
  const last = statements
    .slice(0, end)
    .findLastIndex(({ kind }) => kind === "ClassDeclaration" || kind === "FunctionDeclaration");
  return guard < 0 ? last + 1 : end;
}
