// Project → Program: tables filled, hierarchy linked, and what code out of sight may call opened.
import type * as ast from "../../../grammar/ast/index.ts";
import type { RuntimeApi } from "../../facts/declared-api.ts";
import { dataclass_of } from "../../facts/dataclasses.ts";
import type { Scopes } from "../../facts/scopes.ts";
import type { Project, SourceModule } from "../../project.ts";
import { children } from "../children.ts";
import { is_opaque, runtime_bases } from "../types/class-members.ts";
import { UNKNOWN } from "../types/values.ts";
import { build_module } from "./build.ts";
import { link_hierarchy } from "./hierarchy.ts";
import { CALCULATING, is_operator_method } from "./operator-methods.ts";
import { Program } from "./program.ts";
import type { ClassRecord, FunctionRecord, ModuleRecord } from "./records.ts";
import { survey, type Survey } from "./survey.ts";

export interface Prepared {
  readonly program: Program;
  readonly modules: ReadonlyMap<SourceModule, ModuleRecord>;
  readonly mentions: ReadonlyMap<string, number>;
  readonly read_attributes: ReadonlySet<string>;
  /** The program has constructs that no Python before 3.11 knows. */
  readonly is_python_311: boolean;
}

export function prepare(
  project: Project,
  scopes: ReadonlyMap<SourceModule, Scopes>,
  api: RuntimeApi,
): Prepared {
  const program = new Program(api);
  const modules = new Map<SourceModule, ModuleRecord>();
  const found: Survey = {
    stored_attributes: program.stored_attributes,
    deleted_attributes: program.deleted_attributes,
    changed_attributes: program.changed_attributes,
    mentions: new Map(),
    read_attributes: new Set(),
    python_311: new Set(),
  };
  for (const source of project.modules) {
    const own = scopes.get(source);
    if (own === undefined) throw new Error(`module ${source.name} has no scopes`);
    survey(source.module, found);
    const record = build_module(source, own, program);
    modules.set(source, record);
    program.modules.set(source.name, record);
    program.enqueue(record.unit);
  }
  link_hierarchy({
    classes: program.classes,
    module: (name) => program.modules.get(name) ?? null,
    replaces_init: program.stored_attributes.has("__init__"),
    mentions: (name) => found.mentions.has(name),
  });
  const has_closed_operators = !calculates_elsewhere(project, found);
  for (const record of program.classes.values())
    prepare_class(program, record, has_closed_operators);
  if (["_make", "_replace", "__replace__"].some((name) => found.mentions.has(name)))
    for (const record of program.classes.values()) open_fields(program, record);
  const { mentions, read_attributes, python_311 } = found;
  return { program, modules, mentions, read_attributes, is_python_311: python_311.size > 0 };
}

/** The program imports or names what calculates with any values that it is given. */
function calculates_elsewhere({ modules }: Project, { mentions }: Survey): boolean {
  if ([...CALCULATING].some((name) => mentions.has(name))) return true;
  return modules.some(({ imports }) =>
    [...imports.values()].some(
      ({ module, name }) => CALCULATING.has(module) || (name !== null && CALCULATING.has(name)),
    ),
  );
}

/** Instances are made of others, with any values. */
function open_fields(program: Program, record: ClassRecord): void {
  const is_made_of_fields = record.is_dataclass || dataclass_of(record.node) !== null;
  if (!is_made_of_fields) return;
  for (const name of record.own_attributes.keys())
    program.heap.store(program.attribute_to_store(record, name), UNKNOWN);
}

function prepare_class(program: Program, record: ClassRecord, has_closed_operators: boolean): void {
  for (const statement of record.node.body) note_field(record, statement);
  for (const [name, setter] of record.setters) {
    note_self_attributes(record, setter);
    const same = program.setters_by_name.get(name) ?? [];
    program.setters_by_name.set(name, [...same, setter]);
  }
  for (const [name, method] of record.methods) {
    note_self_attributes(record, method);
    const same = program.methods_by_name.get(name) ?? [];
    same.push(method);
    program.methods_by_name.set(name, same);
    const is_closed = has_closed_operators && is_operator_method(name) && is_plain(record, method);
    if (!is_closed && is_called_from_outside(record, name)) program.open(method);
  }
}

function note_field(record: ClassRecord, node: ast.Statement): void {
  if (node.tag !== "AnnAssign" || node.target.tag !== "Name") return;
  if (!record.own_attributes.has(node.target.id)) {
    record.own_attributes.set(node.target.id, node.target);
  }
}

/** `self.x = …` in a method. */
function note_self_attributes(record: ClassRecord, method: FunctionRecord): void {
  const [self] = method.parameters.keys();
  if (self === undefined || method.node.tag === "Lambda" || method.method_kind === "static") return;
  for (const target of self_stores(method.node.body, self.arg)) {
    if (!record.own_attributes.has(target.attr)) record.own_attributes.set(target.attr, target);
  }
}

/** Nothing above the class is out of sight: its instances are of no built-in type, and its methods its own. */
function is_plain({ family }: ClassRecord, { is_wrapped, method_kind }: FunctionRecord): boolean {
  if (is_wrapped || method_kind !== "method") return false;
  return family.members.every(
    (each) => !each.is_opaque && each.enumeration === null && runtime_bases(each).length === 0,
  );
}

/** Code that we do not see calls special methods, and methods that override those of the runtime. */
function is_called_from_outside(record: ClassRecord, name: string): boolean {
  if (is_opaque(record)) return true;
  if (name.startsWith("__") && name.endsWith("__")) {
    return name !== "__init__" && name !== "__call__" && name !== "__post_init__";
  }
  return runtime_bases(record).some(({ module }) => module !== "builtins");
}

function* self_stores(body: readonly ast.Node[], self: string): Iterable<ast.Attribute> {
  for (const node of body) {
    if (node.tag === "Attribute") {
      const attribute = node as ast.Attribute;
      const is_self = attribute.value.tag === "Name" && attribute.value.id === self;
      if (is_self && attribute.ctx === "Store") yield attribute;
    }
    yield* self_stores(children(node), self);
  }
}
