// Attributes: what reading one gives, and where a value goes that is stored to one.
import type { Type } from "../../facts/types.ts";
import type { Program } from "../program/program.ts";
import type { ClassRecord } from "../program/records.ts";
import { is_builtin_method } from "./builtin-methods.ts";
import { is_opaque, method_of, methods_of, runtime_bases, setters_of } from "./class-members.ts";
import { enum_attribute, enum_class_attribute } from "./enumerations.ts";
import { arguments_of, type Inference } from "./inference.ts";
import { runtime_attribute, runtime_static, runtime_export } from "./runtime.ts";
import { function_of, is_unknown, members, NEVER, STR, UNKNOWN } from "./values.ts";

export function attribute(inference: Inference, receiver: Type, name: string): Type {
  return inference.heap.join_all(
    members(receiver).map((member) => of_member(inference, member, name)),
  );
}

export function store_attribute(
  inference: Inference,
  receiver: Type,
  name: string,
  value: Type,
): void {
  const { program, heap } = inference;
  for (const member of members(receiver)) {
    if (member.type === "instance" || member.type === "class") {
      const record = program.class(member.node);
      const setters = setters_of(record, name);
      for (const setter of setters) {
        inference.call_function(setter, arguments_of(setter.node, member, value), record);
      }
      if (is_opaque(record)) heap.escape(value);
      if (setters.length === 0) heap.store(program.attribute_to_store(record, name), value);
    } else if (member.type === "module" && member.origin === "user") {
      const module = program.modules.get(member.name);
      const binding = module?.scopes.module.bindings.get(name);
      heap.escape(value);
      if (binding !== undefined) {
        heap.leak(program.binding(binding));
        heap.store(program.binding(binding), UNKNOWN);
      }
    } else if (is_unknown(member) || member.type === "runtime_instance") {
      // `d.default_factory = …`: what the object holds may be anything now.
      if (member.type === "runtime_instance") heap.escape(member);
      for (const setter of program.setters_by_name.get(name) ?? []) program.open(setter);
      program.store_attribute_blindly(name, value);
    } else {
      heap.escape(value);
    }
  }
}

/** The value of an attribute of the program's own class, of an instance or of the class itself. */
export function value_in_class(
  inference: Inference,
  record: ClassRecord,
  name: string,
): Type | null {
  const { program, heap } = inference;
  if (is_opaque(record)) {
    const cell = program.attribute(record, name);
    if (cell !== null) heap.leak(cell);
    return UNKNOWN;
  }
  if (program.stored_attributes.has(name) || program.attribute(record, name) !== null) {
    return heap.read(program.attribute_to_store(record, name));
  }
  return null;
}

function of_member(inference: Inference, member: Type, name: string): Type {
  switch (member.type) {
    case "instance":
      return of_instance(inference, member, name);
    case "class":
      return of_class(inference, member, name);
    case "module":
      return of_module(inference, member, name);
    case "runtime_instance":
      return runtime_attribute(inference, member, name) ?? of_anything(inference, name);
    case "unknown":
      return of_anything(inference, name);
    case "none":
      return name.startsWith("__") ? UNKNOWN : NEVER;
    case "runtime_class": {
      const method = runtime_static(inference, member, name);
      if (method !== null) return method;
      return name === "__name__" || name === "__qualname__" ? STR : UNKNOWN;
    }
    case "function":
      return name === "__name__" || name === "__qualname__" ? STR : UNKNOWN;
    case "callable":
      // `f.__wrapped__`: whoever gets that may call it with anything.
      inference.heap.escape(member);
      return UNKNOWN;
    default:
      if (!is_builtin_method(member, name)) return UNKNOWN;
      return {
        type: "runtime_method",
        module: "builtins",
        class_name: member.type,
        name,
        receiver: member,
      };
  }
}

/** An attribute of an object that may be of any class of the program. */
function of_anything(inference: Inference, name: string): Type {
  const { program } = inference;
  if (name === "__dict__") program.lose_attributes();
  for (const method of program.methods_by_name.get(name) ?? []) program.open(method);
  program.read_attribute_blindly(name);
  return UNKNOWN;
}

function of_instance(
  inference: Inference,
  member: Extract<Type, { type: "instance" }>,
  name: string,
): Type {
  const { program, heap } = inference;
  const record = program.class(member.node);
  const of_enum = enum_attribute(inference, record, name);
  if (of_enum !== null) return of_enum;
  const results: Type[] = [];
  for (const method of methods_of(record, name)) {
    if (method.is_wrapped) continue;
    if (method.method_kind === "property") {
      results.push(inference.call_function(method, arguments_of(method.node, member), record));
    } else if (method.node.tag !== "Lambda") {
      method.is_value = true;
      results.push(
        method.method_kind === "static"
          ? function_of(method.node)
          : { type: "bound_method", node: method.node, receiver: member },
      );
    }
  }
  const value = value_in_class(inference, record, name);
  if (value !== null) results.push(value);
  if (results.length > 0) return heap.join_all(results);
  return inherited(inference, record, name);
}

/** What none of the program's classes defines: perhaps a runtime class above them does. */
function inherited(inference: Inference, record: ClassRecord, name: string): Type {
  if (name === "__dict__") inference.program.lose_attributes();
  for (const base of runtime_bases(record)) {
    const value = runtime_attribute(
      inference,
      { type: "runtime_instance", module: base.module, name: base.name, arguments: [] },
      name,
    );
    if (value !== null) return value;
  }
  return UNKNOWN;
}

function of_class(
  inference: Inference,
  member: Extract<Type, { type: "class" }>,
  name: string,
): Type {
  const { heap, program } = inference;
  const record = program.class(member.node);
  if (name === "__name__" || name === "__qualname__") return STR;
  const of_enum = enum_class_attribute(inference, record, name);
  if (of_enum !== null) return of_enum;
  const results: Type[] = [];
  const method = method_of(record, name);
  if (method !== null && !method.is_wrapped && method.node.tag !== "Lambda") {
    method.is_value = true;
    results.push(
      method.method_kind === "class"
        ? { type: "bound_method", node: method.node, receiver: member }
        : method.method_kind === "property"
          ? UNKNOWN
          : function_of(method.node),
    );
  }
  const value = value_in_class(inference, record, name);
  if (value !== null) results.push(value);
  return results.length === 0 ? UNKNOWN : heap.join_all(results);
}

/** What blocks is waited for in any case. */
function may_be_replaced({ api, replaced }: Program, module: string, name: string): boolean {
  if (replaced.get(module)?.has(name) !== true) return false;
  const found = api.find(module, name);
  return found?.kind !== "function" || found.signature.effect !== "blocking";
}

function of_module(
  inference: Inference,
  member: Extract<Type, { type: "module" }>,
  name: string,
): Type {
  const { program } = inference;
  const dotted = `${member.name}.${name}`;
  if (member.origin === "runtime") {
    if (program.replaced.has(dotted)) return { type: "module", name: dotted, origin: "runtime" };
    const found = runtime_export(inference, member.name, name);
    if (found !== null && may_be_replaced(program, member.name, name)) {
      inference.heap.escape(found);
      return UNKNOWN;
    }
    if (found !== null) return found;
    const is_package = program.api.modules.some(
      (module) => module === dotted || module.startsWith(`${dotted}.`),
    );
    return is_package ? { type: "module", name: dotted, origin: "runtime" } : UNKNOWN;
  }
  const module = program.modules.get(member.name);
  const binding = module?.scopes.module.bindings.get(name);
  if (binding !== undefined) return inference.read(binding);
  if (program.is_module(dotted)) return { type: "module", name: dotted, origin: "user" };
  if (name === "__dict__") program.lose_variables();
  return name === "__name__" || name === "__file__" ? STR : UNKNOWN;
}
