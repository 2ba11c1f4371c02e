// The facts about the program's classes.
import type * as ast from "../../../grammar/ast/index.ts";
import type { AttributeInfo, Classes, ClassInfo } from "../../facts/classes.ts";
import type { Enumeration } from "../../facts/enumerations.ts";
import type { Type } from "../../facts/types.ts";
import type { Program } from "../program/program.ts";
import type { Base, ClassRecord, ModuleRecord } from "../program/records.ts";
import { is_opaque } from "../types/class-members.ts";
import { plain_type } from "../types/plain.ts";
import { UNKNOWN } from "../types/values.ts";
import { always_has } from "./always-has.ts";
import { first_assigned } from "./first-assigned.ts";

export function classes_of(program: Program, module: ModuleRecord): Classes {
  const { described, all, has_text_classes } = of_program(program);
  return {
    all: module.classes.map(({ node }) => node),
    program: all,
    always_has: (node, name) => always_has(program, program.class(node), name),
    is_settled: (name) =>
      !program.changed_attributes.has(name) &&
      !program.deleted_attributes.has("*") &&
      !program.deleted_attributes.has(name) &&
      !program.is_stored_blindly(name),
    is_attribute: (name) => program.stored_attributes.has(name),
    has_text_classes,
    info(node) {
      const known = described.get(node) ?? describe(program, program.class(node));
      described.set(node, known);
      return known;
    },
  };
}

/** What is the same for all modules: a program of thousands of modules has many thousands of classes. */
interface ProgramClasses {
  readonly described: Map<ast.ClassDef, ClassInfo>;
  readonly all: readonly ast.ClassDef[];
  readonly has_text_classes: boolean;
}

const shared = new WeakMap<Program, ProgramClasses>();

function of_program(program: Program): ProgramClasses {
  const known = shared.get(program);
  if (known !== undefined) return known;
  const made = {
    described: new Map<ast.ClassDef, ClassInfo>(),
    all: [...program.classes.keys()],
    has_text_classes: [...program.classes.values()].some(is_text_class),
  };
  shared.set(program, made);
  return made;
}

function is_text_class(record: ClassRecord): boolean {
  return (
    record.enumeration?.data_type === "str" ||
    record.bases.some((base) => base.kind === "unknown" || is_runtime_text(base))
  );
}

function is_runtime_text(base: Base): boolean {
  return base.kind === "runtime" && (base.name === "str" || base.name === "StrEnum");
}

function describe(program: Program, record: ClassRecord): ClassInfo {
  const { node } = record;
  const methods = new Map<string, ast.FunctionDef | ast.AsyncFunctionDef>();
  for (const [name, method] of record.methods) {
    if (method.node.tag !== "Lambda") methods.set(name, method.node);
  }
  const class_attributes = new Map<string, Type>();
  for (const binding of record.module.scopes.scope_of(node).bindings.values()) {
    if (methods.has(binding.name) || !is_assigned(node, binding.name)) continue;
    // `@Base.x.setter`: the property of the base with another setter.
    if (record.setters.has(binding.name)) continue;
    class_attributes.set(binding.name, attribute_type(program, record, binding.name));
  }
  return {
    node,
    bases: record.written_bases.map(base_type),
    instance_attributes: instance_attributes(program, record, class_attributes),
    class_attributes,
    methods,
    subclasses: record.subclasses.map((subclass) => subclass.node),
    enumeration: enumeration_of(program, record),
    is_made_by_runtime: record.family.is_made_by_runtime,
    is_protocol: record.is_protocol,
    is_virtual: record.is_virtual,
  };
}

function enumeration_of(program: Program, record: ClassRecord): Enumeration | null {
  const { enumeration } = record;
  if (enumeration === null) return null;
  return {
    base: enumeration.base,
    data_type: enumeration.data_type,
    members: enumeration.members,
    dropped: enumeration.dropped,
    value: plain_type(enumeration.value.root.value),
    is_iterated: enumeration.is_iterated,
    // A class with `__eq__` may call anything its equal.
    is_plain: enumeration.data_type === null && !program.methods_by_name.has("__eq__"),
  };
}

function instance_attributes(
  program: Program,
  record: ClassRecord,
  class_attributes: ReadonlyMap<string, Type>,
): ReadonlyMap<string, AttributeInfo> {
  const in_init = first_assigned(record);
  const found = new Map<string, AttributeInfo>();
  for (const [name, node] of record.own_attributes) {
    const is_class_level = node.tag === "Name" && class_attributes.has(name);
    if (is_class_level && !record.is_dataclass) continue;
    found.set(name, {
      type: attribute_type(program, record, name),
      assigned_in_init: in_init.has(name) || (record.is_dataclass && node.tag === "Name"),
    });
  }
  return found;
}

function attribute_type(program: Program, record: ClassRecord, name: string): Type {
  if (is_opaque(record)) return UNKNOWN;
  return plain_type(program.attribute(record, name)?.root.value);
}

/** Has the name a value in the class body, not just an annotation? */
function is_assigned(node: ast.ClassDef, name: string): boolean {
  return !node.body.some(
    (statement) =>
      statement.tag === "AnnAssign" &&
      statement.value === null &&
      statement.target.tag === "Name" &&
      statement.target.id === name,
  );
}

function base_type(base: Base | null): Type {
  if (base === null) return { type: "runtime_class", module: "builtins", name: "object" };
  if (base.kind === "user") return { type: "class", node: base.record.node };
  if (base.kind === "unknown") return UNKNOWN;
  return { type: "runtime_class", module: base.module, name: base.name };
}
