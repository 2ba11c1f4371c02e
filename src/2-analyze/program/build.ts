// The tables of a program before anything is evaluated: its functions, classes and their families.
import type * as ast from "../../../grammar/ast/index.ts";
import type { FunctionNode } from "../../facts/effects.ts";
import type { Scopes } from "../../facts/scopes.ts";
import type { SourceModule } from "../../project.ts";
import { children } from "../children.ts";
import { parameter_nodes } from "../scopes/declare.ts";
import { Cell } from "../types/cell.ts";
import { function_kind } from "./function-kind.ts";
import {
  ClassRecord,
  FunctionRecord,
  type MethodKind,
  type ModuleRecord,
  Unit,
} from "./records.ts";

export interface Tables {
  readonly functions: Map<FunctionNode, FunctionRecord>;
  readonly classes: Map<ast.ClassDef, ClassRecord>;
  readonly units: Unit[];
}

export function build_module(source: SourceModule, scopes: Scopes, tables: Tables): ModuleRecord {
  const unit = new Unit(tables.units.length, source.module, null);
  tables.units.push(unit);
  const module: ModuleRecord = {
    source,
    scopes,
    types: new Map(),
    augmented: new Map(),
    calls: new Map(),
    functions: [],
    classes: [],
    unit,
  };
  for (const node of source.module.body) visit(node, module, null, tables);
  return module;
}

function visit(
  node: ast.Node,
  module: ModuleRecord,
  owner: ClassRecord | null,
  tables: Tables,
): void {
  if (is_function(node)) {
    const record = add_function(node, module, owner, tables);
    if (owner !== null && node.tag !== "Lambda") {
      (is_setter(node) ? owner.setters : owner.methods).set(node.name, record);
    }
    for (const child of children(node)) visit(child, module, null, tables);
  } else if (node.tag === "ClassDef") {
    const definition = node as ast.ClassDef;
    const record = new ClassRecord(definition, module);
    tables.classes.set(definition, record);
    module.classes.push(record);
    for (const child of definition.body) visit_member(child, module, record, tables);
    for (const child of [...definition.bases, ...definition.keywords]) {
      visit(child, module, null, tables);
    }
    for (const child of definition.decorator_list) visit(child, module, null, tables);
  } else {
    for (const child of children(node)) visit(child, module, null, tables);
  }
}

/** Methods may stand inside `if` and `try` in a class body too. */
function visit_member(
  node: ast.Node,
  module: ModuleRecord,
  owner: ClassRecord,
  tables: Tables,
): void {
  const is_nested = node.tag === "If" || node.tag === "Try" || node.tag === "With";
  if (!is_nested) return visit(node, module, owner, tables);
  for (const child of children(node)) visit_member(child, module, owner, tables);
}

function add_function(
  node: FunctionNode,
  module: ModuleRecord,
  owner: ClassRecord | null,
  tables: Tables,
): FunctionRecord {
  const kind = function_kind(node);
  const record = new FunctionRecord(node, module, owner, kind, method_kind(node, owner));
  for (const arg of parameter_nodes(node.args)) record.parameters.set(arg, new Cell());
  record.unit = new Unit(tables.units.length, node, record);
  tables.units.push(record.unit);
  tables.functions.set(node, record);
  module.functions.push(record);
  return record;
}

function method_kind(node: FunctionNode, owner: ClassRecord | null): MethodKind {
  if (owner === null || node.tag === "Lambda") return "function";
  if (node.name === "__new__" || node.name === "_generate_next_value_") return "static";
  if (node.name === "__init_subclass__" || node.name === "__class_getitem__") return "class";
  for (const decorator of node.decorator_list) {
    const name = decorator.tag === "Attribute" ? decorator.attr : named(decorator);
    if (name === "staticmethod") return "static";
    if (name === "classmethod") return "class";
    const takes_object = node.args.posonlyargs.length + node.args.args.length > 0;
    if ((name === "member" || name === "nonmember") && !takes_object && node.args.vararg === null)
      return "static";
    if (
      name === "property" ||
      name === "cached_property" ||
      name === "setter" ||
      name === "deleter"
    )
      return "property";
  }
  return "method";
}

/** `@x.setter` and `@x.deleter` share the name of the getter. */
function is_setter(node: ast.FunctionDef | ast.AsyncFunctionDef): boolean {
  return node.decorator_list.some(
    (decorator) =>
      decorator.tag === "Attribute" &&
      (decorator.attr === "setter" || decorator.attr === "deleter"),
  );
}

function named(node: ast.Expression): string | null {
  return node.tag === "Name" ? node.id : null;
}

function is_function(node: ast.Node): node is FunctionNode {
  return node.tag === "FunctionDef" || node.tag === "AsyncFunctionDef" || node.tag === "Lambda";
}
