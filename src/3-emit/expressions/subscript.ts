// d[k] → d.at(k);   t[0] → t[0];   xs[i] → xs[i] where it is there, xs[i] ?? index_error() or getitem(xs, i) otherwise;   xs[a:b] → xs.slice(a, b)
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Type } from "../../facts/types.ts";
import type { Emit } from "../emit.ts";
import { is_within } from "../shared/bounds/index.ts";
import { checked_item } from "../shared/items.ts";
import {
  is_a,
  is_byte,
  is_dict,
  is_flat_text,
  literal_int,
  literal_text,
  safe_range,
  type_of,
} from "../shared/kinds.ts";
import { is_alias_seen } from "../shared/type-alias.ts";
import { members } from "../shared/types.ts";
import { untraced_read } from "../shared/untraced.ts";

export function subscript(node: ast.Subscript, emit: Emit): target.Expression {
  return untraced_read(node, read(node, emit), emit);
}

function read(node: ast.Subscript, emit: Emit): target.Expression {
  const member = enum_member(node, emit);
  if (member !== null) return member;
  if (is_parameterized_type(node, emit)) {
    const is_plain = is_class(emit.facts.types.of(node)) || !is_alias_seen(node, emit);
    return is_plain ? emit.expression(node.value) : alias(node, emit);
  }
  if (node.slice.tag === "Slice") return sliced(node, node.slice, emit);
  if (is_dict(node.value, emit))
    return build.method_call(emit.expression(node.value), "at", [emit.expression(node.slice)]);
  if (is_byte(node, emit))
    return build.method_call(emit.expression(node.value), "at", [emit.expression(node.slice)]);
  const place = known_place(node, emit);
  const container = emit.expression(node.value);
  if (place !== null) return build.index(container, build.number(place));
  if (is_within(node, emit)) return build.index(container, emit.expression(node.slice));
  return (
    checked_item(node, container, emit) ??
    build.call(emit.builtin("getitem"), [container, emit.expression(node.slice)])
  );
}

/** `slice(a, b, c)`: a slice that stands for itself, in a tuple of subscripts. */
export function slice(node: ast.Slice, emit: Emit): target.Expression {
  const bounds = [node.lower, node.upper, node.step];
  while (bounds.length > 1 && bounds.at(-1) === null) bounds.pop();
  const given = bounds.map((each) => (each === null ? build.null_() : emit.expression(each)));
  // `slice(b)` is `:b`.
  if (given.length === 1) given.push(build.null_());
  if (node.lower === null && node.step === null && node.upper !== null) given.shift();
  return build.call(emit.builtin("slice"), given);
}

/** JavaScript's slice clamps and counts from the end as Python's does. */
function sliced(node: ast.Subscript, bounds: ast.Slice, emit: Emit): target.Expression {
  const { lower, upper, step } = bounds;
  const is_int = (each: ast.Expression | null): boolean => each === null || is_a(each, emit, "int");
  const is_list = is_a(node.value, emit, "list") && !is_far(lower, emit) && !is_far(upper, emit);
  const is_native = is_list || is_cut_natively(node.value, bounds, emit);
  if (!is_native || step !== null || !is_int(lower) || !is_int(upper))
    return build.call(emit.builtin("getitem"), [emit.expression(node.value), slice(bounds, emit)]);
  const args: target.Expression[] = [];
  const container = emit.expression(node.value);
  if (lower !== null) args.push(emit.expression(lower));
  else if (upper !== null) args.push(build.number(0));
  if (upper !== null) args.push(emit.expression(upper));
  return build.method_call(container, "slice", args);
}

/** An end like `sys.maxsize`, which may be a bigint. */
function is_far(end: ast.Expression | null, emit: Emit): boolean {
  if (end === null || safe_range(end, emit) !== null) return false;
  return emit.facts.ranges.of(end) !== null || is_big_constant(end, emit);
}

function is_big_constant(end: ast.Expression, emit: Emit): boolean {
  const value = end.tag === "UnaryOp" ? end.operand : end;
  return (
    value.tag === "Attribute" &&
    value.attr === "maxsize" &&
    type_of(value.value, emit).type === "module"
  );
}

/** JavaScript takes no bigint for the end of a slice. */
function is_cut_natively(text: ast.Expression, bounds: ast.Slice, emit: Emit): boolean {
  const ends = [bounds.lower, bounds.upper].filter((each) => each !== null);
  return is_flat_text(text, emit) && ends.every((each) => safe_range(each, emit) !== null);
}

/** `Color["RED"]`: the member itself where the name is known; `null` where the class is no enumeration. */
function enum_member(node: ast.Subscript, emit: Emit): target.Expression | null {
  const type = type_of(node.value, emit);
  if (type.type !== "class") return null;
  const { enumeration } = emit.facts.classes.info(type.node);
  if (enumeration === null) return null;
  const cls = emit.expression(node.value);
  const name = literal_text(node.slice);
  return name !== null && enumeration.members.has(name)
    ? build.member(cls, name)
    : build.call(emit.builtin("getitem"), [cls, emit.expression(node.slice)]);
}

/** The place of an item that is certainly there: a literal index into a tuple of known length. */
function known_place(node: ast.Subscript, emit: Emit): number | null {
  const type = type_of(node.value, emit);
  const index = literal_int(node.slice);
  if (type.type !== "tuple" || index === null) return null;
  const place = index < 0 ? index + type.elements.length : index;
  return place >= 0 && place < type.elements.length ? place : null;
}

/** `Queue[int]()`: at run time the parameters say nothing to a call. */
function is_class(type: Type): boolean {
  return members(type).every((member) => CLASSES.has(member.type));
}

const CLASSES: ReadonlySet<Type["type"]> = new Set([
  "class",
  "runtime_class",
  "runtime_function",
] as const);

function alias(node: ast.Subscript, emit: Emit): target.Expression {
  const args = [emit.expression(node.value), emit.expression(node.slice)];
  return build.call(emit.builtin(is_generic(node, emit) ? "generic_alias" : "getitem"), args);
}

/** A class that takes type arguments, as far as its text tells: TypeError for others. */
function is_generic({ value }: ast.Subscript, emit: Emit): boolean {
  if (value.tag === "Name" && emit.facts.scopes.resolve(value).kind === "builtin")
    return GENERIC.has(value.id);
  return members(type_of(value, emit)).every((member) => {
    if (member.type !== "class") return true;
    if (member.node.type_params.length > 0) return true;
    return emit.facts.classes
      .info(member.node)
      .bases.some(
        (base, at) => base.type !== "class" || member.node.bases[at]?.tag === "Subscript",
      );
  });
}

/** `list[int]`, `Queue[int]`, `Stack[T]`. */
function is_parameterized_type(node: ast.Subscript, emit: Emit): boolean {
  if (node.value.tag === "Name") {
    const resolution = emit.facts.scopes.resolve(node.value);
    if (resolution.kind === "builtin" && GENERIC.has(node.value.id)) return true;
  }
  return members(type_of(node.value, emit)).every(
    (member) =>
      (member.type === "class" && !asks_items(member.node, emit)) ||
      member.type === "runtime_class",
  );
}

/** `__class_getitem__` of the program, or a metaclass that may have `__getitem__`. */
function asks_items(node: ast.ClassDef, emit: Emit): boolean {
  const info = emit.facts.classes.info(node);
  return info.is_made_by_runtime || info.methods.has("__class_getitem__");
}

const GENERIC: ReadonlySet<string> = new Set(["list", "dict", "set", "frozenset", "tuple", "type"]);
