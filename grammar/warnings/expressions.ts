// Expressions that can't do what they seem to: `x is 1`, `assert (x, "y")`, `"a" (b)`.
import type { Call, Compare, Expression, Subscript } from "../ast/expressions.ts";
import type { Module } from "../ast/module.ts";
import type { Node } from "../ast/node.ts";
import type { Assert } from "../ast/simple-statements.ts";
import { tagged } from "../ast/tagged.ts";
import type { PythonSyntaxWarning } from "./warning.ts";

const missed = "perhaps you missed a comma?";

export function expression_warnings(module: Module): readonly PythonSyntaxWarning[] {
  const found: PythonSyntaxWarning[] = [];
  const tell = ({ start, end }: Node, messages: readonly string[]): void => {
    for (const message of messages) found.push({ message, start, end });
  };
  for (const node of tagged(module, "Assert")) tell(node, always_true(node));
  for (const node of tagged(module, "Compare")) tell(node, identities(node));
  for (const node of tagged(module, "Call")) tell(node, not_callable(node));
  for (const node of tagged(module, "Subscript")) tell(node, not_subscriptable(node));
  return found.sort((left, right) => left.start - right.start || right.end - left.end);
}

function always_true({ test }: Assert): readonly string[] {
  return test.tag === "Tuple" && test.elts.length > 0
    ? ["assertion is always true, perhaps remove parentheses?"]
    : [];
}

/** CPython tells of the first one of a chain only. */
function identities({ left, ops, comparators }: Compare): readonly string[] {
  const operands = [left, ...comparators];
  for (const [index, op] of ops.entries()) {
    if (op !== "Is" && op !== "IsNot") continue;
    const kind = literal_type(operands[index]) ?? literal_type(operands[index + 1]);
    if (kind === null) continue;
    const [word, other] = op === "Is" ? ["is", "=="] : ["is not", "!="];
    return [`"${word}" with '${kind}' literal. Did you mean "${other}"?`];
  }
  return [];
}

/** The type of a literal that is no singleton; signs and tuples of literals are folded. */
function literal_type(node: Expression | undefined): string | null {
  if (node === undefined) return null;
  if (node.tag === "Constant") {
    const { type } = node.value;
    return type === "None" || type === "bool" || type === "Ellipsis" ? null : type;
  }
  if (node.tag === "UnaryOp" && node.op !== "Not") {
    const kind = literal_type(node.operand);
    const is_number =
      kind === "int" ||
      (kind !== null &&
        node.op !== "Invert" &&
        kind !== "str" &&
        kind !== "bytes" &&
        kind !== "tuple");
    return is_number ? kind : null;
  }
  if (node.tag === "Tuple" && node.ctx === "Load")
    return node.elts.every(is_literal) ? "tuple" : null;
  return null;
}

function is_literal(node: Expression): boolean {
  return node.tag === "Constant" || literal_type(node) !== null;
}

const uncallable = new Set(
  "Constant Tuple List ListComp Dict DictComp Set SetComp GeneratorExp JoinedStr".split(" "),
);

function not_callable({ func }: Call): readonly string[] {
  if (!uncallable.has(func.tag)) return [];
  return [`'${type_of(func)}' object is not callable; ${missed}`];
}

const unsubscriptable = new Set(["NoneType", "ellipsis", "int", "bool", "float", "complex"]);
const indexable = new Set(["str", "bytes", "tuple", "list"]);

function not_subscriptable({ value, slice, ctx }: Subscript): readonly string[] {
  if (ctx !== "Load") return [];
  const type = type_of(value);
  if (type === null) return [];
  if (unsubscriptable.has(type) || type === "set" || type === "generator" || type === "function")
    return [`'${type}' object is not subscriptable; ${missed}`];
  const index = type_of(slice);
  if (!indexable.has(type) || index === null || index === "int" || index === "bool") return [];
  return [`${type} indices must be integers or slices, not ${index}; ${missed}`];
}

const constant_types: Readonly<Record<string, string>> = { None: "NoneType", Ellipsis: "ellipsis" };
const display_types: Readonly<Record<string, string>> = {
  Tuple: "tuple",
  List: "list",
  ListComp: "list",
  Dict: "dict",
  DictComp: "dict",
  Set: "set",
  SetComp: "set",
  GeneratorExp: "generator",
  Lambda: "function",
  JoinedStr: "str",
};

function type_of(node: Expression): string | null {
  if (node.tag !== "Constant") return display_types[node.tag] ?? null;
  const { type } = node.value;
  return constant_types[type] ?? type;
}
