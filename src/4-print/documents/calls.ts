// Calls and their arguments: on one line, with the last or first one's brackets beside the call's, or a line each.
import type * as target from "../../target/nodes.ts";
import { stands_with_comments } from "../layout/plain-types.ts";
import { chain, is_curried } from "./chains.ts";
import {
  BREAK_PARENT,
  choice,
  concat,
  group,
  indent,
  LINE,
  SOFTLINE,
  TRAILING_COMMA,
  will_break,
  type Doc,
} from "./doc.ts";
import {
  below,
  is_binary,
  is_function,
  is_member,
  is_known_call,
  not_laid_out,
  type Around,
  type Documents,
} from "./documents.ts";
import { is_concise } from "./literals.ts";
import { is_simple } from "./simple.ts";
import { NotLaidOut } from "./width.ts";

export function call(node: target.Call | target.New, around: Around, to: Documents): Doc {
  const { callee } = node;
  if ((node.kind === "Call" && node.optional === true) || is_known_call(callee, node.arguments))
    return not_laid_out();
  if (node.kind === "Call" && is_member(callee)) return chain(node, around, to, behind_callee);
  const made = concat([
    node.kind === "New" ? "new " : "",
    to.expression(callee, below(node, "callee", around)),
    behind_callee(node, around, to),
  ]);
  return callee.kind === "Call" ? group(made) : made;
}

function behind_callee(node: target.Call | target.New, around: Around, to: Documents): Doc {
  const { type_arguments: types = [] } = node;
  const made = call_arguments(node, around, to);
  if (types.length === 0) return made;
  return concat([to.type({ kind: "TypeName", name: "", arguments: types }), made]);
}

function call_arguments(node: target.Call | target.New, around: Around, to: Documents): Doc {
  const args = node.arguments;
  if (args.length === 0) return "()";
  if (args.some(stands_with_comments)) return not_laid_out();
  const inside = below(node, "arguments", around);
  if (is_hook(args)) {
    const parts = args.flatMap((each, index) => [
      index === 0 ? "" : ", ",
      to.expression(each, inside),
    ]);
    return concat(["(", ...parts, ")"]);
  }
  const printed = args.map((each, index) => {
    const made = to.expression(each, inside);
    return index === args.length - 1 ? made : concat([made, ",", LINE]);
  });
  const apart = (): Doc =>
    group(concat(["(", indent(concat([LINE, ...printed])), ",", LINE, ")"]), true);
  if (is_composition(args)) return apart();
  const [first, second] = args;
  if (first !== undefined && second !== undefined && is_first_hugged(args)) {
    const others = printed.slice(1);
    if (others.some(will_break)) return apart();
    const hugged = attempt(() => to.expression(first, inside, { is_last: false }));
    if (hugged === null) return apart();
    const broken = concat(["(", group(hugged, true), ", ", ...others, ")"]);
    if (will_break(hugged)) return concat([BREAK_PARENT, choice([broken, apart()])]);
    return choice([concat(["(", hugged, ", ", ...others, ")"]), broken, apart()]);
  }
  const last = args.at(-1);
  if (last !== undefined && is_last_hugged(args)) {
    const others = printed.slice(0, -1);
    if (others.some(will_break)) return apart();
    const hugged = attempt(() => to.expression(last, inside, { is_last: true }));
    if (hugged === null) return apart();
    const broken = concat(["(", ...others, group(hugged, true), ")"]);
    if (will_break(hugged)) return concat([BREAK_PARENT, choice([broken, apart()])]);
    return choice([concat(["(", ...others, hugged, ")"]), broken, apart()]);
  }
  const made = concat(["(", indent(concat([SOFTLINE, ...printed])), TRAILING_COMMA, SOFTLINE, ")"]);
  return is_curried(node, around) ? made : group(made, printed.some(will_break));
}

/** Parameters that can't stand on one line are not hugged. */
export class NotHugged extends Error {}

function attempt(make: () => Doc): Doc | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof NotLaidOut || !(error instanceof NotHugged)) throw error;
    return null;
  }
}

/** `f(() => { … }, [a])` */
function is_hook(args: readonly target.Element[]): boolean {
  const from = args.length === 2 ? 0 : 1;
  if (args.length !== 2 && !(args.length === 3 && args[0]?.kind === "Identifier")) return false;
  const [given, list] = args.slice(from);
  return (
    given?.kind === "ArrowFunction" &&
    given.parameters.length === 0 &&
    given.body.kind === "Block" &&
    list?.kind === "ArrayLiteral"
  );
}

/** `compose(map((x) => …), filter((x) => …))`: a line for each. */
function is_composition(args: readonly target.Element[]): boolean {
  if (args.length <= 1) return false;
  let functions = 0;
  for (const each of args) {
    if (is_function(each)) {
      functions++;
      if (functions > 1) return true;
    } else {
      const inner = without_marks(each);
      if (inner.kind === "Call" && inner.arguments.some(is_function)) return true;
    }
  }
  return false;
}

function without_marks(node: target.Expression): target.Expression {
  let at = node;
  while (at.kind === "NonNull") at = at.value;
  return at;
}

function is_first_hugged(args: readonly target.Element[]): boolean {
  const [first, second] = args;
  if (args.length !== 2 || first === undefined || second === undefined) return false;
  return (
    (first.kind === "FunctionExpression" ||
      (first.kind === "ArrowFunction" && first.body.kind === "Block")) &&
    !is_function(second) &&
    second.kind !== "Conditional" &&
    is_short(second) &&
    !could_be_hugged(second)
  );
}

function is_short(node: target.Expression): boolean {
  if (node.kind === "As") return not_laid_out();
  if ((node.kind === "Call" || node.kind === "New") && node.arguments.length > 1) return false;
  if (is_binary(node)) return is_simple(node.left, 1) && is_simple(node.right, 1);
  return is_simple(node);
}

function is_last_hugged(args: readonly target.Element[]): boolean {
  const last = args.at(-1);
  const before = args.at(-2);
  if (last === undefined || !could_be_hugged(last)) return false;
  if (before !== undefined && before.kind === last.kind) return false;
  if (args.length === 2 && before?.kind === "ArrowFunction" && last.kind === "ArrayLiteral")
    return false;
  return !(args.length > 1 && last.kind === "ArrayLiteral" && is_concise(last));
}

function could_be_hugged(node: target.Expression, is_body = false): boolean {
  switch (node.kind) {
    case "ObjectLiteral":
      return node.properties.length > 0;
    case "ArrayLiteral":
      return node.elements.length > 0;
    case "As":
      return could_be_hugged(node.value);
    case "FunctionExpression":
      return true;
    case "ArrowFunction": {
      const { body } = node;
      if (body.kind === "Block" || body.kind === "ObjectLiteral" || body.kind === "ArrayLiteral")
        return true;
      if (body.kind === "ArrowFunction") return could_be_hugged(body, true);
      return !is_body && (body.kind === "Conditional" || without_marks(body).kind === "Call");
    }
    default:
      return false;
  }
}
