// x → x, or unbound(x, "x") where it may have no value yet.
import type * as ast from "../../../grammar/ast/index.ts";
import { tagged } from "../../../grammar/ast/tagged.ts";
import type { Binding } from "../../facts/scopes.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";
import { children, some_node } from "./walk.ts";

export function read_variable(
  binding: Binding,
  emit: Emit,
  node: ast.Name | null = null,
): target.Expression {
  if (is_method(binding)) return method_itself(binding, emit);
  const local = emit.name(binding);
  const read = local === "this" ? build.this_() : build.identifier(local);
  if (is_enum_member(binding, emit)) return build.member(read, "value");
  if (!binding.may_be_unbound) return read;
  const scope = scope_of(binding, node, emit);
  const kind = scope === "local" ? [] : [build.string(scope)];
  return build.call(emit.builtin("unbound"), [read, build.string(binding.name), ...kind]);
}

/** In the body of an enumeration a name means the value; the field holds the member. */
function is_enum_member({ name, scope }: Binding, emit: Emit): boolean {
  if (scope.kind !== "class" || scope.node.tag !== "ClassDef") return false;
  const { enumeration } = emit.facts.classes.info(scope.node as ast.ClassDef);
  return enumeration?.members.has(name) ?? false;
}

/** Python's words for the variable, seen from the function that reads it. */
function scope_of(
  { scope }: Binding,
  node: ast.Name | null,
  emit: Emit,
): "local" | "free" | "global" {
  if (scope.kind === "module") return "global";
  if (node !== null && names_in_generators(emit.facts.scopes.module.node).get(node) !== undefined)
    return is_within(scope.node, node, emit) ? "local" : "free";
  return scope.node === emit.frame.node ? "local" : "free";
}

const by_module = new WeakMap<ast.Node, ReadonlyMap<ast.Node, ast.Node>>();

/** Names in generator expressions, which are functions of their own: each with the innermost one around it. */
function names_in_generators(module: ast.Node): ReadonlyMap<ast.Node, ast.Node> {
  let found = by_module.get(module);
  if (found === undefined) {
    const names = new Map<ast.Node, ast.Node>();
    // outer ones first: those inside of them have the last word
    for (const each of tagged(module, "GeneratorExp")) collect(each, null, names);
    found = names;
    by_module.set(module, found);
  }
  return found;
}

function collect(node: ast.Node, around: ast.Node | null, names: Map<ast.Node, ast.Node>): void {
  if (node.tag === "Name" && around !== null) names.set(node, around);
  const is_function =
    node.tag === "Lambda" || node.tag === "FunctionDef" || node.tag === "AsyncFunctionDef";
  // What the first loop runs over is evaluated outside.
  const first = node.tag === "GeneratorExp" ? (node as ast.GeneratorExp).generators[0]?.iter : null;
  const inner = node.tag === "GeneratorExp" ? node : is_function ? null : around;
  for (const child of children(node)) {
    if (child.tag !== "comprehension" || first == null) collect(child, inner, names);
    else for (const part of children(child)) collect(part, part === first ? around : inner, names);
  }
}

/** The variable is one of a comprehension inside of the generator expression. */
function is_within(scope: ast.Node, node: ast.Name, emit: Emit): boolean {
  const around = names_in_generators(emit.facts.scopes.module.node).get(node);
  return around !== undefined && some_node(around, (each) => each === scope);
}

/** A method that the body of its class mentions: there it is a function that takes the object first. */
function is_method({ scope, definitions }: Binding): boolean {
  return (
    scope.kind === "class" &&
    definitions.length > 0 &&
    definitions.every(({ tag }) => tag === "FunctionDef" || tag === "AsyncFunctionDef")
  );
}

function method_itself({ scope, name }: Binding, emit: Emit): target.Expression {
  const owner = scope.node.tag === "ClassDef" ? emit.facts.scopes.defined_by(scope.node) : null;
  const class_ = owner === null ? build.this_() : build.identifier(emit.name(owner));
  return build.call(emit.builtin("getattr"), [class_, build.string(name)]);
}
