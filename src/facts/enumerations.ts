// What a class is as an enumeration: which names of its body become members, and what these hold.
import type * as ast from "../../grammar/ast/index.ts";
import type { Type } from "./types.ts";

export type EnumBase = "Enum" | "IntEnum" | "StrEnum" | "Flag" | "IntFlag" | "ReprEnum";

/** `other`: a type whose values the analysis does not follow through members. */
export type DataType = "str" | "int" | "float" | "other";

/** What the text alone tells. */
export interface EnumBody {
  /** The names that become members, with what they are assigned. */
  readonly members: ReadonlyMap<string, ast.Expression>;
  /** Names that only help to define members (`_ignore_`), and that list itself. */
  readonly dropped: ReadonlySet<string>;
}

export interface Enumeration extends EnumBody {
  readonly base: EnumBase;
  /** The built-in type whose values the members are besides. */
  readonly data_type: DataType | null;
  /** What `member.value` is. */
  readonly value: Type;
  /** Somebody goes through the members of the class. */
  readonly is_iterated: boolean;
  /** Members are equal only to themselves. */
  readonly is_plain: boolean;
}

/** The names of a class body that would be members in an enumeration. */
export function enum_body(node: ast.ClassDef): EnumBody {
  const members = new Map<string, ast.Expression>();
  const dropped = new Set(["_ignore_", "_order_", "__order__"]);
  const functions = new Set<string>();
  for (const statement of node.body) {
    if (statement.tag === "FunctionDef" || statement.tag === "AsyncFunctionDef")
      functions.add(statement.name);
    for (const [name, value] of assigned(statement)) {
      if (name === "_ignore_") for (const each of ignored(value)) dropped.add(each);
      else if (is_member_name(name, node) && may_be_member(value, functions))
        members.set(name, value);
    }
  }
  for (const name of dropped) members.delete(name);
  return { members, dropped };
}

function assigned(statement: ast.Statement): readonly (readonly [string, ast.Expression])[] {
  if (statement.tag === "AnnAssign") {
    const { target, value } = statement;
    return target.tag === "Name" && value !== null ? [[target.id, value]] : [];
  }
  if (statement.tag !== "Assign") return [];
  return statement.targets.flatMap((target) =>
    target.tag === "Name" ? [[target.id, statement.value] as const] : [],
  );
}

/** Neither `__x__`, `_x_` nor `__x`. */
function is_member_name(name: string, node: ast.ClassDef): boolean {
  if (name.startsWith(`_${node.name}__`)) return false;
  return !name.startsWith("__") && !/^_[^_](?:.*[^_])?_$/.test(name);
}

function may_be_member(value: ast.Expression, functions: ReadonlySet<string>): boolean {
  if (value.tag === "Lambda") return false;
  if (value.tag === "Name") return !functions.has(value.id);
  if (value.tag !== "Call") return true;
  const { func } = value;
  const name = func.tag === "Attribute" ? func.attr : func.tag === "Name" ? func.id : "";
  return !NOT_MEMBERS.has(name);
}

const NOT_MEMBERS: ReadonlySet<string> = new Set([
  "nonmember",
  "property",
  "cached_property",
  "staticmethod",
  "classmethod",
  "partialmethod",
]);

function ignored(value: ast.Expression): readonly string[] {
  if (value.tag === "List" || value.tag === "Tuple") return value.elts.flatMap(ignored);
  if (value.tag !== "Constant" || value.value.type !== "str") return [];
  const text = value.value.value;
  return typeof text === "string" ? text.replaceAll(",", " ").split(/\s+/).filter(Boolean) : [];
}
