// The class of what a raise statement, a call or a subscript raises, where it is exactly one.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Type } from "../../facts/types.ts";
import { children } from "../children.ts";
import type { ClassRecord, ModuleRecord } from "../program/records.ts";
import type { ExceptionClass, ExceptionClasses } from "./exception-classes.ts";

/** `null` where it may be of several classes, or where its making may show it to others. */
export function raised_class(
  node: ast.Raise | ast.Call | ast.Subscript,
  module: ModuleRecord,
  classes: ExceptionClasses,
): ExceptionClass | null {
  switch (node.tag) {
    case "Raise":
      return raised(node, module, classes);
    case "Call":
      return is_reading(node, module) ? { kind: "builtin", name: "ValueError" } : null;
    case "Subscript":
      return missing(node, module);
  }
}

function raised(
  { exc, cause }: ast.Raise,
  module: ModuleRecord,
  classes: ExceptionClasses,
): ExceptionClass | null {
  if (exc === null || cause !== null) return null;
  const found = classes.named(exc.tag === "Call" ? exc.func : exc, module);
  if (found?.kind === "user" && !keeps_itself(found.record)) return null;
  return found;
}

/** No method that runs while it is made hands the new exception to anybody. */
function keeps_itself(record: ClassRecord): boolean {
  for (const name of ["__init__", "__new__"]) {
    const method = record.methods.get(name);
    if (method === undefined) continue;
    const [self] = method.parameters.keys();
    if (name === "__new__" || self === undefined || method.node.tag === "Lambda") return false;
    if (method.node.body.some((each) => hands_on(each, self.arg))) return false;
  }
  return record.bases.every((base) => base.kind !== "user" || keeps_itself(base.record));
}

/** Uses the name otherwise than for attributes. */
function hands_on(node: ast.Node, name: string): boolean {
  if (node.tag === "Name") return (node as ast.Name).id === name;
  if (node.tag === "Attribute" && (node as ast.Attribute).value.tag === "Name") return false;
  return children(node).some((child) => hands_on(child, name));
}

/** `int(text)`, `float(text)`. */
function is_reading({ func, args, keywords }: ast.Call, { types, scopes }: ModuleRecord): boolean {
  const [text] = args;
  if (func.tag !== "Name" || (func.id !== "int" && func.id !== "float")) return false;
  if (text === undefined || args.length > 1 || keywords.length > 0) return false;
  return scopes.resolve(func).kind === "builtin" && types.get(text)?.type === "str";
}

function missing(node: ast.Subscript, { types }: ModuleRecord): ExceptionClass | null {
  if (node.slice.tag === "Slice") return null;
  const key = types.get(node.slice);
  switch (types.get(node.value)?.type) {
    case "dict":
      return key !== undefined && is_simple(key) ? { kind: "builtin", name: "KeyError" } : null;
    case "list":
    case "tuple_of":
    case "str":
      return key?.type === "int" ? { kind: "builtin", name: "IndexError" } : null;
    default:
      return null;
  }
}

/** Hashed and compared without code of the program. */
function is_simple(type: Type): boolean {
  if (type.type === "tuple") return type.elements.every(is_simple);
  return (
    type.type === "str" || type.type === "int" || type.type === "float" || type.type === "bool"
  );
}
