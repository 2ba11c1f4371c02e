// static { static_methods(this, "parse"); } → the runtime knows which functions of a class don't get the class.
import type * as ast from "../../../grammar/ast/index.ts";
import { tagged } from "../../../grammar/ast/tagged.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import { decorators_of } from "./decorators.ts";
import type { StatementEmit } from "./statement-emit.ts";

/** Where the program reads something of the name without calling it. */
export function static_block_of(
  node: ast.ClassDef,
  emit: StatementEmit,
): readonly target.Member_[] {
  const names = node.body.flatMap((each) =>
    (each.tag === "FunctionDef" || each.tag === "AsyncFunctionDef") &&
    is_plainly_static(each, emit) &&
    is_read_as_value(each.name, emit)
      ? [each.name]
      : [],
  );
  if (names.length === 0) return [];
  const args = [build.this_(), ...names.map((name) => build.string(name))];
  const call = build.call(emit.builtin("static_methods"), args);
  const block = build.static_block(build.block([build.statement(call)]));
  return [build.attach(block, { blank_before: true })];
}

function is_plainly_static(
  method: ast.FunctionDef | ast.AsyncFunctionDef,
  emit: StatementEmit,
): boolean {
  const others = decorators_of(method, emit);
  const [only] = others;
  return others.length === 1 && only?.tag === "Name" && only.id === "staticmethod";
}

const values_by_module = new WeakMap<ast.Node, ReadonlySet<string>>();

function is_read_as_value(name: string, emit: StatementEmit): boolean {
  const { node } = emit.facts.scopes.module;
  let names = values_by_module.get(node);
  if (names === undefined) {
    names = read_as_values(node);
    values_by_module.set(node, names);
  }
  return names.has(name) || names.has("__dict__");
}

/** Attributes that are not the function of a call, and names given as text: `getattr(shop, "parse")`. */
function read_as_values(module: ast.Node): ReadonlySet<string> {
  const callees = new Set<ast.Node>(tagged(module, "Call").map(({ func }) => func));
  const found = new Set<string>();
  for (const node of tagged(module, "Attribute")) if (!callees.has(node)) found.add(node.attr);
  for (const { value } of tagged(module, "Constant"))
    if (value.type === "str") found.add(value.value);
  return found;
}
