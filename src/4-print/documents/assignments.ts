// `left = right`: where the line is broken.
import type * as target from "../../target/nodes.ts";
import {
  can_break,
  concat,
  group,
  indent,
  indent_if_break,
  is_chain,
  LINE,
  type Doc,
} from "./doc.ts";
import type { Assigned, Documents } from "./documents.ts";
import { is_long_chain } from "./chains.ts";
import { is_broken_before } from "./operators.ts";
import { string_literal, template_text } from "../literals.ts";
import { PRINT_WIDTH } from "../writer.ts";
import { width_of } from "./width.ts";

export function assigned(
  left: Doc,
  operator: string,
  right: target.Expression,
  inside: Assigned,
  to: Documents,
): Doc {
  const made = to.expression(right, inside.around);
  switch (layout_of(left, right, made, inside)) {
    case "next line":
      return group(concat([group(left), operator, group(indent(concat([LINE, made])))]));
    case "same line":
      return group(concat([group(left), operator, " ", made]));
    case "left":
      return group(concat([left, operator, " ", group(made)]));
    case "fluid": {
      const id = { of: "assignment" };
      const gap = group(indent(LINE), false, id);
      return group(concat([group(left), operator, gap, indent_if_break(made, id)]));
    }
  }
}

function layout_of(
  left: Doc,
  right: target.Expression,
  made: Doc,
  { form, keeps_left = false }: Assigned,
): "next line" | "same line" | "left" | "fluid" {
  const is_left_breakable = can_break(left);
  if (keeps_left) return "left";
  if (form === "declaration" && right.kind === "ArrowFunction" && is_left_breakable) return "left";
  const is_short_key = form === "property" && typeof left === "string" && width_of(left) < TAB + 3;
  if (is_next_line(right, made, is_short_key)) return "next line";
  if (
    !is_left_breakable &&
    (is_short_key ||
      right.kind === "TemplateLiteral" ||
      right.kind === "BooleanLiteral" ||
      right.kind === "NumberLiteral" ||
      right.kind === "ClassExpression" ||
      (right.kind === "Call" &&
        right.callee.kind === "Identifier" &&
        right.callee.name === "require"))
  )
    return "same line";
  return "fluid";
}

const TAB = 2;

function is_next_line(right: target.Expression, made: Doc, is_short_key: boolean): boolean {
  if (is_broken_before(right) || right.kind === "Sequence") return true;
  if (right.kind === "Conditional" && is_broken_before(right.test)) return true;
  if (is_short_key) return false;
  let at: target.Expression = right;
  for (;;) {
    if (at.kind === "Unary") at = at.operand;
    else if (at.kind === "Await" || at.kind === "NonNull") at = at.value;
    else if (at.kind === "Yield" && at.value !== null) at = at.value;
    else break;
  }
  return at.kind === "StringLiteral" || is_hardly_breakable(at, at === right ? made : null);
}

/** `a.b.c`, `a.b(1).c()`: calls with at most one short argument. `made`: its document where it is at hand. */
function is_hardly_breakable(
  node: target.Expression,
  made: Doc | null,
  is_inside = false,
): boolean {
  switch (node.kind) {
    case "NonNull":
      return is_hardly_breakable(node.value, null, true);
    case "Call": {
      if (made === null ? is_long_chain(node) : is_chain(made)) return false;
      const { arguments: args, type_arguments: types = [] } = node;
      const [first] = args;
      if (args.length > 1 || (first !== undefined && !is_short(first, PRINT_WIDTH / 4)))
        return false;
      if (types.length > 1 || types.some(({ kind }) => kind !== "TypeName" && kind !== "ArrayType"))
        return false;
      return is_hardly_breakable(node.callee, null, true);
    }
    case "Member":
    case "Index":
      return is_hardly_breakable(node.object, null, true);
    default:
      return is_inside && (node.kind === "Identifier" || node.kind === "This");
  }
}

/** An argument that a break around it would not help. */
function is_short(node: target.Expression, most: number): boolean {
  switch (node.kind) {
    case "This":
    case "NumberLiteral":
    case "BigIntLiteral":
    case "BooleanLiteral":
    case "NullLiteral":
      return true;
    case "Identifier":
      return node.name.length <= most;
    case "StringLiteral":
      return string_literal(node.value).length <= most;
    case "TemplateLiteral": {
      const text = template_text(node.quasis[0] ?? "", { lines: false });
      return node.expressions.length === 0 && text.length <= most;
    }
    case "Unary":
      return is_short(node.operand, most);
    case "Call":
      return (
        node.arguments.length === 0 &&
        node.callee.kind === "Identifier" &&
        node.callee.name.length <= most - 2
      );
    default:
      return false;
  }
}
