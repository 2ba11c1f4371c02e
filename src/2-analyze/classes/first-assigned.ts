// Which attributes `__init__` assigns before anything else can see the object.
import type * as ast from "../../../grammar/ast/index.ts";
import { children } from "../children.ts";
import { method_of } from "../types/class-members.ts";
import type { ClassRecord } from "../program/records.ts";

/** Assigned at the top level of `__init__`, while `self` has not been given to anybody. */
export function first_assigned(record: ClassRecord): ReadonlySet<string> {
  const init = record.methods.get("__init__");
  const assigned = new Set<string>();
  const self = init === undefined ? undefined : [...init.parameters.keys()][0]?.arg;
  if (init === undefined || self === undefined || init.node.tag === "Lambda") return assigned;
  for (const statement of init.node.body) {
    const value = assigned_value(statement);
    if (shows_self(value ?? statement, self, assigned, record)) break;
    if (value === null) {
      if (may_leave(statement)) break;
      continue;
    }
    for (const target of targets_of(statement)) {
      const is_self = target.tag === "Attribute" && is_name(target.value, self);
      if (is_self) assigned.add(target.attr);
    }
  }
  return assigned;
}

function assigned_value(node: ast.Statement): ast.Expression | null {
  return node.tag === "Assign" || node.tag === "AnnAssign" ? node.value : null;
}

function targets_of(node: ast.Statement): readonly ast.Expression[] {
  if (node.tag === "Assign") return node.targets.flatMap(flat);
  return node.tag === "AnnAssign" ? [node.target] : [];
}

function flat(target: ast.Expression): readonly ast.Expression[] {
  return target.tag === "Tuple" || target.tag === "List" ? target.elts.flatMap(flat) : [target];
}

/** Is `self` used otherwise than to read what is assigned already, or to call an `__init__` that keeps it to itself? */
function shows_self(
  node: ast.Node,
  self: string,
  assigned: ReadonlySet<string>,
  record: ClassRecord,
): boolean {
  if (is_name(node, self)) return true;
  if (node.tag === "Attribute" && is_name((node as ast.Attribute).value, self)) {
    return !assigned.has((node as ast.Attribute).attr);
  }
  if (is_super_init(node)) return !record.bases.every(keeps_self);
  return children(node).some((child) => shows_self(child, self, assigned, record));
}

function keeps_self(base: ClassRecord["bases"][number]): boolean {
  if (base.kind !== "user") return base.kind === "runtime";
  const init = method_of(base.record, "__init__");
  if (init === null || init.node.tag === "Lambda") return true;
  const self = [...init.parameters.keys()][0]?.arg ?? "";
  const stored = new Set(base.record.own_attributes.keys());
  return !init.node.body.some((statement) => shows_self(statement, self, stored, base.record));
}

function is_super_init(node: ast.Node): boolean {
  if (node.tag !== "Call") return false;
  const { func } = node as ast.Call;
  if (func.tag !== "Attribute" || func.attr !== "__init__" || func.value.tag !== "Call")
    return false;
  return is_name(func.value.func, "super");
}

function may_leave(node: ast.Node): boolean {
  return node.tag === "Return" || children(node).some(may_leave);
}

function is_name(node: ast.Node, name: string): boolean {
  return node.tag === "Name" && (node as ast.Name).id === name;
}
