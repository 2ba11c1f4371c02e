// Expressions that turn out to be targets: their context, and CPython's words for those that can't be.
import type { Expression, ExpressionContext } from "./ast/expressions.ts";
import { Failure } from "./failure.ts";

type Writable = { ctx: ExpressionContext };

/** What CPython calls an expression in its messages. */
export function expression_name(node: Expression): string {
  if (node.tag !== "Constant") return names[node.tag];
  const { value } = node;
  if (value.type === "None") return "None";
  if (value.type === "bool") return value.value ? "True" : "False";
  return value.type === "Ellipsis" ? "ellipsis" : "literal";
}

const names: Readonly<Record<Expression["tag"], string>> = {
  Attribute: "attribute",
  Subscript: "subscript",
  Starred: "starred",
  Name: "name",
  List: "list",
  Tuple: "tuple",
  Lambda: "lambda",
  Call: "function call",
  BoolOp: "expression",
  BinOp: "expression",
  UnaryOp: "expression",
  GeneratorExp: "generator expression",
  Yield: "yield expression",
  YieldFrom: "yield expression",
  Await: "await expression",
  ListComp: "list comprehension",
  SetComp: "set comprehension",
  DictComp: "dict comprehension",
  Dict: "dict literal",
  Set: "set display",
  JoinedStr: "f-string expression",
  FormattedValue: "f-string expression",
  Constant: "literal",
  Compare: "comparison",
  IfExp: "conditional expression",
  NamedExpr: "named expression",
  Slice: "slice",
};

/** The innermost part of a would-be target that can't be one; null when all of it can. */
export function invalid_target(node: Expression, context: "Store" | "Del"): Expression | null {
  switch (node.tag) {
    case "Name":
    case "Attribute":
    case "Subscript":
      return null;
    case "List":
    case "Tuple":
      for (const element of node.elts) {
        const invalid = invalid_target(element, context);
        if (invalid !== null) return invalid;
      }
      return null;
    case "Starred":
      return context === "Del" ? node : invalid_target(node.value, context);
    default:
      return node;
  }
}

/** Marks a just-parsed expression as a target; the parser still owns it. */
export function set_context(node: Expression, context: "Store" | "Del"): void {
  switch (node.tag) {
    case "List":
    case "Tuple":
      for (const element of node.elts) set_context(element, context);
      break;
    case "Starred":
      set_context(node.value, context);
      break;
    case "Name":
    case "Attribute":
    case "Subscript":
      break;
    default:
      return;
  }
  (node as Writable).ctx = context;
}

/** Marks a target, or fails as CPython does. */
export function as_target(node: Expression, context: "Store" | "Del"): Expression {
  const invalid = invalid_target(node, context);
  if (invalid !== null) {
    const verb = context === "Del" ? "delete" : "assign to";
    const message = `cannot ${verb} ${expression_name(invalid)}`;
    throw new Failure(message, invalid.start, invalid.end);
  }
  set_context(node, context);
  return node;
}
