// `self` and `cls`: which parameter stands for `this`, and where it needs a name of its own.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Facts } from "../../facts/facts.ts";
import type { Binding, Scope } from "../../facts/scopes.ts";
import { some_node } from "./walk.ts";

export type MethodKind = "instance" | "class" | "static";

/** How a function in a class body is called. `__new__` and `__init_subclass__` are static or class methods of themselves. */
export function method_kind(node: ast.FunctionDef | ast.AsyncFunctionDef): MethodKind {
  for (const decorator of node.decorator_list) {
    if (decorator.tag !== "Name") continue;
    if (decorator.id === "staticmethod") return "static";
    if (decorator.id === "classmethod") return "class";
    if (is_plain_member(decorator.id, node)) return "static";
  }
  if (node.name === "__new__" || node.name === "_generate_next_value_") return "static";
  return node.name === "__init_subclass__" || node.name === "__class_getitem__"
    ? "class"
    : "instance";
}

/** `@nonmember def f():` in an enumeration: nothing to receive an object. */
function is_plain_member(
  decorator: string,
  { args }: ast.FunctionDef | ast.AsyncFunctionDef,
): boolean {
  if (decorator !== "member" && decorator !== "nonmember") return false;
  return args.posonlyargs.length + args.args.length === 0 && args.vararg === null;
}

/** The parameter that receives the object (or class); `null` for plain functions and static methods. */
export function receiver_parameter(node: ast.Node, facts: Facts): ast.Arg | null {
  if (node.tag !== "FunctionDef" && node.tag !== "AsyncFunctionDef") return null;
  const method = node as ast.FunctionDef | ast.AsyncFunctionDef;
  if (scope_around(method, facts)?.kind !== "class") return null;
  return receiver_of_method(method);
}

/** The scope in which a function is defined: that of its type parameters is none. */
export function scope_around(
  node: ast.FunctionDef | ast.AsyncFunctionDef,
  facts: Facts,
): Scope | null {
  const { parent } = facts.scopes.scope_of(node);
  return parent?.kind === "type_parameters" ? parent.parent : parent;
}

/** The same for a function that is known to be a method, of this module or another. */
export function receiver_of_method(method: ast.FunctionDef | ast.AsyncFunctionDef): ast.Arg | null {
  if (method_kind(method) === "static") return null;
  return method.args.posonlyargs[0] ?? method.args.args[0] ?? null;
}

/** `this` where the binding is a receiver that nothing hides; `null` where it is a variable like others. */
export function self_name(binding: Binding, facts: Facts): "this" | null {
  if (!binding.is_parameter) return null;
  const [definition] = binding.definitions;
  const { node } = binding.scope;
  if (definition === undefined || receiver_parameter(node, facts) !== definition) return null;
  return needs_alias(binding, node) ? null : "this";
}

const aliased = new WeakMap<Binding, boolean>();

/** Functions of their own have a `this` of their own; arrow functions (lambdas, comprehensions) don't. */
function needs_alias(binding: Binding, method: ast.Node): boolean {
  const known = aliased.get(binding);
  if (known !== undefined) return known;
  const names: ReadonlySet<ast.Node> = new Set(binding.references);
  const needs =
    binding.definitions.length > 1 ||
    binding.is_deleted ||
    (binding.is_captured &&
      some_node(
        method,
        (node) =>
          node !== method && has_own_this(node) && some_node(node, (each) => names.has(each)),
      ));
  aliased.set(binding, needs);
  return needs;
}

function has_own_this(node: ast.Node): boolean {
  return (
    node.tag === "FunctionDef" ||
    node.tag === "AsyncFunctionDef" ||
    node.tag === "ClassDef" ||
    node.tag === "GeneratorExp"
  );
}
