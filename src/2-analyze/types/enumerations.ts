// Enumerations: members, their names and values, what the class gives as a container.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Type } from "../../facts/types.ts";
import type { EnumRecord } from "../program/enum-record.ts";
import { mro, with_subclasses } from "../program/mro.ts";
import type { ClassRecord } from "../program/records.ts";
import { method_of } from "./class-members.ts";
import type { Inference } from "./inference.ts";
import { Dict, FLOAT, INT, instance, members, STR, tuple, UNKNOWN } from "./values.ts";

/** Evaluates nothing: the body has been. Notes what members hold, and that `__init__` gets it. */
export function define_members(
  inference: Inference,
  record: ClassRecord,
  enumeration: EnumRecord,
): void {
  const { heap, program } = inference;
  const made = instance(record.node);
  const init = method_of(record, "__init__");
  let before: Type | null = null;
  for (const [name, node] of enumeration.members) {
    const raw = raw_type(inference, record, enumeration, node, before);
    before = raw;
    heap.store(program.attribute_to_store(record, name), made);
    heap.store(enumeration.value, value_type(record, enumeration, raw));
    if (init === null) continue;
    const given = raw.type === "tuple" ? raw.elements : [raw];
    const positional = [made, ...given].map((type) => ({ type, is_star: false }));
    inference.call_function(init, { positional, keywords: [], site: node, call: null }, record);
  }
}

/** Attributes that `Enum` gives; `null` for others, and where the class has its own. */
export function enum_attribute(
  inference: Inference,
  record: ClassRecord,
  name: string,
): Type | null {
  const { enumeration } = record;
  if (enumeration === null || method_of(record, name) !== null) return null;
  switch (name) {
    case "name":
    case "_name_":
      return STR;
    case "value":
    case "_value_":
      return inference.heap.join_all(
        [...with_subclasses(record)].flatMap((one) =>
          one.enumeration === null ? [] : [inference.heap.read(one.enumeration.value)],
        ),
      );
    default:
      return enumeration.members.has(name) ? instance(record.node) : null;
  }
}

/** What the class itself gives of a name: a member, `__members__`. */
export function enum_class_attribute(
  inference: Inference,
  record: ClassRecord,
  name: string,
): Type | null {
  const { enumeration } = record;
  if (enumeration === null) return null;
  if (enumeration.members.has(name)) return instance(record.node);
  if (name !== "__members__") return null;
  const [keys, values] = [
    inference.program.site(record.node, "names"),
    inference.program.site(record.node, "members"),
  ];
  inference.heap.store(keys, STR);
  inference.heap.store(values, instance(record.node));
  enumeration.is_iterated = true;
  return new Dict(keys, values);
}

/** The members of a class, as iterating or subscripting it gives them; `null` where it is no enumeration. */
export function enum_element(inference: Inference, type: Type): Type | null {
  if (type.type !== "class") return null;
  const { enumeration } = inference.program.class(type.node);
  if (enumeration === null) return null;
  enumeration.is_iterated = true;
  return instance(type.node);
}

/** Flags of one class combine to flags of it. */
export function is_flag(inference: Inference, type: Type): boolean {
  return members(type).every((member) => {
    if (member.type !== "instance") return false;
    const base = inference.program.class(member.node).enumeration?.base;
    return base === "Flag" || base === "IntFlag";
  });
}

function raw_type(
  inference: Inference,
  record: ClassRecord,
  enumeration: EnumRecord,
  node: ast.Expression,
  before: Type | null,
): Type {
  if (is_call_of(node, "auto")) return auto_type(record, enumeration, before);
  if (node.tag === "Tuple" && node.elts.some((each) => is_call_of(each, "auto"))) {
    return tuple(
      node.elts.map((each) =>
        is_call_of(each, "auto") ? auto_type(record, enumeration, null) : inference.last(each),
      ),
    );
  }
  if (is_call_of(node, "member")) return UNKNOWN;
  const type = inference.last(node);
  return type.type === "class" || type.type.endsWith("function") ? UNKNOWN : type;
}

function auto_type(record: ClassRecord, enumeration: EnumRecord, before: Type | null): Type {
  if (method_of(record, "_generate_next_value_") !== null) return UNKNOWN;
  if (enumeration.base === "StrEnum") return STR;
  if (enumeration.base === "Flag" || enumeration.base === "IntFlag") return INT;
  if (enumeration.base === "IntEnum") return INT;
  return before === null || before.type === "int" ? INT : UNKNOWN;
}

function value_type(record: ClassRecord, enumeration: EnumRecord, raw: Type): Type {
  const makes_values = mro(record).some(
    (one) => one.methods.has("__new__") || one.own_attributes.has("_value_"),
  );
  if (makes_values) return UNKNOWN;
  switch (enumeration.data_type) {
    case "str":
      return STR;
    case "int":
      return INT;
    case "float":
      return FLOAT;
    case "other":
      return UNKNOWN;
    case null:
      return raw;
  }
}

function is_call_of(node: ast.Expression, name: string): boolean {
  if (node.tag !== "Call") return false;
  const { func } = node;
  return func.tag === "Attribute" ? func.attr === name : func.tag === "Name" && func.id === name;
}

/** `Color(1)`: looked up, not made; an enumeration without members makes classes. */
export function enum_call(record: ClassRecord): Type | null {
  const { enumeration } = record;
  if (enumeration === null) return null;
  return enumeration.members.size > 0 ? instance(record.node) : UNKNOWN;
}

/** `_missing_` and `_generate_next_value_` are called by the class. */
export function open_enum_hooks(inference: Inference, record: ClassRecord): void {
  for (const name of ["_missing_", "_generate_next_value_"]) {
    const method = record.methods.get(name);
    if (method !== undefined) inference.program.open(method);
  }
}
