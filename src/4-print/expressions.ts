// Expressions as JavaScript writes them, parenthesised where the grammar needs it and nowhere else.
import type * as target from "../target/nodes.ts";
import { first_part } from "./first-part.ts";
import { print_list } from "./lists.ts";
import { is_identifier_name, property_name, string_literal, template_text } from "./literals.ts";
import {
  ASSIGNMENT,
  binary_precedence,
  COALESCE,
  CONDITIONAL,
  EXPONENT,
  MEMBER,
  POSTFIX,
  precedence,
  UNARY,
} from "./precedence.ts";
import type { Printer } from "./printer.ts";
import { print_type_arguments } from "./types.ts";

export function print_expression(node: target.Expression, minimum: number, printer: Printer): void {
  const { out } = printer;
  // prettier parts `=` from what is around it
  const needs_parentheses = node.kind === "Assignment" || precedence(node, printer.types) < minimum;
  if (needs_parentheses) out.write("(");
  print_apart(node, printer);
  if (needs_parentheses) out.write(")");
}

/** Where nothing around the expression could take a part of it. */
export function print_apart(node: target.Expression, printer: Printer): void {
  if (node.origin !== undefined) printer.out.mark(node.origin);
  print_bare(node, printer);
}

/** Whether the text of the expression begins with what a statement or arrow body would misread. */
export function begins_badly(node: target.Expression, types: boolean): boolean {
  let at: target.Expression = node;
  for (;;) {
    switch (at.kind) {
      case "ObjectLiteral":
      case "FunctionExpression":
      case "ClassExpression":
        return true;
      case "Member":
      case "Index":
        if (at.object.kind === "Identifier" && at.object.name === "let") return true;
        at = at.object;
        break;
      case "Assignment":
        if (at.target.kind === "ObjectTarget") return true;
        if (at.target.kind !== "Member" && at.target.kind !== "Index") return false;
        at = at.target;
        break;
      case "Update":
        if (at.prefix) return false;
        at = at.target;
        break;
      case "Sequence": {
        const [first] = at.expressions;
        if (first === undefined) return false;
        at = first;
        break;
      }
      default: {
        const part = first_part(at);
        if (part === null) return false;
        at = part;
      }
    }
    // A part in parentheses of its own hides what it begins with, except where types: false prints none.
    if (types && at.kind === "As" && at !== node) return false;
  }
}

function print_bare(node: target.Expression, printer: Printer): void {
  const { out } = printer;
  switch (node.kind) {
    case "Identifier":
      return out.write(node.name);
    case "NumberLiteral":
      return out.write((node.raw ?? String(node.value)).replace("e+", "e"));
    case "BigIntLiteral":
      return out.write(`${node.value}n`);
    case "StringLiteral":
      return out.write(string_literal(node.value));
    case "BooleanLiteral":
      return out.write(String(node.value));
    case "NullLiteral":
      return out.write("null");
    case "TemplateLiteral":
      return print_template(node, printer);
    case "ArrayLiteral":
      return print_list(node.elements, ["[", "]"], out, (element) => {
        if (element.kind !== "Hole") printer.expression(element, ASSIGNMENT);
      });
    case "ObjectLiteral":
      return print_object(node, printer);
    case "FunctionExpression":
      out.write(`${node.async ? "async " : ""}function${node.generator ? "*" : ""} `);
      out.write(node.name ?? "");
      printer.signature(node);
      out.write(" ");
      return printer.block(node.body);
    case "ArrowFunction":
      return print_arrow(node, printer);
    case "ClassExpression":
      out.write(node.name === null ? "class" : `class ${node.name}`);
      return printer.class_body(node, out.begin());
    case "Unary":
      return print_unary(node, printer);
    case "Binary":
      return print_binary(node, printer);
    case "Conditional":
      printer.expression(node.test, is_apart_in_test(node.test) ? MEMBER : CONDITIONAL + 1);
      out.write(" ? ");
      printer.expression(node.consequent, is_coalescing(node.consequent) ? MEMBER : ASSIGNMENT);
      out.write(" : ");
      return printer.expression(
        node.alternate,
        is_coalescing(node.alternate) ? MEMBER : ASSIGNMENT,
      );
    case "Assignment":
      printer.target(node.target);
      out.write(` ${node.operator} `);
      return node.value.kind === "Assignment"
        ? print_apart(node.value, printer)
        : printer.expression(node.value, ASSIGNMENT);
    case "Update":
      if (node.prefix) out.write(node.operator);
      printer.expression(node.target, POSTFIX);
      return node.prefix ? undefined : out.write(node.operator);
    case "Call":
    case "New":
    case "Member":
    case "Index":
      return print_access(node, printer);
    case "Spread":
      out.write("...");
      return printer.expression(node.value, is_apart_in_spread(node.value) ? MEMBER : ASSIGNMENT);
    case "Await":
      out.write("await ");
      return printer.expression(node.value, UNARY);
    case "Yield":
      out.write(node.delegate ? "yield*" : "yield");
      if (node.value === null) return;
      out.write(" ");
      return printer.expression(node.value, ASSIGNMENT);
    case "Sequence":
      return node.expressions.forEach((expression, index) => {
        if (index > 0) out.write(", ");
        printer.expression(expression, ASSIGNMENT);
      });
    case "As":
      return print_cast(node, printer);
    case "NonNull":
      printer.expression(node.value, printer.types ? MEMBER : 0);
      return printer.types ? out.write("!") : undefined;
    case "This":
      return out.write("this");
    case "Super":
      return out.write("super");
    case "ImportCall":
      return out.write(`import(${string_literal(node.from)})`);
    case "ImportMeta":
      return out.write("import.meta");
    case "Hole":
      return;
  }
}

function is_apart_in_test(node: target.Expression): boolean {
  return node.kind === "Await" || is_coalescing(node);
}

/** As prettier sees it: `a ? (b ?? c) : d`. */
function is_coalescing(node: target.Expression): boolean {
  return node.kind === "Binary" && node.operator === "??";
}

function is_apart_in_spread({ kind }: target.Expression): boolean {
  return ["Await", "Yield", "Conditional", "Binary", "As"].includes(kind);
}

function print_cast(node: target.As, printer: Printer): void {
  // Chained casts (`x as unknown as T`) need no parentheses between them.
  const inner =
    node.value.kind === "As" ? 0 : node.value.kind === "Await" ? MEMBER : binary_precedence("<<");
  printer.expression(node.value, printer.types ? inner : 0);
  if (!printer.types) return;
  printer.out.write(" as ");
  printer.type(node.type);
}

function print_template(node: target.TemplateLiteral, printer: Printer): void {
  const { out } = printer;
  // Text of several lines reads better on several lines; one line end reads better as `\n`.
  const inner = node.quasis.join("").trim();
  const lines = inner.indexOf("\n") !== inner.lastIndexOf("\n");
  out.write("`");
  node.quasis.forEach((quasi, index) => {
    out.raw(template_text(quasi, { lines }));
    const expression = node.expressions[index];
    if (expression === undefined) return;
    out.write("${");
    printer.expression(expression);
    out.write("}");
  });
  out.write("`");
}

function print_object(node: target.ObjectLiteral, printer: Printer): void {
  const { out } = printer;
  const brackets = node.properties.length === 0 ? (["{", "}"] as const) : (["{ ", " }"] as const);
  print_list(node.properties, brackets, out, ({ key, value }) => {
    if (key === null) {
      out.write("...");
    } else if (typeof key === "string") {
      if (value.kind === "Identifier" && value.name === key && key !== "__proto__")
        return out.write(key);
      out.write(`${property_name(key)}: `);
    } else {
      out.write("[");
      printer.expression(key, ASSIGNMENT);
      out.write("]: ");
    }
    printer.expression(value, ASSIGNMENT);
  });
}

function print_arrow(node: target.ArrowFunction, printer: Printer): void {
  const { out } = printer;
  if (node.async) out.write("async ");
  printer.signature(node);
  out.write(" => ");
  if (node.body.kind === "Block") printer.block(node.body);
  else if (node.body.kind === "Conditional") {
    out.write("(");
    printer.expression(node.body);
    out.write(")");
  } else printer.at_start(node.body, ASSIGNMENT);
}

function print_unary(node: target.Unary, printer: Printer): void {
  const { operator, operand } = node;
  const is_word = operator === "typeof" || operator === "void" || operator === "delete";
  printer.out.write(is_word ? `${operator} ` : operator);
  const repeats =
    (operator === "-" || operator === "+") &&
    ((operand.kind === "Unary" && operand.operator === operator) ||
      (operand.kind === "Update" && operand.prefix && operand.operator.startsWith(operator)));
  printer.expression(operand, repeats || operand.kind === "Await" ? MEMBER : UNARY);
}

/** Left-leaning chains are printed in a loop: a sum of ten thousand terms is no deep recursion. */
function print_binary(node: target.Binary, printer: Printer): void {
  const { out } = printer;
  const spine: target.Binary[] = [node];
  let left = node.left;
  while (left.kind === "Binary" && !needs_parentheses_left(left, spine.at(-1) ?? node)) {
    spine.push(left);
    left = left.left;
  }
  const lowest = spine.at(-1) ?? node;
  printer.expression(left, left_minimum(lowest, left));
  for (const part of spine.toReversed()) {
    out.write(` ${part.operator} `);
    printer.expression(part.right, right_minimum(part));
  }
}

/** What a chain of `&&`, or of `||`, joins; with how tightly each must bind. */
export function logical_operands(
  node: target.Binary,
): readonly (readonly [operand: target.Expression, minimum: number])[] {
  const { operator, left, right } = node;
  const side = (
    child: target.Expression,
    minimum: number,
  ): readonly (readonly [target.Expression, number])[] =>
    child.kind === "Binary" && child.operator === operator
      ? logical_operands(child)
      : [[child, minimum]];
  return [...side(left, left_minimum(node, left)), ...side(right, right_minimum(node))];
}

function needs_parentheses_left(left: target.Binary, parent: target.Binary): boolean {
  return binary_precedence(left.operator) < left_minimum(parent, left);
}

function left_minimum(parent: target.Binary, left: target.Expression): number {
  if (parent.operator === "**") return POSTFIX;
  if (left.kind === "Await" || mixes_coalescing(parent, left)) return MEMBER;
  if (left.kind === "Binary" && reads_better_apart(parent.operator, left.operator)) return MEMBER;
  return binary_precedence(parent.operator);
}

/** As prettier sees it: `(a && b) || c`, `(a % b) + c`, `(a * b) / c`, `(a << b) | c`, `(a < b) === c`. */
function reads_better_apart(outer: target.BinaryOperator, inner: target.BinaryOperator): boolean {
  if (is_logical(outer) && is_logical(inner)) return outer !== inner;
  if (BITWISE.has(outer)) return true;
  const [own, other] = [binary_precedence(outer), binary_precedence(inner)];
  if (own < other) return inner === "%" && (outer === "+" || outer === "-");
  if (own > other) return true;
  if (EQUALITY.has(outer)) return true;
  return MULTIPLICATIVE.has(outer) && outer !== inner;
}

const BITWISE: ReadonlySet<string> = new Set(["|", "^", "&", "<<", ">>", ">>>"]);
const EQUALITY: ReadonlySet<string> = new Set(["==", "!=", "===", "!=="]);
const MULTIPLICATIVE: ReadonlySet<string> = new Set(["*", "/", "%"]);

function is_logical(operator: target.BinaryOperator): boolean {
  return operator === "&&" || operator === "||" || operator === "??";
}

function right_minimum(parent: target.Binary): number {
  const { operator, right } = parent;
  if (right.kind === "Await") return MEMBER;
  if (operator === "**")
    return right.kind === "Binary" && right.operator === "**" ? MEMBER : EXPONENT;
  if (mixes_coalescing(parent, right)) return MEMBER;
  const own = binary_precedence(operator);
  if (right.kind !== "Binary") return own + 1;
  // `a && (b && c)` is `a && b && c`.
  if (is_logical(operator) && right.operator === operator) return own;
  return reads_better_apart(operator, right.operator) ? MEMBER : own + 1;
}

/** `??` does not stand beside `||` or `&&` without parentheses. */
function mixes_coalescing(parent: target.Binary, child: target.Expression): boolean {
  if (child.kind !== "Binary") return false;
  const logical = (operator: string): boolean => operator === "||" || operator === "&&";
  return (
    (binary_precedence(parent.operator) === COALESCE && logical(child.operator)) ||
    (logical(parent.operator) && child.operator === "??")
  );
}

function print_access(
  node: target.Call | target.New | target.Member | target.Index,
  printer: Printer,
): void {
  const { out } = printer;
  switch (node.kind) {
    case "Call":
      print_callee(node, printer);
      if (node.optional === true) out.write("?.");
      print_type_arguments(node.type_arguments, printer);
      return print_arguments(node.arguments, printer);
    case "New":
      print_constructor(node, printer);
      print_type_arguments(node.type_arguments, printer);
      return print_arguments(node.arguments, printer);
    case "Member":
      return print_member(node, node.origin, printer);
    case "Index":
      print_object_of_access(node.object, printer);
      out.write(node.optional === true ? "?.[" : "[");
      printer.expression(node.index);
      return out.write("]");
  }
}

/** `new` and the class. */
export function print_constructor({ callee }: target.New, printer: Printer): void {
  const { out } = printer;
  out.write("new ");
  if (contains_call(callee)) {
    out.write("(");
    printer.expression(callee);
    out.write(")");
  } else {
    print_object_of_access(callee, printer);
  }
}

/** The engine places a call at the name of the function, or of the method. */
export function print_callee({ callee, origin }: target.Call, printer: Printer): void {
  if (callee.kind === "Member" && origin !== undefined) print_member(callee, origin, printer);
  else if (callee.kind === "Identifier" && origin !== undefined) printer.out.write(callee.name);
  else print_object_of_access(callee, printer);
}

function print_member(
  node: target.Member,
  origin: target.Member["origin"],
  printer: Printer,
): void {
  const { out } = printer;
  print_object_of_access(node.object, printer);
  const optional = node.optional === true;
  if (!is_identifier_name(node.property))
    return out.write(`${optional ? "?." : ""}[${string_literal(node.property)}]`);
  out.write(optional ? "?." : ".");
  if (origin !== undefined) out.mark(origin, true);
  out.write(node.property);
}

function print_object_of_access(node: target.Expression, printer: Printer): void {
  const is_number = node.kind === "NumberLiteral" || node.kind === "BigIntLiteral";
  const function_callee = node.kind === "FunctionExpression" || node.kind === "ClassExpression";
  if (!is_number && !function_callee) return printer.expression(node, MEMBER);
  printer.out.write("(");
  printer.expression(node);
  printer.out.write(")");
}

function print_arguments(args: readonly target.Element[], printer: Printer): void {
  print_list(args, ["(", ")"], printer.out, (argument) => printer.expression(argument, ASSIGNMENT));
}

/** `new (f())()`: without parentheses the first call's arguments would be the constructor's. */
function contains_call(node: target.Expression): boolean {
  let at = node;
  for (;;) {
    if (at.kind === "Call") return true;
    if (at.kind === "Member" || at.kind === "Index") {
      if (at.optional === true) return true;
      at = at.object;
    } else if (at.kind === "NonNull") at = at.value;
    else return false;
  }
}
