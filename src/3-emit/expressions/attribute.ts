// x.a → x.a;   x.method, not called → bound(x, "method");   attributes of unknown objects → getattr(x, "a")
import type * as ast from "../../../grammar/ast/index.ts";
import { method_signature } from "../../../runtime/signatures/methods.ts";
import { missing_kind } from "../../facts/lacking.ts";
import { runtime_api } from "../../facts/runtime-api.ts";
import type { Type } from "../../facts/types.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";
import { decorator_name } from "../shared/decorators.ts";
import { type_of } from "../shared/kinds.ts";
import { present } from "../shared/present.ts";
import { watches_reads } from "../shared/attribute-hooks.ts";
import { is_static } from "../shared/static-attribute.ts";
import { is_super, super_object } from "../shared/super.ts";
import { members } from "../shared/types.ts";

export function attribute(node: ast.Attribute, emit: Emit): target.Expression {
  const { attr } = node;
  if (is_super(node.value, emit))
    return build.member(super_object(node.value, { name: attr, is_called: false }, emit), attr);
  const receiver = type_of(node.value, emit);
  if (receiver.type === "module") return of_module(node, receiver, emit);
  const own = type_of(node, emit).type;
  const is_method = (own === "bound_method" || own === "runtime_method") && has_methods(receiver);
  if (!is_method && is_native(receiver, attr, emit))
    return build.member(present(node.value, emit), attr);
  const read = emit.builtin(is_method ? "bound" : "getattr");
  return build.call(read, [emit.expression(node.value), build.string(attr)]);
}

function of_module(
  node: ast.Attribute,
  { name, origin }: Extract<Type, { type: "module" }>,
  emit: Emit,
): target.Expression {
  const { attr } = node;
  if (origin === "user" && node.ctx === "Load") {
    const variable = emit.module_variable(name, attr);
    if (variable.kind === "constant")
      return variable.value === null ? build.null_() : build.string(variable.value);
    if (variable.kind === "missing") return no_attribute(name, attr, emit);
    if (variable.kind === "perhaps")
      return build.call(emit.builtin("getattr"), [
        emit.expression(node.value),
        build.string(emit.exported_name(name, attr)),
      ]);
    if (variable.kind === "dict")
      return build.call(emit.builtin("vars"), [emit.expression(node.value)]);
    if (variable.kind === "file" && emit.python_file !== null) return build.string(variable.file);
    if (variable.kind === "file" || variable.kind === "machinery")
      return emit.unsupported(
        node,
        `module '${name}' does not show its '${attr}' to others`,
        attr === "__file__"
          ? "give the module a variable of its own for it (`HERE = __file__`)"
          : "it belongs to Python's import machinery, which is not there",
      );
  }
  const own = type_of(node, emit);
  if (own.type === "module" && emit.facts.effects.replaceable_modules.has(own.name))
    return emit.runtime_module(own.name);
  if (origin === "runtime" && attr === "__name__" && node.ctx === "Load")
    return build.string(name === "os.path" ? "posixpath" : name);
  const module = emit.expression(node.value);
  // A module within a package is one of its own.
  const is_inner = own.type === "module" || attr.startsWith("__");
  const missing = origin !== "runtime" || is_inner ? null : missing_kind(name, attr);
  if (missing === "lacking")
    return emit.unsupported(
      node,
      `module '${name}' has no counterpart for '${attr}'`,
      `rewrite the code that uses \`${attr}\`, or map '${name}' to a module of your own`,
    );
  if (missing === null)
    return build.member(module, origin === "user" ? emit.exported_name(name, attr) : attr);
  return no_attribute(name, attr, emit);
}

function no_attribute(module: string, attr: string, emit: Emit): target.Expression {
  const message = build.string(`module '${module}' has no attribute '${attr}'`);
  return build.call(emit.builtin("attribute_error"), [message]);
}

/** Its methods are JavaScript methods; those of text, lists and numbers are functions of the runtime. */
function has_methods(receiver: Type): boolean {
  return members(receiver).every(({ type }) => WITH_METHODS.has(type));
}

const WITH_METHODS: ReadonlySet<Type["type"]> = new Set([
  "instance",
  "runtime_instance",
  "dict",
  "set",
  "frozenset",
  "bytes",
  "bytearray",
] as const);

/** Reading the property gives the attribute, or fails as Python fails. */
function is_native(receiver: Type, attr: string, emit: Emit): boolean {
  if (attr === "__members__" && is_enumeration(receiver, emit)) return true;
  if (SPECIAL.test(attr) && attr !== "__cause__" && attr !== "__context__") return false;
  return members(receiver).every((member) => {
    switch (member.type) {
      case "instance":
        if (is_of_every_member(member.node, attr, emit)) return true;
        if (watches_reads(member.node, emit)) return false;
        if (has_data(member.node, attr, emit))
          return emit.facts.classes.always_has(member.node, attr);
        if (is_enumeration(member, emit) || has_method_anywhere(attr, emit)) return false;
        return is_of_library_base(member.node, attr, emit);
      case "runtime_instance":
        // An exception may be one of the program's own, with attributes of its own.
        return !(is_exception(member.name) && emit.facts.classes.is_attribute(attr));
      case "runtime_class":
        if (member.module === "builtins" && OF_OBJECTS.has(member.name))
          return OF_TYPES_THEMSELVES.has(attr);
        return member.module !== "builtins" || !is_lacking(member.name, attr);
      case "class":
        return is_static(member.node, attr, emit);
      case "none":
        // JavaScript's own error is turned into Python's where somebody looks at it.
        return receiver.type === "union";
      default:
        return false;
    }
  });
}

/** Types whose methods are those of their objects; `str.upper` and its like are functions of the type. */
const OF_OBJECTS: ReadonlySet<string> = new Set(["dict", "set", "frozenset", "bytes", "bytearray"]);
const OF_TYPES_THEMSELVES: ReadonlySet<string> = new Set(["fromkeys", "fromhex", "maketrans"]);

/** A type whose methods are known, and this is none of them. */
function is_lacking(type: string, attr: string): boolean {
  if (!WITH_TABLE.has(type)) return false;
  return method_signature(type, attr) === null && !OF_TYPES.has(attr);
}

const WITH_TABLE: ReadonlySet<string> = new Set(
  "int float bool complex str bytes bytearray list tuple dict set frozenset".split(" "),
);
/** Methods of the types themselves, and numbers' parts. */
const OF_TYPES: ReadonlySet<string> = new Set(
  "fromkeys from_bytes fromhex maketrans from_number real imag numerator denominator".split(" "),
);

function is_exception(name: string): boolean {
  return /(?:Error|Exception|Warning|Interrupt|Exit|Iteration|Group)$/.test(name);
}

const SPECIAL = /^__\w+__$/u;

/** The class, or one that it extends, has the attribute as a value (not as a method). */
function has_data(node: ast.ClassDef, attr: string, emit: Emit): boolean {
  if (has_own_data(node, attr, emit)) return true;
  return emit.facts.classes
    .info(node)
    .bases.some((base) => base.type === "class" && has_data(base.node, attr, emit));
}

function is_enumeration(type: Type, emit: Emit): boolean {
  if (type.type !== "class" && type.type !== "instance") return false;
  return emit.facts.classes.info(type.node).enumeration !== null;
}

/** `color.name`, `color.value`. */
function is_of_every_member(node: ast.ClassDef, attr: string, emit: Emit): boolean {
  const { enumeration } = emit.facts.classes.info(node);
  return enumeration !== null && /^_?(?:name|value)_?$/.test(attr);
}

/** A class of the library above it declares the attribute. */
function is_of_library_base(node: ast.ClassDef, attr: string, emit: Emit): boolean {
  return emit.facts.classes.info(node).bases.some((base) => {
    if (base.type === "class") return is_of_library_base(base.node, attr, emit);
    return base.type === "runtime_class" && is_declared(base.module, base.name, attr);
  });
}

function is_declared(module: string, name: string, attr: string): boolean {
  const found = runtime_api().find(module, name);
  if (found?.kind !== "class") return false;
  const { properties, methods, static_methods, bases } = found.class;
  if (properties.has(attr) || methods.has(attr) || static_methods.has(attr)) return true;
  return bases.some((base) => {
    const [of_module = "", class_name = ""] = base.name.split(":");
    return is_declared(of_module, class_name, attr);
  });
}

function has_own_data(node: ast.ClassDef, attr: string, emit: Emit): boolean {
  const info = emit.facts.classes.info(node);
  return (
    info.instance_attributes.has(attr) ||
    (info.class_attributes.has(attr) && !info.methods.has(attr)) ||
    is_property(node, attr, emit)
  );
}

function is_property(node: ast.ClassDef, attr: string, emit: Emit): boolean {
  const method = emit.facts.classes.info(node).methods.get(attr);
  return (
    method?.decorator_list.some((each) =>
      /^(?:property|(?:functools\.)?cached_property)$/.test(decorator_name(each) ?? ""),
    ) ?? false
  );
}

function has_method_anywhere(attr: string, emit: Emit): boolean {
  return emit.facts.classes.all.some(
    (each) => emit.facts.classes.info(each).methods.has(attr) && !is_property(each, attr, emit),
  );
}
