// class Color(Enum): RED = 1 → class Color extends Enum<number> { static readonly RED = new Color(1); static { enumeration(this); } }
import type * as ast from "../../../grammar/ast/index.ts";
import type { Enumeration } from "../../facts/enumerations.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";
import { is_enum_check } from "./decorators.ts";
import type { StatementEmit } from "./statement-emit.ts";

/** `null` for other classes. */
export function enumeration_of(node: ast.ClassDef, emit: Emit): Enumeration | null {
  return emit.facts.classes.info(node).enumeration;
}

/** `Enum<number>`, `enum_with(str)`, or the program's own enumeration above. */
export function enum_base(node: ast.ClassDef, emit: StatementEmit): target.Expression {
  const bases = emit.facts.classes.info(node).bases;
  const written = node.bases.map((each, index) => ({ each, type: bases[index] }));
  const last = written.at(-1);
  if (last === undefined) return build.null_();
  const mixins = written.slice(0, -1).filter(({ type }) => !is_object(type));
  const base = emit.expression(last.each);
  for (const { each, type } of mixins) {
    const is_known = type?.type === "class" || type?.type === "runtime_class";
    if (!is_known)
      emit.unsupported(
        each,
        "an enumeration of this type has no counterpart",
        "mix in a class that is known, or keep the value in `value`",
      );
  }
  return mixins.reduceRight<target.Expression>((inner, { each, type }, at) => {
    const is_default = at === mixins.length - 1 && is_plain_enum(last.type);
    const mixin = emit.expression(each);
    return build.call(
      emit.runtime("enum", "enum_with"),
      is_default && type?.type !== "class" ? [mixin] : [mixin, inner],
    );
  }, base);
}

/** The type argument of `Enum`: what the members hold. */
export function enum_type_arguments(
  node: ast.ClassDef,
  emit: StatementEmit,
): readonly target.Type[] {
  const { bases, enumeration } = emit.facts.classes.info(node);
  const [only, ...others] = bases;
  if (enumeration === null || !is_plain_enum(only) || others.length > 0) return [];
  const { value } = enumeration;
  return value.type === "unknown" || value.type === "never" ? [] : [emit.type(value)];
}

function is_plain_enum(type: KnownType): boolean {
  return type?.type === "runtime_class" && type.module === "enum" && type.name === "Enum";
}

type KnownType = ReturnType<Emit["facts"]["types"]["of"]> | undefined;

function is_object(type: KnownType): boolean {
  return type?.type === "runtime_class" && type.module === "builtins" && type.name === "object";
}

/** `static readonly RED = new Color(1);` */
export function enum_member(
  to: ast.Name,
  value: ast.Expression,
  owner: ast.ClassDef,
  emit: StatementEmit,
): target.Member_ {
  const cls = build.identifier(class_name(owner, emit));
  const made = is_sibling(value, owner, emit)
    ? build.member(cls, (value as ast.Name).id)
    : build.new_(cls, [emit.expression(value)]);
  return build.field(to.id, { static: true, readonly: true, value: made });
}

function class_name(node: ast.ClassDef, emit: Emit): string {
  return emit.name(emit.facts.scopes.defined_by(node));
}

/** `CRIMSON = RED`: the same member under another name. */
function is_sibling(value: ast.Expression, owner: ast.ClassDef, emit: Emit): boolean {
  if (value.tag !== "Name" || !(enumeration_of(owner, emit)?.members.has(value.id) ?? false))
    return false;
  const resolution = emit.facts.scopes.resolve(value);
  return resolution.kind === "binding" && resolution.binding.scope.node === owner;
}

/** `static { enumeration(this); }`, checks behind it. */
export function enum_block(node: ast.ClassDef, emit: StatementEmit): readonly target.Member_[] {
  const boundary = node.keywords.find(({ arg }) => arg === "boundary");
  if (boundary !== undefined && last_name(boundary.value) === "EJECT")
    emit.unsupported(
      boundary.value,
      "flags that become plain ints have no counterpart: a constructor gives an object",
      "use KEEP, or look at the value before the flag is made",
    );
  const options =
    boundary === undefined
      ? []
      : [build.object([build.property("boundary", emit.expression(boundary.value))])];
  const close = build.call(emit.runtime("enum", "enumeration"), [build.this_(), ...options]);
  const checks = [...node.decorator_list]
    .filter((each) => is_enum_check(each))
    .reverse()
    .map((each) => build.call(emit.expression(each), [build.this_()]));
  const block = build.block([close, ...checks].map((each) => build.statement(each)));
  return [build.attach(build.static_block(block), { blank_before: true })];
}

/** `declare static [Symbol.iterator]: () => IterableIterator<Color>;` where somebody goes through the members. */
export function enum_iteration(
  node: ast.ClassDef,
  enumeration: Enumeration,
  emit: StatementEmit,
): readonly target.Member_[] {
  if (!enumeration.is_iterated || enumeration.members.size === 0) return [];
  const own = build.type_name(class_name(node, emit));
  const type = build.function_type([], build.type_name("IterableIterator", [own]));
  const name = build.member(build.identifier("Symbol"), "iterator");
  return [build.field(name, { static: true, declare: true, type })];
}

function last_name(node: ast.Expression): string | null {
  if (node.tag === "Attribute") return node.attr;
  return node.tag === "Name" ? node.id : null;
}
