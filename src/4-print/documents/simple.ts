// What prettier counts as too simple to be broken in a chain of calls.
import type * as target from "../../target/nodes.ts";

export function is_simple(node: target.Expression, depth = 2): boolean {
  if (depth <= 0) return false;
  const is_simple_inside = (each: target.Expression): boolean => is_simple(each, depth - 1);
  switch (node.kind) {
    case "NonNull":
      return is_simple(node.value, depth);
    case "StringLiteral":
    case "NumberLiteral":
    case "BigIntLiteral":
    case "BooleanLiteral":
    case "NullLiteral":
    case "Identifier":
    case "This":
    case "Super":
      return true;
    case "TemplateLiteral":
      return (
        node.quasis.every((quasi) => !quasi.includes("\n")) &&
        node.expressions.every(is_simple_inside)
      );
    case "ObjectLiteral":
      return node.properties.every(
        ({ key, value }) =>
          typeof key === "string" &&
          ((value.kind === "Identifier" && value.name === key) || is_simple_inside(value)),
      );
    case "ArrayLiteral":
      return node.elements.every((each) => each.kind === "Hole" || is_simple_inside(each));
    case "Call":
    case "New":
      return (
        is_simple(node.callee, depth) &&
        node.arguments.length <= depth &&
        node.arguments.every(is_simple_inside)
      );
    case "ImportCall":
      return true;
    case "Member":
      return is_simple(node.object, depth);
    case "Index":
      return is_simple(node.object, depth) && is_simple(node.index, depth);
    case "Unary":
      return /^[-!+~]$/.test(node.operator) && is_simple(node.operand, depth);
    case "Update":
      return is_simple(node.target, depth);
    default:
      return false;
  }
}
