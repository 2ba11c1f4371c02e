// Function and class definitions: defaults, decorators, class bodies.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Binding } from "../../facts/scopes.ts";
import type { Type } from "../../facts/types.ts";
import type { ClassRecord } from "../program/records.ts";
import { is_defined_here } from "../program/own-names.ts";
import { define_members, open_enum_hooks } from "./enumerations.ts";
import { arguments_of, type Inference } from "./inference.ts";
import { class_of, function_of, UNKNOWN } from "./values.ts";

export function define_function(
  inference: Inference,
  node: ast.FunctionDef | ast.AsyncFunctionDef,
): void {
  const record = inference.program.function(node);
  let type: Type = function_of(node);
  const is_plain = (decorator: ast.Expression): boolean =>
    is_transparent(inference, decorator, record.owner !== null);
  const decorators = node.decorator_list.filter((decorator) => !is_plain(decorator));
  for (const decorator of node.decorator_list) {
    if (is_plain(decorator)) evaluate_transparent(inference, decorator);
  }
  const values = decorators.map((decorator) => inference.of(decorator));
  inference.defaults(node);
  if (is_remembered(inference, node, decorators)) {
    record.is_wrapped = true;
    record.is_value = true;
    const remembering: Type = {
      type: "callable",
      parameters: null,
      returns: UNKNOWN,
      remembers: node,
    };
    return inference.bind(inference.module.scopes.defined_by(node), remembering);
  }
  record.is_wrapped = decorators.length > 0;
  if (record.is_wrapped) record.is_value = true;
  for (const value of values.reverse()) type = inference.invoke(value, arguments_of(node, type));
  const value = record.method_kind === "property" ? UNKNOWN : type;
  inference.bind(inference.module.scopes.defined_by(node), value);
}

/** `@functools.cache`, `@lru_cache(maxsize=None)` and nothing else, on a function that is no method. */
function is_remembered(
  inference: Inference,
  node: ast.FunctionDef | ast.AsyncFunctionDef,
  decorators: readonly ast.Expression[],
): node is ast.FunctionDef {
  const record = inference.program.function(node);
  const [decorator, ...others] = decorators;
  if (decorator === undefined || others.length > 0 || record.owner !== null) return false;
  if (node.tag !== "FunctionDef" || record.kind !== "plain") return false;
  if (node.args.vararg !== null || node.args.kwarg !== null) return false;
  const made_by = inference.last(decorator.tag === "Call" ? decorator.func : decorator);
  if (made_by.type !== "runtime_function" || made_by.module !== "functools") return false;
  return made_by.name === "lru_cache" || (made_by.name === "cache" && decorator.tag !== "Call");
}

/** Decorators that leave the function what it is, as far as its calls and its types go. */
function is_transparent(inference: Inference, node: ast.Expression, is_member: boolean): boolean {
  if (node.tag === "Attribute" && ACCESSORS.has(node.attr)) return true;
  if (is_defined_here(node, inference.module.scopes)) return false;
  if (METHOD_MARKS.has(last_name(node))) return is_member;
  if (node.tag === "Call") return TRANSPARENT_FACTORIES.has(last_name(node.func));
  return TRANSPARENT.has(last_name(node));
}

/** Outside of a class they make objects of another kind. */
const METHOD_MARKS = new Set(["staticmethod", "classmethod", "property", "cached_property"]);

const ACCESSORS = new Set(["setter", "deleter", "getter"]);

/** Evaluates the parts of `@wraps(f)`, but does not hand `f` over to anybody. */
function evaluate_transparent(inference: Inference, node: ast.Expression): void {
  if (node.tag !== "Call") return void inference.of(node);
  inference.of(node.func);
  for (const argument of node.args) inference.of(argument);
}

const TRANSPARENT = new Set("abstractmethod override final overload coroutine".split(" "));
const TRANSPARENT_FACTORIES = new Set(["wraps"]);

export function define_class(inference: Inference, node: ast.ClassDef): void {
  const record = inference.program.class(node);
  for (const part of [...node.bases, ...node.keywords.map(({ value }) => value)]) {
    inference.of(part);
  }
  const is_known = (one: ast.Expression): boolean =>
    KNOWN_CLASS_DECORATORS.has(last_name(one)) && !is_defined_here(one, inference.module.scopes);
  for (const decorator of node.decorator_list) {
    if (is_known(decorator)) evaluate_transparent(inference, decorator);
  }
  const decorators = node.decorator_list.filter((one) => !is_known(one));
  const values = decorators.map((decorator) => inference.of(decorator));
  inference.control.suite(node.body);
  share_attributes(inference, record);
  if (record.enumeration !== null) {
    open_enum_hooks(inference, record);
    define_members(inference, record, record.enumeration);
  }
  let type: Type = class_of(node);
  for (const value of values.reverse()) type = inference.invoke(value, arguments_of(node, type));
  if (record.is_opaque) inference.heap.escape(type);
  inference.bind(inference.module.scopes.defined_by(node), type);
}

const KNOWN_CLASS_DECORATORS = new Set([
  "unique",
  "verify",
  "dataclass",
  "total_ordering",
  "final",
  "runtime_checkable",
]);

/** Names bound in a class body are attributes of its instances too; plain methods are known as such. */
function share_attributes(inference: Inference, record: ClassRecord): void {
  const { heap, program, module } = inference;
  for (const binding of module.scopes.scope_of(record.node).bindings.values()) {
    const method = record.methods.get(binding.name);
    const is_method = method !== undefined && binding.definitions.length === 1;
    if (is_method && !method.is_wrapped) continue;
    const is_property = binding.definitions.every(is_function);
    if (method?.method_kind === "property" && is_property) continue;
    if (record.enumeration?.members.has(binding.name) === true) continue;
    const cell = program.attribute_to_store(record, binding.name);
    const field = is_dataclass_field(record, binding.name);
    if (field !== null) fill_field(inference, field, cell);
    else if (is_property) {
      heap.escape(heap.read(program.binding(binding)));
      heap.store(cell, UNKNOWN);
    } else if (changes_on_instances(inference, record, binding)) {
      heap.escape(heap.read(program.binding(binding)));
      heap.store(cell, UNKNOWN);
    } else heap.flow(program.binding(binding), cell);
  }
}

/** A function that instances see as a method, or an object that may be a descriptor. */
function changes_on_instances(
  { program, module }: Inference,
  record: ClassRecord,
  binding: Binding,
): boolean {
  const has_descriptors = program.methods_by_name.has("__get__");
  if (record.methods.has(binding.name)) return has_descriptors;
  return record.node.body.some((each) => {
    if (each.tag !== "Assign" && each.tag !== "AnnAssign") return false;
    const targets = each.tag === "Assign" ? each.targets : [each.target];
    if (!targets.some((to) => to.tag === "Name" && to.id === binding.name)) return false;
    const { value } = each;
    if (value === null) return false;
    if (value.tag === "Lambda") return true;
    if (value.tag === "Call") return has_descriptors || DESCRIPTOR_TYPES.has(last_name(value.func));
    if (value.tag !== "Name") return false;
    const resolution = module.scopes.resolve(value);
    return (
      resolution.kind === "binding" &&
      resolution.binding.definitions.some(is_function) &&
      !record.methods.has(value.id)
    );
  });
}

const DESCRIPTOR_TYPES = new Set(["property", "staticmethod", "classmethod", "partialmethod"]);

/** `x: T = field(default_factory=list)` in a dataclass. */
function is_dataclass_field(record: ClassRecord, name: string): ast.Call | null {
  if (!record.is_dataclass) return null;
  for (const statement of record.node.body) {
    if (statement.tag !== "AnnAssign" || statement.target.tag !== "Name") continue;
    if (statement.target.id !== name || statement.value?.tag !== "Call") continue;
    if (last_name(statement.value.func) === "field") return statement.value;
  }
  return null;
}

function fill_field(
  inference: Inference,
  field: ast.Call,
  cell: Parameters<Inference["heap"]["store"]>[0],
): void {
  for (const { arg, value } of field.keywords) {
    const type = inference.last(value);
    if (arg === "default") inference.heap.store(cell, type);
    if (arg === "default_factory") {
      inference.heap.store(cell, inference.invoke(type, arguments_of(field)));
    }
  }
}

function is_function(node: ast.Node): boolean {
  return node.tag === "FunctionDef" || node.tag === "AsyncFunctionDef";
}

function last_name(node: ast.Expression): string {
  if (node.tag === "Call") return last_name(node.func);
  if (node.tag === "Attribute") return node.attr;
  return node.tag === "Name" ? node.id : "";
}
