// `list[int]`, `Queue[str]`, `Stack[T]`: a class with type arguments, which a call makes the class again.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Type } from "../../facts/types.ts";
import type { Inference } from "./inference.ts";
import { members } from "./values.ts";

/** Subscripting the value gives a generic alias of it. */
export function is_parameterized(inference: Inference, node: ast.Subscript, type: Type): boolean {
  if (node.value.tag === "Name" && GENERIC.has(node.value.id)) {
    const resolution = inference.module.scopes.resolve(node.value);
    if (resolution.kind === "builtin") return true;
  }
  const all = members(type);
  return all.length > 0 && all.every((member) => is_class(inference, member));
}

function is_class(inference: Inference, type: Type): boolean {
  if (type.type === "runtime_class") return true;
  if (type.type !== "class") return false;
  const record = inference.program.class(type.node);
  return (
    record.enumeration === null &&
    !record.family.is_made_by_runtime &&
    !record.methods.has("__class_getitem__")
  );
}

const GENERIC: ReadonlySet<string> = new Set(["list", "dict", "set", "frozenset", "tuple", "type"]);
