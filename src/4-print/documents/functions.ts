// Functions as documents: parameters, results, arrows.
import type * as target from "../../target/nodes.ts";
import { begins_badly } from "../expressions.ts";
import { stands_with_comments } from "../layout/plain-types.ts";
import { NotHugged } from "./calls.ts";
import {
  concat,
  group,
  if_break,
  indent,
  indent_if_break,
  join,
  LINE,
  SOFTLINE,
  TRAILING_COMMA,
  will_break,
  without_lines,
  type Doc,
} from "./doc.ts";
import {
  below,
  in_statement,
  not_laid_out,
  type Around,
  type Documents,
  type Hugged,
} from "./documents.ts";

export function parameters(parts: target.FunctionParts, to: Documents, is_hugged = false): Doc {
  const { parameters: given, type_parameters } = parts;
  if (type_parameters.length > 0 || given.some(stands_with_comments)) return not_laid_out();
  if (given.length === 0) return "()";
  const [first] = given;
  const is_only = given.length === 1 && first !== undefined && keeps_braces(first);
  const docs = given.map((each) => parameter(each, is_only, to));
  const listed = join(concat([",", LINE]), docs);
  if (is_hugged) {
    if (docs.some(will_break)) throw new NotHugged();
    return group(without_lines(concat(["(", listed, ")"])));
  }
  if (is_only) return concat(["(", listed, ")"]);
  const comma = given.at(-1)?.rest === true ? "" : TRAILING_COMMA;
  return concat(["(", indent(concat([SOFTLINE, listed])), comma, SOFTLINE, ")"]);
}

/** The only parameter keeps its braces beside the parentheses. */
function keeps_braces({ target: bound, type, default: value, rest }: target.Parameter): boolean {
  if (rest) return false;
  const is_pattern = bound.kind !== "Identifier";
  if (value === null) return is_pattern || type?.kind === "ObjectType";
  return (
    is_pattern &&
    (value.kind === "Identifier" ||
      (value.kind === "ObjectLiteral" && value.properties.length === 0) ||
      (value.kind === "ArrayLiteral" && value.elements.length === 0))
  );
}

function parameter(node: target.Parameter, is_only: boolean, to: Documents): Doc {
  const { target: bound, type, optional, default: value, rest } = node;
  const parts: Doc[] = [rest ? "..." : ""];
  if (bound.kind === "Identifier" || bound.kind === "ArrayTarget") {
    parts.push(to.target(bound, in_statement("Parameter", "params")));
    if (optional && value === null) parts.push("?");
    if (type !== null) parts.push(": ", is_only ? annotation(type, value, to) : to.type(type));
  } else {
    const pattern = to.target(bound, in_statement("Parameter", "params"));
    const typed = concat([pattern, ...(type === null ? [] : [": ", annotation(type, value, to)])]);
    parts.push(is_only && value === null ? typed : group(typed));
  }
  if (value !== null) parts.push(" = ", to.expression(value, in_statement("Default", "right")));
  return concat(parts);
}

/** Of the only parameter: an object's type keeps its braces beside those of the pattern. */
function annotation(type: target.Type, value: target.Expression | null, to: Documents): Doc {
  return to.type(type, value === null && type.kind === "ObjectType" ? "only" : "plain");
}

export function result({ returns }: target.FunctionParts, to: Documents): Doc {
  return returns === null ? "" : concat([": ", to.type(returns)]);
}

/** Parameters and result of what is declared with `function`, or in a class. */
export function signature(parts: target.FunctionParts, to: Documents, is_hugged = false): Doc {
  const given = to.parameters(parts, is_hugged);
  const returned = to.result(parts);
  const is_group =
    parts.parameters.length === 1 && (parts.returns?.kind === "ObjectType" || will_break(returned));
  return group(concat([is_group ? group(given) : given, returned]));
}

export function function_expression(
  node: target.FunctionExpression,
  { kind, parent }: Around,
  hugged: Hugged | undefined,
  to: Documents,
): Doc {
  const is_hugged =
    hugged?.is_last === true &&
    kind === "Call" &&
    ((parent?.kind === "Call" && parent.arguments.length > 1) ||
      node.parameters.every(
        ({ target: bound, type, default: value, rest }) =>
          bound.kind === "Identifier" && type === null && value === null && !rest,
      ));
  return concat([
    node.async ? "async " : "",
    node.generator ? "function* " : "function ",
    node.name ?? "",
    signature(node, to, is_hugged),
    " ",
    to.block(node.body, true),
  ]);
}

export function arrow(
  node: target.ArrowFunction,
  around: Around,
  hugged: Hugged | undefined,
  to: Documents,
): Doc {
  if (node.body.kind === "ArrowFunction" && hugged?.is_last !== true)
    return arrow_chain(node, around, hugged, to);
  return group(
    concat([arrow_head(node, hugged, to), " =>", group(arrow_body(node, around, hugged, to))]),
  );
}

/** `(a) => (b) => c` */
function arrow_chain(
  whole: target.ArrowFunction,
  around: Around,
  hugged: Hugged | undefined,
  to: Documents,
): Doc {
  const { kind, key } = around;
  const is_given = kind === "Call" || kind === "New";
  // where it is assigned, the layout of assignments has a say
  if (!is_given && kind !== "ArrayLiteral" && kind !== "Return") return not_laid_out();
  const heads: Doc[] = [];
  let is_broken = false;
  let node = whole;
  let outer = around;
  for (;;) {
    heads.push(arrow_head(node, hugged, to));
    const { parameters: given, returns, type_parameters, body } = node;
    is_broken ||=
      (returns !== null && given.length > 0) ||
      type_parameters.length > 0 ||
      given.some(({ target: bound, default: value, rest }) => {
        return bound.kind !== "Identifier" || value !== null || rest;
      });
    if (body.kind !== "ArrowFunction") break;
    outer = below(node, "body", outer);
    node = body;
  }
  const is_callee = is_given && key === "callee";
  const separator = concat([" =>", LINE]);
  const [first = "", ...others] = heads;
  const all = is_callee
    ? group(join(separator, heads), is_broken)
    : is_given
      ? group(concat([first, " =>", indent(concat([LINE, join(separator, others)]))]), is_broken)
      : group(indent(join(separator, heads)), is_broken);
  const is_beside = stands_beside(node, is_broken);
  const id = { of: "arrows" };
  const body = arrow_body(node, outer, hugged, to, is_broken);
  return group(
    concat([
      group(is_callee ? indent(concat([SOFTLINE, all])) : all, is_callee && !is_beside, id),
      " =>",
      indent_if_break(body, id),
      is_callee ? if_break(SOFTLINE, "", id) : "",
    ]),
  );
}

/** Whether the body begins on the line of the arrow. */
function stands_beside({ body }: target.ArrowFunction, is_broken: boolean): boolean {
  return (
    ["Block", "ObjectLiteral", "ArrayLiteral", "Sequence"].includes(body.kind) ||
    (!is_broken && body.kind === "Conditional")
  );
}

function arrow_head(node: target.ArrowFunction, hugged: Hugged | undefined, to: Documents): Doc {
  const given = to.parameters(node, hugged !== undefined);
  let returned = to.result(node);
  if (hugged !== undefined) {
    if (will_break(returned)) throw new NotHugged();
    returned = group(without_lines(returned));
  }
  return group(concat([node.async ? "async " : "", group(concat([given, returned]))]));
}

function arrow_body(
  node: target.ArrowFunction,
  around: Around,
  hugged: Hugged | undefined,
  to: Documents,
  is_broken = false,
): Doc {
  const { body } = node;
  if (body.kind === "Block") return concat([" ", to.block(body, true)]);
  const inside = below(node, "body", around);
  const is_last = hugged?.is_last === true;
  const comma = is_last ? TRAILING_COMMA : "";
  const softline = is_last ? SOFTLINE : "";
  if (body.kind === "ObjectLiteral")
    return concat([" (", to.expression(body, inside, hugged), ")"]);
  if (begins_badly(body, true)) return not_laid_out();
  const made = to.expression(body, inside, hugged);
  if (body.kind === "ArrayLiteral" || body.kind === "ArrowFunction") return concat([" ", made]);
  if (body.kind === "Sequence")
    return group(concat([" (", indent(concat([SOFTLINE, made])), SOFTLINE, ")"]));
  if (body.kind === "Conditional" && !is_broken)
    return concat([
      " ",
      group(
        concat([
          if_break("", "("),
          indent(concat([SOFTLINE, made])),
          if_break("", ")"),
          comma,
          softline,
        ]),
      ),
    ]);
  return concat([indent(concat([LINE, made])), comma, softline]);
}
