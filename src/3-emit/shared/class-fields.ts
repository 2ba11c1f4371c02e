// Fields of a class: what instances carry, and the attributes of the class itself.
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { AttributeInfo, ClassInfo } from "../../facts/classes.ts";
import { dataclass_of } from "../../facts/dataclasses.ts";
import { attached } from "./attached.ts";
import { watches_stores } from "./attribute-hooks.ts";
import { construction, own_init, parent_of } from "./construction.ts";
import { is_error_name } from "./exception-class.ts";
import { is_empty_display, is_none } from "./literal.ts";
import { self_name } from "./receiver.ts";
import type { StatementEmit } from "./statement-emit.ts";
import { is_unbound_builtin } from "./unbound-builtin.ts";
import { children } from "./walk.ts";

/** JavaScript's errors have a `name` of their own. */
function is_error(node: ast.ClassDef, emit: StatementEmit): boolean {
  const parent = parent_of(node, emit.facts);
  if (parent?.type === "class") return is_error(parent.node, emit);
  return parent?.type === "runtime_class" && is_error_name(parent.name);
}

/**
 * `name: string;` for what `__init__` always assigns; `declare name: string;` for what comes at other times, and for all
 * of an object that keeps plain floats: a field that begins as `undefined` makes V8 box each double that is stored.
 */
export function instance_fields(
  node: ast.ClassDef,
  emit: StatementEmit,
): readonly target.Member_[] {
  const info = emit.facts.classes.info(node);
  // What the runtime makes has no type that could tell its fields.
  if (info.is_made_by_runtime || is_typed_dict(info)) return [];
  const init = own_init(node, emit.facts);
  // Fields of a frozen dataclass live in accessors that a field of JavaScript would hide.
  const is_frozen = dataclass_of(node)?.frozen ?? false;
  const is_plain = construction(node, emit.facts) === "constructor" && init !== null && !is_frozen;
  const has_alias = init !== null && !is_this(init, emit);
  const has_doubles = [...info.instance_attributes.keys()].some((name) =>
    emit.facts.floats.is_plain_attribute(name),
  );
  const fields: target.Member_[] = [];
  const add = (name: string, field: target.Member_): void => {
    fields.push(as_annotated(node, name, field, fields.length === 0, emit));
  };
  for (const [name, { type, assigned_in_init }] of in_order(info.instance_attributes, init)) {
    if (info.methods.has(name) || is_inherited(node, name, emit)) continue;
    const is_field =
      is_plain && assigned_in_init && !has_doubles && !info.class_attributes.has(name);
    add(
      name,
      build.field(name, {
        type: emit.type(type),
        declare: !is_field,
        definite: is_field && has_alias,
      }),
    );
  }
  for (const [name, type] of info.class_attributes) {
    if (info.instance_attributes.has(name) || !is_read_from_instances(name, emit)) continue;
    if (name === "name" && is_error(node, emit)) continue;
    if (!info.methods.has(name) && !is_alias(node, name) && !inherits_method(node, name, emit))
      add(name, build.field(name, { type: emit.type(type), declare: true }));
  }
  for (const name of stored_elsewhere(node, emit)) {
    if (info.instance_attributes.has(name) || info.methods.has(name)) continue;
    if (info.class_attributes.has(name) || is_inherited(node, name, emit)) continue;
    if (info.enumeration !== null && /^_?(?:name|value)_?$/.test(name)) continue;
    add(name, build.field(name, { type: build.type_name("any"), declare: true }));
  }
  return fields;
}

/** `name: str  # comment` in the class body: the field has what stood around its annotation. */
function as_annotated(
  node: ast.ClassDef,
  name: string,
  field: target.Member_,
  is_first: boolean,
  emit: StatementEmit,
): target.Member_ {
  const statement = node.body.find(
    (each) =>
      each.tag === "AnnAssign" &&
      each.value === null &&
      each.target.tag === "Name" &&
      each.target.id === name,
  );
  if (statement === undefined) return field;
  const made = attached(statement, build.from(statement, field), emit);
  return is_first ? { ...made, blank_before: false } : made;
}

/** Its instances are dicts. */
function is_typed_dict({ bases }: ClassInfo): boolean {
  return bases.some((base) => base.type === "runtime_class" && base.name === "TypedDict");
}

/** As `__init__` assigns them: a field is there from the first moment, and `vars()` tells the order. */
function in_order(
  attributes: ReadonlyMap<string, AttributeInfo>,
  init: ast.FunctionDef | null,
): Iterable<[string, AttributeInfo]> {
  if (init === null) return attributes;
  const stored = new Set<string>();
  const visit = (node: ast.Node): void => {
    if (node.tag === "Attribute" && (node as ast.Attribute).ctx === "Store") {
      stored.add((node as ast.Attribute).attr);
    }
    for (const child of children(node)) visit(child);
  };
  visit(init);
  const place = new Map([...stored].map((name, index) => [name, index]));
  const last = stored.size;
  return [...attributes].sort(([a], [b]) => (place.get(a) ?? last) - (place.get(b) ?? last));
}

/** Attributes that code outside of the class gives its instances. */
function stored_elsewhere(node: ast.ClassDef, emit: StatementEmit): readonly string[] {
  const names = [...(emit.instance_stores.get(node) ?? [])];
  return names.filter((name) => !watches_stores(node, name, emit));
}

function is_this(init: ast.FunctionDef, emit: StatementEmit): boolean {
  const receiver = init.args.posonlyargs[0] ?? init.args.args[0];
  return (
    receiver !== undefined && self_name(emit.facts.scopes.defined_by(receiver), emit.facts) !== null
  );
}

/** An ancestor declares it already, or has a property or method of the name. */
function is_inherited(node: ast.ClassDef, name: string, emit: StatementEmit): boolean {
  const parent = parent_of(node, emit.facts);
  if (parent?.type === "runtime_class") return name === "args";
  if (parent?.type !== "class") return false;
  const info = emit.facts.classes.info(parent.node);
  return (
    info.instance_attributes.has(name) ||
    info.methods.has(name) ||
    info.class_attributes.has(name) ||
    is_inherited(parent.node, name, emit)
  );
}

/** A class above it has a method or property of the name. */
function inherits_method(node: ast.ClassDef, name: string, emit: StatementEmit): boolean {
  const parent = parent_of(node, emit.facts);
  if (parent?.type !== "class") return false;
  return (
    emit.facts.classes.info(parent.node).methods.has(name) ||
    inherits_method(parent.node, name, emit)
  );
}

/** `static count = 0;`. */
export function class_attribute(
  to: ast.Name,
  value: ast.Expression,
  annotation: ast.Expression | null,
  owner: ast.ClassDef,
  emit: StatementEmit,
): target.Member_ {
  if (is_method_name(value, owner)) {
    return alias(to.id, value.id, owner, emit);
  }
  const known = emit.facts.classes.info(owner).class_attributes.get(to.id);
  const written = annotation === null ? null : emit.annotation(annotation);
  const needs =
    is_empty_display(value) ||
    is_none(value) ||
    (is_callable_value(value, emit) && is_elsewhere(to.id, owner, emit));
  const is_slots = to.id === "__slots__";
  // Subclasses list others.
  const type = is_slots
    ? build.type_name("any")
    : (written ?? (needs && known !== undefined ? emit.type(known) : null));
  const emitted = emit.expression(value);
  const kept = is_unbound_builtin(value, emit)
    ? build.call(emit.builtin("staticmethod"), [emitted])
    : emitted;
  return build.field(to.id, { static: true, type, value: kept });
}

/** `conv = int`: what TypeScript would take for the type of the attribute is that of `int` alone. */
function is_callable_value(value: ast.Expression, emit: StatementEmit): boolean {
  return CALLABLES.has(emit.facts.types.of(value).type) || is_unbound_builtin(value, emit);
}

const CALLABLES: ReadonlySet<string> = new Set([
  "class",
  "function",
  "runtime_class",
  "runtime_function",
  "unknown",
]);

/** A class above or below it gives the attribute a value, too. */
function is_elsewhere(name: string, owner: ast.ClassDef, { facts }: StatementEmit): boolean {
  const has = (node: ast.ClassDef): boolean => facts.classes.info(node).class_attributes.has(name);
  const is_below = (node: ast.ClassDef): boolean =>
    facts.classes.info(node).subclasses.some((each) => has(each) || is_below(each));
  const is_above = (node: ast.ClassDef): boolean =>
    facts.classes
      .info(node)
      .bases.some((base) => base.type === "class" && (has(base.node) || is_above(base.node)));
  return is_above(owner) || is_below(owner);
}

/** `__radd__ = __add__`: the very method, also where a class below overrides the other one. */
function alias(
  name: string,
  method: string,
  owner: ast.ClassDef,
  emit: StatementEmit,
): target.Member_ {
  const class_ = build.identifier(emit.name(emit.facts.scopes.defined_by(owner)));
  const any = build.type_name("any");
  const call = build.method_call(build.identifier("Reflect"), "apply", [
    build.member(build.member(class_, "prototype"), method),
    build.this_(),
    build.identifier("args"),
  ]);
  const rest = build.parameter("args", { type: build.array_type(any), rest: true });
  return build.method(
    name,
    build.function_parts([rest], { returns: any }),
    build.block([build.return_(call)]),
  );
}

function is_alias(owner: ast.ClassDef, name: string): boolean {
  return owner.body.some(
    (each) =>
      each.tag === "Assign" &&
      is_method_name(each.value, owner) &&
      each.targets.some((to) => to.tag === "Name" && to.id === name),
  );
}

/** `__radd__ = __add__`: the method under another name. */
export function is_method_name(value: ast.Expression, owner: ast.ClassDef): value is ast.Name {
  return (
    value.tag === "Name" &&
    owner.body.some(
      (each) =>
        (each.tag === "FunctionDef" || each.tag === "AsyncFunctionDef") &&
        each.name === value.id &&
        each.decorator_list.length === 0,
    )
  );
}

/** Whether something of the name is looked up on what may be an instance, not the class itself. */
export function is_read_from_instances(name: string, emit: StatementEmit): boolean {
  return emit.instance_reads.has(name);
}
