// Functions, classes and objects of the runtime, by their declarations.
import type { RuntimeCallable } from "../../facts/calls.ts";
import type { Declared, RuntimeClass, Signature } from "../../facts/declared-api.ts";
import type { Type } from "../../facts/types.ts";
import { Cell } from "./cell.ts";
import { apply_signature } from "./apply-signature.ts";
import { callable } from "./callable.ts";
import { as_dict } from "./as-dict.ts";
import { dict_class_method, fill_new } from "./dict-classes.ts";
import { instantiate, Substitution } from "./declared.ts";
import { all_types, arguments_of, type CallArguments, type Inference } from "./inference.ts";
import { runtime_class, runtime_function, RuntimeInstance, UNKNOWN } from "./values.ts";

type RuntimeObject = Extract<Type, { type: "runtime_instance" }>;
type RuntimeClassType = Extract<Type, { type: "runtime_class" }>;

/** What `module.name` is; `null` when the runtime does not declare it. */
export function runtime_export(inference: Inference, module: string, name: string): Type | null {
  const found = inference.program.api.find(module, name);
  if (found === null) return null;
  if (found.kind === "function") return runtime_function(module, name);
  if (found.kind === "class") return runtime_class(found.class.module, found.class.name);
  return instantiate(inference, found.type, new Substitution(inference), found);
}

export function runtime_call(
  inference: Inference,
  module: string,
  name: string,
  args: CallArguments,
): Type {
  const found = inference.program.api.find(module, name);
  if (found?.kind !== "function") return lose(inference, args);
  record(inference, args, callable(found.signature, module, name));
  if (name === "replace" && (module === "dataclasses" || module === "copy"))
    replace_fields(inference, args);
  return apply_signature(inference, found.signature, args, new Substitution(inference));
}

/** `replace(point, x=…)`: another instance of the class, with these values. */
function replace_fields(inference: Inference, { positional, keywords }: CallArguments): void {
  const [first] = positional;
  if (first === undefined) return;
  for (const { name, type } of keywords) {
    if (name === null) return inference.program.lose_attributes();
    inference.store_attribute(first.is_star ? UNKNOWN : first.type, name, type);
  }
}

export function runtime_construct(
  inference: Inference,
  module: string,
  name: string,
  args: CallArguments,
): Type {
  const found = inference.program.api.find(module, name);
  if (found?.kind !== "class") return lose(inference, args);
  // `Enum("Color", "RED GREEN")` makes a class.
  if (module === "enum" && /(?:Enum|Flag)$/.test(name)) return lose(inference, args);
  const cells = found.class.type_parameters.map((_, index) =>
    inference.program.site(args.site, `new ${index}`),
  );
  const made = new RuntimeInstance(found.class.module, found.class.name, cells);
  const inherited = constructor_of(inference, found.class);
  fill_new(inference, made, args);
  if (inherited === null) {
    for (const type of all_types(args)) inference.heap.escape(type);
    return made;
  }
  const made_by = callable(inherited, module, name);
  note_class(inference, args, made_by);
  if (as_dict(made) === null)
    apply_signature(inference, inherited, args, substitution_of(inference, found.class, cells));
  return made;
}

/** `null`: the class has no such method that is declared. */
export function runtime_method_call(
  inference: Inference,
  receiver: RuntimeObject,
  name: string,
  args: CallArguments,
): Type | null {
  const found = find_member(inference, receiver, name);
  if (found === null || found.method === undefined) return null;
  record(
    inference,
    args,
    callable(found.method, found.class.module, `${found.class.name}.${name}`),
  );
  return (
    dict_class_method(inference, receiver, name, args) ??
    apply_signature(inference, found.method, args, found.substitution)
  );
}

/** What `x[index]` gives where the class declares it; `null` where it does not. */
export function runtime_item(inference: Inference, receiver: Type, index: Type): Type | null {
  if (receiver.type !== "runtime_instance") return null;
  const found = find_member(inference, receiver, "__getitem__");
  if (found?.method === undefined || found.method.result.name === "unknown") return null;
  const args = arguments_of(receiver, index);
  return apply_signature(inference, found.method, args, found.substitution);
}

/** `x[index] = value` where the class declares what it takes; says whether it does. */
export function store_runtime_item(
  inference: Inference,
  receiver: Type,
  index: Type,
  value: Type,
): boolean {
  if (receiver.type !== "runtime_instance") return false;
  const found = find_member(inference, receiver, "__setitem__");
  if (found?.method === undefined) return false;
  apply_signature(
    inference,
    found.method,
    arguments_of(receiver, index, value),
    found.substitution,
  );
  return true;
}

/** `datetime.now()`; `null`: neither the class nor one above it declares such a static method. */
export function runtime_static_call(
  inference: Inference,
  receiver: RuntimeClassType,
  name: string,
  args: CallArguments,
): Type | null {
  const found = find_static(inference, receiver.module, receiver.name, name);
  if (found === null) return null;
  record(
    inference,
    args,
    callable(found.method, found.class.module, `${found.class.name}.${name}`),
  );
  return apply_signature(inference, found.method, args, new Substitution(inference));
}

/** A static method as a value; `null` when none is declared. */
export function runtime_static(
  inference: Inference,
  receiver: RuntimeClassType,
  name: string,
): Type | null {
  const found = find_static(inference, receiver.module, receiver.name, name);
  if (found === null) return null;
  const { module, name: class_name } = found.class;
  return { type: "runtime_method", module, class_name, name, receiver };
}

export function runtime_attribute(
  inference: Inference,
  receiver: RuntimeObject,
  name: string,
): Type | null {
  const found = find_member(inference, receiver, name);
  if (found === null) return null;
  if (found.property !== undefined) {
    return instantiate(inference, found.property, found.substitution, found.property);
  }
  return {
    type: "runtime_method",
    module: found.class.module,
    class_name: found.class.name,
    name,
    receiver,
  };
}

/** What a `for` gets from an object of the runtime. */
export function runtime_element(inference: Inference, receiver: RuntimeObject): Type {
  const [first] = receiver instanceof RuntimeInstance ? receiver.cells : [];
  if (receiver.module === "builtins" && receiver.name.startsWith("dict_")) {
    return first === undefined ? UNKNOWN : inference.heap.read(first);
  }
  for (const name of ["__iter__", "__aiter__"]) {
    const found = find_member(inference, receiver, name);
    const declared = found?.method?.result.arguments[0];
    if (found !== null && declared !== undefined) {
      return instantiate(inference, declared, found.substitution, declared);
    }
  }
  const next = find_member(inference, receiver, "__anext__");
  if (next?.method === undefined) return UNKNOWN;
  return instantiate(inference, next.method.result, next.substitution, next.method);
}

/** What awaiting an object of the runtime gives: that of the `Future<T>` that it is. */
export function runtime_awaited(inference: Inference, receiver: RuntimeObject): Type {
  const found = find_member(inference, receiver, "then");
  const declared = found?.method?.result;
  if (found === null || declared === undefined) return UNKNOWN;
  return instantiate(inference, declared, found.substitution, declared);
}

interface Found {
  readonly class: RuntimeClass;
  readonly substitution: Substitution;
  readonly method?: Signature;
  readonly property?: Declared;
}

/** Looks through the class and its bases, type arguments carried along. */
function find_member(inference: Inference, receiver: RuntimeObject, name: string): Found | null {
  const cells = receiver instanceof RuntimeInstance ? receiver.cells : [];
  const found = find_in(inference, receiver.module, receiver.name, cells, name, 0);
  if (found !== null) found.substitution.self = receiver;
  return found;
}

function find_in(
  inference: Inference,
  module: string,
  class_name: string,
  cells: readonly Cell[],
  name: string,
  depth: number,
): Found | null {
  const found = inference.program.api.find(module, class_name);
  if (found?.kind !== "class" || depth > 12) return null;
  const substitution = substitution_of(inference, found.class, cells);
  const method = found.class.methods.get(name);
  if (method !== undefined) return { class: found.class, substitution, method };
  const property = found.class.properties.get(name);
  if (property !== undefined) return { class: found.class, substitution, property };
  for (const base of found.class.bases) {
    const [base_module = "", base_name = ""] = base.name.split(":");
    const base_cells = base.arguments.map((part) => cell_of(inference, part, substitution));
    const inherited = find_in(inference, base_module, base_name, base_cells, name, depth + 1);
    if (inherited !== null) return inherited;
  }
  return null;
}

interface FoundStatic {
  readonly class: RuntimeClass;
  readonly method: Signature;
}

/** Of the library's classes: those of `builtins` are known by their own rules. */
function find_static(
  inference: Inference,
  module: string,
  class_name: string,
  name: string,
): FoundStatic | null {
  if (module === "builtins" || name.startsWith("__")) return null;
  const found = inference.program.api.find(module, class_name);
  if (found?.kind !== "class") return null;
  const method = found.class.static_methods.get(name);
  if (method !== undefined) return { class: found.class, method };
  for (const base of found.class.bases) {
    const [base_module = "", base_name = ""] = base.name.split(":");
    const inherited = find_static(inference, base_module, base_name, name);
    if (inherited !== null) return inherited;
  }
  return null;
}

function cell_of(inference: Inference, declared: Declared, substitution: Substitution): Cell {
  const known = substitution.class_variables.get(declared.name.slice(1));
  if (known !== undefined) return known;
  const cell = new Cell();
  inference.heap.store(cell, instantiate(inference, declared, substitution, declared));
  return cell;
}

function substitution_of(
  inference: Inference,
  declared: RuntimeClass,
  cells: readonly Cell[],
): Substitution {
  const substitution = new Substitution(inference);
  declared.type_parameters.forEach((name, index) => {
    const cell = cells[index];
    if (cell !== undefined) substitution.class_variables.set(name, cell);
  });
  return substitution;
}

function constructor_of(inference: Inference, declared: RuntimeClass): Signature | null {
  if (declared.constructor_signature !== null) return declared.constructor_signature;
  for (const base of declared.bases) {
    const [module = "", name = ""] = base.name.split(":");
    const found = inference.program.api.find(module, name);
    if (found?.kind === "class") return constructor_of(inference, found.class);
  }
  return null;
}

function lose(inference: Inference, args: CallArguments): Type {
  for (const type of all_types(args)) inference.heap.escape(type);
  return UNKNOWN;
}

function record(inference: Inference, args: CallArguments, found: RuntimeCallable): void {
  if (args.call === null) return;
  inference.call_record(args.call).reach_runtime(found);
}

function note_class(inference: Inference, args: CallArguments, found: RuntimeCallable): void {
  if (args.call === null) return;
  inference
    .call_record(args.call)
    .reach(`class ${found.module} ${found.name}`, { kind: "runtime_class", callable: found });
}
