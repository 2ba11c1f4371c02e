// Who inherits from whom; classes joined by inheritance become one family.
import type * as ast from "../../../grammar/ast/index.ts";
import { looks_early } from "../../facts/early-self.ts";
import type { Binding } from "../../facts/scopes.ts";
import { enum_record } from "./enumerations.ts";
import { is_defined_here } from "./own-names.ts";
import type { Base, ClassRecord, ModuleRecord } from "./records.ts";

export interface HierarchyContext {
  readonly classes: ReadonlyMap<ast.ClassDef, ClassRecord>;
  module(name: string): ModuleRecord | null;
  /** Some code puts another `__init__` into a class: no constructor of JavaScript would hear of it. */
  readonly replaces_init: boolean;
  /** Something of the name is read somewhere. */
  readonly mentions: (name: string) => boolean;
}

/** Fills in bases, subclasses, families and what is opaque. */
export function link_hierarchy(context: HierarchyContext): void {
  for (const record of context.classes.values()) {
    record.written_bases = record.node.bases.map((node) => {
      return base_of(node, record.module, context)[0] ?? null;
    });
    record.bases = record.written_bases.filter((base) => base !== null);
    for (const base of record.bases) {
      // Its annotated names are what a call of the class takes.
      if (base.kind === "runtime" && base.name === "NamedTuple") record.is_dataclass = true;
      if (base.kind === "unknown" || is_typed_dict(base)) record.is_opaque = true;
      if (base.kind === "user") {
        base.record.subclasses.push(record);
        join_families(base.record, record);
      }
    }
    record.is_protocol = record.node.bases.some((node, index) => {
      return record.written_bases[index] === null && last_base_name(node) === "Protocol";
    });
    read_keywords(record);
    read_decorators(record);
    if (HOOKS.some((name) => record.methods.has(name) || binds(record.node, name)))
      record.is_opaque = true;
  }
  for (const record of context.classes.values()) record.enumeration = enum_record(record);
  for (const record of context.classes.values()) record.is_virtual = is_virtual(record, context);
  for (const record of context.classes.values()) {
    if (!needs_runtime(record) && !(context.replaces_init && is_ordinary(record))) continue;
    record.is_mixed = !record.is_opaque && is_ordinary(record);
    record.is_opaque = true;
    record.family.is_made_by_runtime = true;
  }
}

function is_virtual(record: ClassRecord, context: HierarchyContext): boolean {
  if (record.is_protocol) return true;
  return is_abstract(record) && (context.mentions("register") || recognises(record));
}

function recognises(record: ClassRecord): boolean {
  return (
    record.methods.has("__subclasshook__") ||
    record.bases.some((base) => base.kind === "user" && recognises(base.record))
  );
}

/** `ABC` or `ABCMeta` stands above it. */
function is_abstract(record: ClassRecord): boolean {
  return (
    record.node.keywords.some(is_abstract_keyword) ||
    record.node.bases.some((base) => last_base_name(base) === "ABC") ||
    record.bases.some((base) => base.kind === "user" && is_abstract(base.record))
  );
}

function last_base_name(node: ast.Expression): string | null {
  return node.tag === "Subscript" ? last_name(node.value) : last_name(node);
}

/** No class but the program's own is above it. */
function is_ordinary(record: ClassRecord): boolean {
  return (
    record.enumeration === null &&
    !record.is_dataclass &&
    record.bases.every((base) => base.kind === "user" && is_ordinary(base.record))
  );
}

function needs_runtime(record: ClassRecord): boolean {
  if (record.enumeration !== null || record.bases.some(makes_classes_itself)) return false;
  return (
    record.bases.length > 1 ||
    record.methods.has("__new__") ||
    makes_base_late(record) ||
    record.node.keywords.some((each) => !is_abstract_keyword(each)) ||
    record.node.bases.some((base) => is_type(base, record.module))
  );
}

/** Their `__init__` can fill an object that is there already. */
const FILLED_LATER: ReadonlySet<string> = new Set([
  ..."dict list set".split(" ").map((name) => `builtins.${name}`),
  ..."OrderedDict UserDict UserList UserString defaultdict"
    .split(" ")
    .map((name) => `collections.${name}`),
  ..."JSONDecoder JSONEncoder".split(" ").map((name) => `json.${name}`),
  ..."Thread Timer".split(" ").map((name) => `threading.${name}`),
  ..."BoundedSemaphore Condition Event Future LifoQueue Lock PriorityQueue Queue Semaphore Task"
    .split(" ")
    .map((name) => `asyncio.${name}`),
]);

/** `super().__init__(self.count())`, where that is a built-in class's. */
function makes_base_late({ bases, methods }: ClassRecord): boolean {
  const [base] = bases;
  if (base?.kind !== "runtime" || !FILLED_LATER.has(`${base.module}.${base.name}`)) return false;
  const init = methods.get("__init__")?.node;
  const called = CALLED_BY_INIT.get(base.name) ?? [];
  const calls_back = called.some((name) => methods.has(name));
  return init?.tag === "FunctionDef" && looks_early(init, calls_back);
}

/** Methods that the `__init__` of built-in classes calls. */
const CALLED_BY_INIT: ReadonlyMap<string, readonly string[]> = new Map([
  ["UserDict", ["__setitem__", "update"]],
  ["Queue", ["_init"]],
  ["LifoQueue", ["_init"]],
  ["PriorityQueue", ["_init"]],
]);

/** `NamedTuple` and its like make of a class body what they like. */
function makes_classes_itself(base: Base): boolean {
  return base.kind === "runtime" && base.module.startsWith("typing");
}

/** Calls of the class give dicts. */
function is_typed_dict(base: Base): boolean {
  return base.kind === "runtime" && base.module.startsWith("typing") && base.name === "TypedDict";
}

/** The class is a metaclass. */
function is_type(node: ast.Expression, module: ModuleRecord): boolean {
  if (node.tag !== "Name" || node.id !== "type") return false;
  return module.scopes.resolve(node).kind === "builtin";
}

/** `__getattr__ = dict.__getitem__`. */
function binds({ body }: ast.ClassDef, name: string): boolean {
  return body.some(
    (each) =>
      each.tag === "Assign" && each.targets.some((to) => to.tag === "Name" && to.id === name),
  );
}

const HOOKS = ["__new__", "__getattr__", "__getattribute__", "__setattr__"];
/** They say something to type checkers only; `asyncio.Protocol` is a class like others. */
const NOTHING_TO_INHERIT = new Set(["Generic", "Protocol", "ABC"]);
const TYPING_MODULES = new Set(["abc", "typing", "typing_extensions"]);

function base_of(node: ast.Expression, module: ModuleRecord, context: HierarchyContext): Base[] {
  if (node.tag === "Subscript") return base_of(node.value, module, context);
  if (node.tag === "Attribute") {
    const base = dotted_module(node.value, module, context);
    if (base === null) return [{ kind: "unknown" }];
    if (typeof base === "string") return from_runtime(base, node.attr, context);
    return class_in(base, node.attr, context);
  }
  if (node.tag !== "Name") return [{ kind: "unknown" }];
  const resolution = module.scopes.resolve(node);
  if (resolution.kind === "builtin") {
    if (resolution.name === "object") return [];
    if (resolution.name === "type") return UNKNOWN_BASE;
    return [{ kind: "runtime", module: "builtins", name: resolution.name }];
  }
  return resolution.kind === "binding" ? from_binding(resolution.binding, context) : UNKNOWN_BASE;
}

function from_runtime(module: string, name: string, { mentions }: HierarchyContext): Base[] {
  if (name === "ABC" && module === "abc" && SEES_ABC.some(mentions))
    return [{ kind: "runtime", module, name }];
  if (TYPING_MODULES.has(module) && NOTHING_TO_INHERIT.has(name)) return [];
  if (module === "builtins" && name === "object") return [];
  return [{ kind: "runtime", module, name }];
}

/** Who reads one of these sees that `ABC` is a class. */
const SEES_ABC = ["__mro__", "mro", "getmro", "__bases__", "__base__", "register"];

const UNKNOWN_BASE: Base[] = [{ kind: "unknown" }];

function from_binding(binding: Binding, context: HierarchyContext): Base[] {
  const { imported } = binding;
  if (imported !== null && imported.name !== null) {
    if (imported.origin === "runtime") {
      return from_runtime(imported.module, imported.name, context);
    }
    const target = imported.origin === "user" ? context.module(imported.module) : null;
    return target === null ? UNKNOWN_BASE : class_in(target, imported.name, context);
  }
  const [definition] = binding.definitions;
  if (binding.definitions.length !== 1 || definition?.tag !== "ClassDef") return UNKNOWN_BASE;
  const record = context.classes.get(definition as ast.ClassDef);
  return record === undefined ? UNKNOWN_BASE : [{ kind: "user", record }];
}

function class_in(module: ModuleRecord, name: string, context: HierarchyContext): Base[] {
  const binding = module.scopes.module.bindings.get(name);
  return binding === undefined ? UNKNOWN_BASE : from_binding(binding, context);
}

/** `asyncio` or `package.module` as a user module, or as the name of a runtime module. */
function dotted_module(
  node: ast.Expression,
  module: ModuleRecord,
  context: HierarchyContext,
): ModuleRecord | string | null {
  if (node.tag === "Attribute") {
    const outer = dotted_module(node.value, module, context);
    const name = typeof outer === "string" ? outer : outer?.source.name;
    if (name === undefined) return null;
    return context.module(`${name}.${node.attr}`) ?? `${name}.${node.attr}`;
  }
  if (node.tag !== "Name") return null;
  const resolution = module.scopes.resolve(node);
  if (resolution.kind !== "binding") return null;
  const { imported } = resolution.binding;
  if (imported === null || imported.name !== null) return null;
  if (imported.origin === "user") return context.module(imported.module);
  return imported.origin === "runtime" ? imported.module : null;
}

function join_families(left: ClassRecord, right: ClassRecord): void {
  if (left.family === right.family) return;
  const [small, large] =
    left.family.members.length < right.family.members.length
      ? [left.family, right.family]
      : [right.family, left.family];
  for (const member of small.members) {
    large.members.push(member);
    member.family = large;
  }
}

function read_keywords(record: ClassRecord): void {
  for (const keyword of record.node.keywords) {
    if (!is_abstract_keyword(keyword) && keyword.arg !== "boundary") record.is_opaque = true;
  }
}

function is_abstract_keyword({ arg, value }: ast.Keyword): boolean {
  return arg === "metaclass" && last_name(value) === "ABCMeta";
}

function read_decorators(record: ClassRecord): void {
  for (const decorator of record.node.decorator_list) {
    const is_own = is_defined_here(decorator, record.module.scopes);
    const name = is_own ? null : last_name(decorator);
    if (name === "dataclass") record.is_dataclass = true;
    else if (name === null || !KEEPS_CLASS.has(name)) record.is_opaque = true;
  }
}

/** Decorators that give back the class that they get. */
const KEEPS_CLASS: ReadonlySet<string> = new Set([
  "total_ordering",
  "final",
  "runtime_checkable",
  "unique",
  "verify",
]);

function last_name(node: ast.Expression): string | null {
  if (node.tag === "Call") return last_name(node.func);
  if (node.tag === "Attribute") return node.attr;
  return node.tag === "Name" ? node.id : null;
}
