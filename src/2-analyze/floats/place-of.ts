// Which place an expression reads or stores: a variable, an attribute, an item, the result of a call.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Type } from "../../facts/types.ts";
import type { FunctionRecord, ModuleRecord } from "../program/records.ts";
import type { Cell } from "../types/cell.ts";
import { int_range } from "../types/operators.ts";
import { List, members } from "../types/values.ts";
import type { Place } from "./places.ts";

/** The place of a float; several where a call may reach several functions. Empty where it is none that we follow. */
export function places_of(node: ast.Expression, module: ModuleRecord): readonly Place[] {
  switch (node.tag) {
    case "Name": {
      const resolution = module.scopes.resolve(node);
      return resolution.kind === "binding" ? [resolution.binding] : [];
    }
    case "Attribute":
      return [node.attr];
    case "Subscript": {
      const cell = cell_of(module.types.get(node.value));
      return cell !== null && is_index(module.types.get(node.slice)) ? [cell] : [];
    }
    case "Call":
      return places_of_call(node, module);
    default:
      return [];
  }
}

/** The items of a list of floats; `null` for all else. */
export function cell_of(type: Type | undefined): Cell | null {
  if (!(type instanceof List)) return null;
  const { root } = type.cell;
  return root.value.type === "float" && !root.leaks ? root : null;
}

/** The program's own functions that a call reaches, and no others; `null` where it may reach others. */
export function own_callees(
  node: ast.Call,
  module: ModuleRecord,
): readonly FunctionRecord[] | null {
  const record = module.calls.get(node);
  if (record === undefined || record.is_unknown) return null;
  if (record.runtime.size > 0 || record.others.size > 0 || record.functions.size === 0) return null;
  return [...record.functions.keys()];
}

/** The built-in function, or `list.method`, that a call reaches for certain. */
export function builtin_callee(node: ast.Call, module: ModuleRecord): string | null {
  const record = module.calls.get(node);
  if (record === undefined || record.is_unknown) return null;
  if (record.runtime.size + record.functions.size > 0 || record.others.size !== 1) return null;
  for (const callee of record.others.values()) {
    if (callee.kind === "builtin") return callee.name;
    if (callee.kind === "builtin_method") return `${callee.receiver.type}.${callee.name}`;
  }
  return null;
}

function places_of_call(node: ast.Call, module: ModuleRecord): readonly Place[] {
  const own = own_callees(node, module);
  if (own !== null) return own;
  const name = builtin_callee(node, module);
  if (name === "list.pop" && node.func.tag === "Attribute") {
    const cell = cell_of(module.types.get(node.func.value));
    return cell === null ? [] : [cell];
  }
  const [only, ...others] = node.args;
  if ((name === "min" || name === "max") && node.keywords.length === 0 && others.length === 0) {
    const cell = only === undefined ? null : cell_of(module.types.get(only));
    return cell === null ? [] : [cell];
  }
  return [];
}

function is_index(type: Type | undefined): boolean {
  return type !== undefined && members(type).every((one) => int_range(one) !== null);
}
