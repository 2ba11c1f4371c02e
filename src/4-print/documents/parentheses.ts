// Where prettier writes parentheses around an expression.
import type * as target from "../../target/nodes.ts";
import { binary_precedence } from "../precedence.ts";
import { is_logical, is_member, type Around } from "./documents.ts";

export function needs_parentheses(node: target.Expression, around: Around): boolean {
  const { kind, key, parent } = around;
  switch (node.kind) {
    case "NumberLiteral":
      return key === "object" && kind === "Member";
    case "Update":
      if (kind === "Unary")
        return (
          parent?.kind === "Unary" &&
          node.prefix &&
          ((node.operator === "++" && parent.operator === "+") ||
            (node.operator === "--" && parent.operator === "-"))
        );
      return is_operand_apart(around);
    case "Unary":
      if (kind === "Unary")
        return (
          parent?.kind === "Unary" &&
          node.operator === parent.operator &&
          (node.operator === "+" || node.operator === "-")
        );
      return is_operand_apart(around, true);
    case "Binary":
    case "As":
      return is_operator_apart(node, around);
    case "Sequence":
      return kind !== "For" && kind !== "ExpressionStatement" && kind !== "ArrowFunction";
    case "Yield":
      return kind === "Await" || is_awaited_apart(around);
    case "Await":
      return is_awaited_apart(around);
    case "Assignment":
      return !(
        (kind === "For" && (key === "init" || key === "update")) ||
        (kind === "ExpressionStatement" && node.target.kind !== "ObjectTarget") ||
        kind === "Assignment"
      );
    case "Conditional":
      return (
        APART_FROM_CONDITIONAL.has(kind) ||
        key === "callee" ||
        key === "object" ||
        (kind === "Conditional" && key === "test")
      );
    case "FunctionExpression":
      return key === "callee";
    case "ArrowFunction":
      return (
        kind === "Binary" ||
        key === "callee" ||
        key === "object" ||
        ["As", "NonNull", "Unary", "Await"].includes(kind) ||
        (kind === "Conditional" && key === "test")
      );
    case "Call":
    case "Member":
    case "Index":
    case "NonNull":
      return kind === "New" && key === "callee" && contains_call(node);
    default:
      return false;
  }
}

const APART_FROM_CONDITIONAL: ReadonlySet<string> = new Set([
  "Unary",
  "Spread",
  "Binary",
  "Await",
  "As",
  "NonNull",
]);

function is_operand_apart({ kind, key, parent }: Around, is_unary = false): boolean {
  if (key === "object" || key === "callee" || kind === "NonNull") return true;
  if (parent?.kind !== "Binary" || key !== "left") return false;
  return (
    parent.operator === "**" ||
    (is_unary && (parent.operator === "in" || parent.operator === "instanceof"))
  );
}

function is_operator_apart(node: target.Binary | target.As, { kind, key, parent }: Around) {
  if (node.kind === "Binary" && !is_logical(node) && kind === "Update") return true;
  switch (kind) {
    case "As":
      return node.kind !== "As";
    case "Conditional":
      return node.kind === "As" || node.operator === "??";
    case "Call":
    case "New":
      return key === "callee";
    case "Spread":
    case "Await":
    case "NonNull":
    case "Update":
    case "Unary":
      return true;
    case "Member":
    case "Index":
      return key === "object";
    case "Binary":
      return parent?.kind === "Binary" && is_operand_of_binary_apart(node, key, parent);
    default:
      return false;
  }
}

function is_operand_of_binary_apart(
  node: target.Binary | target.As,
  key: string,
  parent: target.Binary,
): boolean {
  if (node.kind === "As") return true;
  if (is_logical(node) && is_logical(parent)) return node.operator !== parent.operator;
  const own = binary_precedence(node.operator);
  const outer = binary_precedence(parent.operator);
  return (
    outer > own ||
    (key === "right" && outer === own) ||
    (outer === own && !is_flattened(parent.operator, node.operator)) ||
    (outer < own && node.operator === "%" && /^[+-]$/.test(parent.operator)) ||
    /^(?:<<|>>>?|[|^&])$/.test(parent.operator)
  );
}

function is_awaited_apart({ kind, key, parent }: Around): boolean {
  switch (kind) {
    case "Unary":
    case "Spread":
    case "As":
    case "NonNull":
    case "Binary":
      return true;
    case "Conditional":
      return key === "test";
    default:
      return key === "callee" || (key === "object" && parent !== null && is_member(parent));
  }
}

/** Whether `a inner b outer c` is one row of operands. */
export function is_flattened(outer: target.BinaryOperator, inner: target.BinaryOperator): boolean {
  if (binary_precedence(outer) !== binary_precedence(inner) || outer === "**") return false;
  const both = (pattern: RegExp): boolean => pattern.test(outer) && pattern.test(inner);
  if (both(/^[!=]==?$/) || both(/^(?:<<|>>>?)$/)) return false;
  if (both(/^[*/%]$/) && (outer !== inner || outer === "%"))
    return outer === inner && outer !== "%";
  return !(outer === ">" && inner === "<");
}

function contains_call(node: target.Expression): boolean {
  let at = node;
  for (;;) {
    if (at.kind === "Call") return true;
    if (is_member(at)) at = at.object;
    else if (at.kind === "NonNull") at = at.value;
    else return false;
  }
}
