// [a, *b] → [a, ...b];   (a, b) → Tuple.of(a, b);   {a, b} → new PySet([a, b]);   {k: v} → new Dict([[k, v]])
import type * as ast from "../../../grammar/ast/index.ts";
import type { Type } from "../../facts/types.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";
import { attached } from "../shared/attached.ts";
import { is_identifier_like } from "../shared/identifier-like.ts";
import { is_folded_set } from "../shared/set-order.ts";
import { iterated } from "../shared/iterated.ts";
import { is_a, literal_text, type_of } from "../shared/kinds.ts";
import { spread } from "../shared/spread.ts";

export function list(node: ast.List, emit: Emit): target.Expression {
  return build.array(elements(node.elts, emit));
}

export function tuple(node: ast.Tuple, emit: Emit): target.Expression {
  return build.method_call(emit.builtin("Tuple"), "of", elements(node.elts, emit));
}

export function set(node: ast.Set, emit: Emit): target.Expression {
  // A set says of what it can't take in what iter() says.
  const items = node.elts.map((each) =>
    each.tag === "Starred"
      ? attached(each, build.spread(iterated(each.value, emit)), emit)
      : attached(each, emit.expression(each), emit),
  );
  if (is_folded_set(node)) return build.method_call(emit.builtin("PySet"), "constant", items);
  return build.new_(emit.builtin("PySet"), [build.array(items)]);
}

/** `*xs` outside of a call or display is a mistake that the grammar has reported. */
export function starred(node: ast.Starred, emit: Emit): target.Expression {
  return spread(node.value, emit);
}

export function dict(node: ast.Dict, emit: Emit): target.Expression {
  if (node.keys.length === 0) return build.new_(emit.builtin("Dict"));
  const types = item_types(node, emit);
  const plain = plain_keys(node, types?.slice(1), emit);
  return plain ?? build.new_(emit.builtin("Dict"), [build.array(pairs(node, emit))], types);
}

/** Types of keys and values, where TypeScript would find others in the items alone. */
function item_types(node: ast.Dict, emit: Emit): readonly target.Type[] | undefined {
  const type = type_of(node, emit);
  if (type.type !== "dict") return [any(), any()];
  const is_plain = (of: Type, nodes: readonly (ast.Expression | null)[]): boolean =>
    PLAIN.has(of.type) &&
    nodes.every((each) => each !== null && type_of(each, emit).type === of.type);
  if (is_plain(type.key, node.keys) && is_plain(type.value, node.values)) return undefined;
  return [emit.type(type.key), emit.type(type.value)];
}

const PLAIN: ReadonlySet<Type["type"]> = new Set([
  "int",
  "float",
  "str",
  "bool",
  "instance",
] as const);

function any(): target.Type {
  return build.type_name("any");
}

function elements(nodes: readonly ast.Expression[], emit: Emit): readonly target.Element[] {
  return nodes.map((node) => attached(node, emit.expression(node), emit));
}

/** All keys are words: `dict({ a: 1, b: 2 })`. Keys that look like numbers would change their order. */
function plain_keys(
  node: ast.Dict,
  types: readonly target.Type[] | undefined,
  emit: Emit,
): target.Expression | null {
  const words = node.keys.map((key) => (key === null ? null : literal_text(key)));
  if (!words.every((word) => word !== null && is_identifier_like(word))) return null;
  if (new Set(words).size < words.length) return null;
  const properties = node.values.map((value, index) => {
    const property = build.property(words[index] ?? "", emit.expression(value));
    const key = node.keys[index];
    return attached(key ?? value, attached(value, property, emit), emit);
  });
  return build.call(emit.builtin("dict"), [build.object(properties)], types);
}

function pairs(node: ast.Dict, emit: Emit): readonly target.Element[] {
  return node.values.map((value, index) => {
    const key = node.keys[index] ?? null;
    if (key === null) {
      const mapping = emit.expression(value);
      const entries = is_a(value, emit, "dict")
        ? build.method_call(mapping, "items")
        : build.call(emit.builtin("mapping_entries"), [mapping]);
      return attached(value, build.spread(entries), emit);
    }
    const pair = build.array([emit.expression(key), emit.expression(value)]);
    return attached(key, attached(value, pair, emit), emit);
  });
}
