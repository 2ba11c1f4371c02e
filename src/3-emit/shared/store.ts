// Stores: a value to a name, an attribute, an item or a pattern of them.
import { module_setter } from "./module-setter.ts";
import type * as ast from "../../../grammar/ast/index.ts";
import { dataclass_of } from "../../facts/dataclasses.ts";
import type { Type } from "../../facts/types.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import { is_within } from "./bounds/index.ts";
import { some_class_watches_stores, watches_stores } from "./attribute-hooks.ts";
import type { Keyword } from "./declarations.ts";
import { leaves_of } from "./declarations.ts";
import { checked_place } from "./items.ts";
import { is_ignored } from "./ignored.ts";
import { is_byte, is_dict } from "./kinds.ts";
import { is_static } from "./static-attribute.ts";
import type { StatementEmit } from "./statement-emit.ts";
import { element_of, members } from "./types.ts";

/**
 * Statements that store a value in a target of any kind. `value` is evaluated once, after nothing and
 * before the parts of the target; with a keyword the names are declared.
 */
export function store(
  to: ast.Expression,
  value: target.Expression,
  type: Type,
  keyword: Keyword | null,
  emit: StatementEmit,
): readonly target.Statement[] {
  switch (to.tag) {
    case "Tuple":
    case "List":
      return store_pattern(to, value, type, keyword, emit);
    case "Starred":
      return store(to.value, value, type, keyword, emit);
    case "Attribute":
      return [store_attribute(to, value, emit)];
    case "Subscript":
      return store_item(to, value, emit);
    default:
      if (keyword !== null) return [build.declare(keyword, emit.target(to), value)];
      return [build.statement(build.assign(emit.target(to), value))];
  }
}

/** The keyword when the statement declares all names of the pattern, `null` when it assigns. */
export function declaring_keyword(to: ast.Expression, emit: StatementEmit): Keyword | null {
  for (const leaf of leaves_of(to)) {
    if (is_ignored(leaf, emit.facts)) continue;
    return emit.declarations.declares(leaf);
  }
  return null;
}

/** A pattern that JavaScript's destructuring takes apart exactly as Python does, for a value of the type. */
export function fits(to: ast.Expression, type: Type, emit: StatementEmit): boolean {
  if (to.tag === "Subscript") return is_item_of_list(to, emit);
  if (to.tag === "Attribute") return !is_stored_by_call(to, emit);
  if (to.tag !== "Tuple" && to.tag !== "List") return true;
  if (type.type !== "tuple") return false;
  const star = to.elts.findIndex((each) => each.tag === "Starred");
  if (star === -1) {
    return (
      to.elts.length === type.elements.length &&
      to.elts.every((each, index) => fits(each, type.elements[index] ?? { type: "unknown" }, emit))
    );
  }
  // JavaScript's rest is an array, Python's a list: the same, as long as it stands last.
  return (
    star === to.elts.length - 1 &&
    type.elements.length >= star &&
    to.elts.every((each, index) =>
      fits(
        each.tag === "Starred" ? each.value : each,
        type.elements[index] ?? { type: "unknown" },
        emit,
      ),
    )
  );
}

function store_pattern(
  to: ast.Tuple | ast.List,
  value: target.Expression,
  type: Type,
  keyword: Keyword | null,
  emit: StatementEmit,
): readonly target.Statement[] {
  if (to.elts.length === 0) {
    return [build.statement(build.call(emit.builtin("unpack"), [value, build.number(0)]))];
  }
  if (fits(to, type, emit)) return [place(pattern_target(to, emit), value, keyword)];
  const unpacked = unpack(to, value, type, emit);
  const parts = to.elts.map((each, index): Part => {
    const inner = each.tag === "Starred" ? each.value : each;
    const known = type.type === "tuple" ? type.elements[index] : element_of(type);
    return { to: inner, type: known ?? { type: "unknown" } };
  });
  const is_direct = (part: Part): boolean => fits(part.to, part.type, emit);
  if (parts.every(is_direct)) {
    const targets = parts.map((part) => leaf_target(part.to, emit));
    return [place(build.array_target(targets), unpacked, keyword)];
  }
  // One level after the other, in Python's order, by way of temporaries.
  const names = parts.map((part) =>
    keyword !== null && is_direct(part) ? null : emit.fresh("item"),
  );
  const targets = parts.map((part, index) => {
    const name = names[index];
    return name ? build.identifier(name) : leaf_target(part.to, emit);
  });
  const rest = parts.flatMap((part, index) => {
    const name = names[index];
    return name ? store(part.to, build.identifier(name), part.type, keyword, emit) : [];
  });
  return [place(build.array_target(targets), unpacked, keyword ?? "const"), ...rest];
}

interface Part {
  readonly to: ast.Expression;
  readonly type: Type;
}

function leaf_target(to: ast.Expression, emit: StatementEmit): target.Target {
  return is_ignored(to, emit.facts) ? build.hole() : pattern_target(to, emit);
}

/** The value as exactly as many items as the pattern asks for; ValueError otherwise. */
function unpack(
  to: ast.Tuple | ast.List,
  value: target.Expression,
  type: Type,
  emit: StatementEmit,
): target.Expression {
  const star = to.elts.findIndex((each) => each.tag === "Starred");
  if (star >= 0) {
    const after = build.number(to.elts.length - star - 1);
    return build.call(emit.builtin("unpack_star"), [value, build.number(star), after]);
  }
  if (type.type === "tuple" && type.elements.length === to.elts.length) return value;
  return build.call(emit.builtin("unpack"), [value, build.number(to.elts.length)]);
}

function place(
  to: target.Target,
  value: target.Expression,
  keyword: Keyword | null,
): target.Statement {
  if (keyword !== null) return build.declare(keyword, to, value);
  return build.statement(build.assign(to, value));
}

/** A pattern as a destructuring target; items are none. */
export function pattern_target(to: ast.Expression, emit: StatementEmit): target.Target {
  switch (to.tag) {
    case "Tuple":
    case "List":
      return build.array_target(
        to.elts
          .filter((each) => each.tag !== "Starred" || !is_ignored(each.value, emit.facts))
          .map((each) =>
            is_ignored(each, emit.facts) ? build.hole() : pattern_target(each, emit),
          ),
      );
    case "Starred":
      return build.rest_target(pattern_target(to.value, emit));
    case "Name":
      return build.identifier(emit.name(emit.facts.scopes.defined_by(to)));
    case "Attribute":
      return build.from(to, build.member(emit.expression(to.value), to.attr));
    case "Subscript":
      return build.from(to, build.index(emit.expression(to.value), emit.expression(to.slice)));
    default:
      emit.unsupported(to, "cannot assign to this here", "assign to a name first");
      return build.hole();
  }
}

function store_attribute(
  to: ast.Attribute,
  value: target.Expression,
  emit: StatementEmit,
): target.Statement {
  const setter = module_setter(to, emit);
  if (setter !== null) return build.statement(build.call(setter, [value]));
  if (is_stored_by_call(to, emit)) {
    const args = [emit.expression(to.value), build.string(to.attr), value];
    return build.statement(build.call(emit.builtin("setattr"), args));
  }
  const stored = build.from(to, build.member(emit.expression(to.value), to.attr));
  return build.statement(build.assign(stored, value));
}

/** A module's variable, or an object that decides itself what a store does. */
export function is_stored_by_call(to: ast.Attribute, emit: StatementEmit): boolean {
  const type = emit.facts.types.of(to.value);
  if (type.type === "module" || /^__(?:class|dict)__$/.test(to.attr)) return true;
  if (emit.facts.effects.uses_mocks && may_have_library_method(type, to.attr, emit)) return true;
  if (type.type === "function" && /^__(?:name|qualname|annotations)__$/.test(to.attr)) return true;
  return members(type).some((member) =>
    member.type === "class"
      ? is_of_enumeration(member.node, emit) || !is_static(member.node, to.attr, emit)
      : member.type === "instance"
        ? is_frozen_outside_init(member.node, emit) ||
          watches_stores(member.node, to.attr, emit) ||
          may_be_property_of_mixed(member.node, to.attr, emit)
        : member.type === "unknown"
          ? some_class_watches_stores(to.attr, emit) || !some_class_has(to.attr, emit)
          : !OPEN.has(member.type),
  );
}

function is_of_enumeration(node: ast.ClassDef, emit: StatementEmit): boolean {
  return emit.facts.classes.info(node).enumeration !== null;
}

/** A mock may take the place of a method that the library calls. */
function may_have_library_method(type: Type, attr: string, emit: StatementEmit): boolean {
  return members(type).some((member) => {
    if (member.type === "runtime_instance") return true;
    if (member.type !== "instance") return false;
    const { bases, instance_attributes, methods } = emit.facts.classes.info(member.node);
    const is_own = instance_attributes.has(attr) || methods.has(attr);
    return !is_own && bases.some(({ type: base }) => base === "runtime_class");
  });
}

const attributes = new WeakMap<object, ReadonlySet<string>>();

/** Instances of some class of the program have the attribute: then it is theirs that is stored. */
function some_class_has(attr: string, emit: StatementEmit): boolean {
  const { classes } = emit.facts;
  let known = attributes.get(classes);
  if (known === undefined) {
    const infos = classes.all.map((each) => classes.info(each));
    known = new Set(
      infos.flatMap((info) => [
        ...info.instance_attributes.keys(),
        ...info.class_attributes.keys(),
      ]),
    );
    attributes.set(classes, known);
  }
  return known.has(attr);
}

const methods = new WeakMap<object, ReadonlySet<string>>();

/** The engine's error for a property without a setter names a link in the chain of prototypes, and not the class. */
function may_be_property_of_mixed(node: ast.ClassDef, attr: string, emit: StatementEmit): boolean {
  const { classes } = emit.facts;
  if (!classes.info(node).is_made_by_runtime) return false;
  let known = methods.get(classes);
  if (known === undefined) {
    known = new Set(classes.all.flatMap((each) => [...classes.info(each).methods.keys()]));
    methods.set(classes, known);
  }
  return known.has(attr);
}

/** Objects that take attributes natively; None fails natively, too. */
const OPEN: ReadonlySet<Type["type"]> = new Set([
  "function",
  "module",
  "none",
  "never",
  "runtime_class",
  "runtime_instance",
] as const);

/** A frozen dataclass takes nothing but what its `__init__` gives it. */
function is_frozen_outside_init(node: ast.ClassDef, emit: StatementEmit): boolean {
  if (!(dataclass_of(node)?.frozen ?? false)) return false;
  const { node: owner } = emit.frame;
  return owner.tag !== "FunctionDef" || (owner as ast.FunctionDef).name !== "__init__";
}

/** Tuples have their items as well, but give none for others. */
function is_item_of_list(to: ast.Subscript, emit: StatementEmit): boolean {
  return emit.facts.types.of(to.value).type === "list" && is_within(to, emit);
}

function store_item(
  to: ast.Subscript,
  value: target.Expression,
  emit: StatementEmit,
): readonly target.Statement[] {
  const container = emit.expression(to.value);
  const key = emit.expression(to.slice);
  const stored = (into: target.Expression): readonly target.Statement[] => [
    build.statement(build.assign(build.from(to, into as target.Index), value)),
  ];
  if (is_item_of_list(to, emit)) return stored(build.index(container, key));
  const place = checked_place(to, container, key, emit);
  if (place !== null) return stored(place);
  // A list inside of another is looked up once.
  const name = is_list_of_list(to, emit) && SIMPLE.has(value.kind) ? emit.fresh("items") : null;
  const inner = name === null ? null : checked_place(to, build.identifier(name), key, emit);
  if (name !== null && inner !== null) return [build.const_(name, container), ...stored(inner)];
  const is_set = is_dict(to.value, emit) || is_byte(to, emit);
  const call = is_set
    ? build.method_call(container, "set", [key, value])
    : build.call(emit.builtin("setitem"), [container, key, value]);
  return [build.statement(build.from(to, call))];
}

function is_list_of_list(to: ast.Subscript, emit: StatementEmit): boolean {
  return to.value.tag === "Subscript" && emit.facts.types.of(to.value).type === "list";
}

/** Values that may as well be evaluated after the list is looked up. */
const SIMPLE: ReadonlySet<target.Expression["kind"]> = new Set([
  "Identifier",
  "NumberLiteral",
  "BooleanLiteral",
  "NullLiteral",
] as const);
