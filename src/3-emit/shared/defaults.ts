// Defaults of parameters: Python evaluates them once, where the function is defined.
import type * as ast from "../../../grammar/ast/index.ts";
import { tagged } from "../../../grammar/ast/tagged.ts";
import { is_fresh_default } from "../../facts/dataclasses.ts";
import type { FunctionNode } from "../../facts/effects.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";
import { is_enum_member } from "./enum-members.ts";
import { is_constant, is_empty_display } from "./literal.ts";

/** What TypeScript evaluates at each call that leaves the argument out. `emit` is the one inside the function. */
export function default_value(
  node: FunctionNode,
  arg: ast.Arg,
  otherwise: ast.Expression,
  emit: Emit,
): target.Expression {
  if (!is_kept(node, otherwise, emit)) return emit.expression(otherwise);
  return build.identifier(kept_name(node, arg));
}

export interface KeptDefault {
  readonly arg: ast.Arg;
  readonly name: string;
  readonly value: ast.Expression;
}

/** The defaults to evaluate once, before the function is made, in Python's order. */
export function kept_defaults(node: FunctionNode, emit: Emit): readonly KeptDefault[] {
  const { args } = node;
  const positional = [...args.posonlyargs, ...args.args];
  const first = positional.length - args.defaults.length;
  const pairs = [
    ...args.defaults.map((value, index) => ({ arg: positional[first + index], value })),
    ...args.kw_defaults.map((value, index) => ({ arg: args.kwonlyargs[index], value })),
  ];
  return pairs.flatMap(({ arg, value }) => {
    if (arg === undefined || value === null || !is_kept(node, value, emit)) return [];
    const name = kept_names.get(arg) ?? emit.fresh(hint(node, arg));
    kept_names.set(arg, name);
    return [{ arg, name, value }];
  });
}

/** `const f_items: number[] = [];`. */
export function kept_default({ name, value }: KeptDefault, emit: Emit): target.Statement {
  const type = is_empty_display(value) ? emit.type(emit.facts.types.of(value)) : null;
  return build.const_(name, emit.expression(value), type);
}

/** Names are given where the function is defined, before its parameters are emitted. */
const kept_names = new WeakMap<ast.Arg, string>();

function kept_name(node: FunctionNode, arg: ast.Arg): string {
  return kept_names.get(arg) ?? hint(node, arg);
}

function hint(node: FunctionNode, arg: ast.Arg): string {
  return node.tag === "Lambda" ? `${arg.arg}_default` : `${node.name}_${arg.arg}`;
}

function is_kept(node: FunctionNode, value: ast.Expression, emit: Emit): boolean {
  if (is_constant(value) || is_fresh_default(value)) return false;
  if (value.tag === "Tuple") return value.elts.some((each) => is_kept(node, each, emit));
  if (value.tag === "Attribute" && is_enum_member(value, emit))
    return is_kept(node, value.value, emit);
  if (value.tag !== "Name") return true;
  const resolution = emit.facts.scopes.resolve(value);
  if (resolution.kind !== "binding") return false;
  // A name that is bound once, to what has no other value before: an import, function or class.
  const { binding } = resolution;
  if (binding.scope.kind === "class" && is_class_attribute_stored(binding.name, emit)) return true;
  const is_hidden = [...node.args.posonlyargs, ...node.args.args, ...node.args.kwonlyargs].some(
    (arg) => arg.arg === value.id,
  );
  return is_hidden || binding.is_rebound || binding.may_be_unbound || binding.is_parameter;
}

const stored_by_module = new WeakMap<ast.Node, ReadonlySet<string>>();

/** `Base.LIMIT = 7`, `cls.LIMIT = 7`: what the name meant in the body of the class is another value. */
function is_class_attribute_stored(name: string, emit: Emit): boolean {
  const { node } = emit.facts.scopes.module;
  let names = stored_by_module.get(node);
  if (names === undefined) {
    const stored = tagged(node, "Attribute").filter(
      ({ ctx, value }) => ctx !== "Load" && !(value.tag === "Name" && value.id === "self"),
    );
    names = new Set(stored.map(({ attr }) => attr));
    stored_by_module.set(node, names);
  }
  return names.has(name);
}
