// An expression that JavaScript iterates: as it is where its own iteration is Python's, through iter() otherwise.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Type } from "../../facts/types.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";
import { is_enumeration } from "./enum-members.ts";
import { type_of } from "./kinds.ts";
import { is_blocking_iterator, is_view_type, members } from "./types.ts";

export function iterated(node: ast.Expression, emit: Emit): target.Expression {
  const emitted = emit.expression(node);
  if (is_natively_iterable(type_of(node, emit), emit)) return emitted;
  if (is_blocking_iterator(type_of(node, emit)))
    return build.await_(build.method_call(emitted, "to_list"));
  return build.call(emit.builtin("iter"), [emitted]);
}

/** Spread, destructuring and loops do with its values what Python does. */
export function is_natively_iterable(type: Type, emit: Emit): boolean {
  return members(type).every(
    (member) => NATIVE.has(member.type) || is_view_type(member) || is_enumeration(member, emit),
  );
}

const NATIVE: ReadonlySet<Type["type"]> = new Set([
  "list",
  "tuple",
  "tuple_of",
  "str",
  "range",
  "dict",
  "set",
  "frozenset",
  "bytes",
  "bytearray",
  "iterator",
  "generator",
] as const);
