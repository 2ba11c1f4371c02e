// What has no room on a line, or is broken however short it is, in prettier's layout.
import type * as target from "../../target/nodes.ts";
import { first_part } from "../first-part.ts";
import { is_identifier_name, string_literal } from "../literals.ts";
import { assigned } from "./assignments.ts";
import { array, object, template } from "./literals.ts";
import { call } from "./calls.ts";
import { access } from "./chains.ts";
import {
  concat,
  group,
  if_break,
  indent,
  is_chain,
  join,
  LINE,
  SOFTLINE,
  TRAILING_COMMA,
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
import { arrow, function_expression, parameters, result, signature } from "./functions.ts";
import { binary, conditional, member } from "./operators.ts";
import { needs_parentheses } from "./parentheses.ts";
import { render } from "./render.ts";
import {
  block,
  field,
  for_head,
  for_of_head,
  in_broken_parentheses,
  statement,
  test,
} from "./statements.ts";
import { type_document } from "./types.ts";
import type { Start } from "../writer.ts";
import { NotLaidOut } from "./width.ts";

/** A whole statement; `null` where prettier must lay it out. */
export function statement_text(node: target.Statement, start: Start): string | null {
  return attempt(() => statement(node, DOCUMENTS), start);
}

/** What stands between the parentheses of `if` and `while`, with the `)` and the `{`. */
export function test_text(node: target.Expression, brace: string, start: Start): string | null {
  return attempt(() => concat([test(node, "If", DOCUMENTS), ") ", brace]), start);
}

/** The head of a loop, with the `{`. */
export function loop_text(
  node: target.For | target.ForOf,
  brace: string,
  start: Start,
): string | null {
  const head = (): Doc =>
    node.kind === "For" ? for_head(node, DOCUMENTS) : for_of_head(node, DOCUMENTS);
  return attempt(() => concat([head(), " ", brace]), start);
}

/** Parameters and result of a function, with the `{`. */
export function signature_text(
  node: target.FunctionParts,
  brace: string,
  start: Start,
): string | null {
  return attempt(() => concat([signature(node, DOCUMENTS), " ", brace]), start);
}

function attempt(make: () => Doc, { column, indentation }: Start): string | null {
  try {
    return render(make(), column, indentation);
  } catch (error) {
    if (error instanceof NotLaidOut) return null;
    throw error;
  }
}

const DOCUMENTS: Documents = {
  expression: (node, around, hugged) => {
    const made = bare(node, around, hugged);
    return needs_parentheses(node, around) ? concat(["(", made, ")"]) : made;
  },
  target: (node, around) => bound(node, around),
  block: (node, stays_empty) => block(node, stays_empty, DOCUMENTS),
  type: (node, place) => type_document(node, DOCUMENTS, place),
  assigned: (left, operator, right, inside) => assigned(left, operator, right, inside, DOCUMENTS),
  parameters: (parts, is_hugged) => parameters(parts, DOCUMENTS, is_hugged),
  result: (parts) => result(parts, DOCUMENTS),
};

function bare(node: target.Expression, around: Around, hugged: Hugged | undefined): Doc {
  const to = DOCUMENTS;
  const inside = (key: string): Around => below(node, key, around);
  switch (node.kind) {
    case "Identifier":
      return node.name === "let" || node.name === "async" ? not_laid_out() : node.name;
    case "NumberLiteral": {
      const text = (node.raw ?? String(node.value)).replace("e+", "e");
      return /^\d+(?:\.\d*[1-9])?(?:e[-+]?[1-9]\d*)?$/.test(text) ? text : not_laid_out();
    }
    case "BigIntLiteral":
      return `${node.value}n`;
    case "StringLiteral":
      return string_literal(node.value);
    case "BooleanLiteral":
      return String(node.value);
    case "NullLiteral":
      return "null";
    case "This":
      return "this";
    case "Super":
      return "super";
    case "TemplateLiteral":
      return template(node, around, to);
    case "ArrayLiteral":
      return array(node, around, to);
    case "ObjectLiteral":
      return object(node, around, to);
    case "FunctionExpression":
      return function_expression(node, around, hugged, to);
    case "ArrowFunction":
      return arrow(node, around, hugged, to);
    case "Unary": {
      const operand = to.expression(node.operand, inside("argument"));
      return concat([node.operator, /[a-z]$/.test(node.operator) ? " " : "", operand]);
    }
    case "Update": {
      const operand = to.expression(node.target, inside("argument"));
      return concat(node.prefix ? [node.operator, operand] : [operand, node.operator]);
    }
    case "Binary":
      return binary(node, around, to);
    case "Conditional":
      return conditional(node, around, to);
    case "Assignment":
      if (node.value.kind === "Assignment") return not_laid_out();
      return to.assigned(bound(node.target, inside("left")), ` ${node.operator}`, node.value, {
        around: inside("right"),
        form: "assignment",
      });
    case "Call":
    case "New":
      return call(node, around, to);
    case "Member":
    case "Index":
      return member(node, around, to, access(node, around, to), is_chain);
    case "Spread":
      return concat(["...", to.expression(node.value, inside("argument"))]);
    case "Await":
      return awaited(node, around, to);
    case "Yield": {
      const word = node.delegate ? "yield*" : "yield";
      if (node.value === null) return word;
      const value = to.expression(node.value, inside("argument"));
      return concat([
        word,
        " ",
        node.value.kind === "Binary" ? in_broken_parentheses(value) : value,
      ]);
    }
    case "Sequence": {
      const items = node.expressions.map((each) => to.expression(each, inside("expressions")));
      if (around.kind === "ExpressionStatement" || around.kind === "For") return not_laid_out();
      const listed = join(concat([",", LINE]), items);
      if (around.kind === "ArrowFunction") return listed;
      if (!["Return", "Throw", "Yield", "Unary"].includes(around.kind)) return group(listed);
      return group(if_break(concat([indent(concat([SOFTLINE, listed])), SOFTLINE]), listed));
    }
    case "As": {
      const made = concat([
        to.expression(node.value, inside("expression")),
        " as ",
        to.type(node.type),
      ]);
      if (around.key !== "callee" && around.key !== "object") return made;
      return group(concat([indent(concat([SOFTLINE, made])), SOFTLINE]));
    }
    case "NonNull":
      return concat([to.expression(node.value, inside("expression")), "!"]);
    case "ImportMeta":
      return "import.meta";
    case "ImportCall":
    case "ClassExpression":
    case "Hole":
      return not_laid_out();
  }
}

function awaited(node: target.Await, around: Around, to: Documents): Doc {
  const made = concat(["await ", to.expression(node.value, below(node, "argument", around))]);
  if (around.key !== "callee" && around.key !== "object") return made;
  const apart = concat([indent(concat([SOFTLINE, made])), SOFTLINE]);
  let at: Around | null = around;
  while (at !== null && at.kind !== "Await") at = at.outer;
  return at?.parent?.kind === "Await" && begins_with(at.parent.value, node) ? apart : group(apart);
}

/** Whether the text of an expression begins with that of a part of it. */
function begins_with(node: target.Expression, part: target.Expression): boolean {
  let at: target.Expression | null = node;
  while (at !== null && at !== part) at = first_part(at);
  return at === part;
}

function bound(node: target.Target, around: Around): Doc {
  switch (node.kind) {
    case "ArrayTarget": {
      if (node.elements.length === 0) return "[]";
      const items = node.elements.map((each) => {
        if (each.kind === "Hole") return "";
        return group(bound(each, in_statement("ArrayLiteral", "elements")));
      });
      const last = node.elements.at(-1);
      const comma = last?.kind === "RestTarget" ? "" : last?.kind === "Hole" ? "," : TRAILING_COMMA;
      const listed = join(concat([",", LINE]), items);
      return group(concat(["[", indent(concat([SOFTLINE, listed, comma])), SOFTLINE, "]"]));
    }
    case "RestTarget":
      return concat(["...", bound(node.target, around)]);
    case "ObjectTarget":
      return object_target(node, around);
    case "DefaultTarget":
      return concat([
        bound(node.target, around),
        " = ",
        DOCUMENTS.expression(node.value, in_statement("Default", "right")),
      ]);
    case "Identifier":
    case "Member":
    case "Index":
      return DOCUMENTS.expression(node, around);
    default:
      return not_laid_out();
  }
}

function object_target({ properties }: target.ObjectTarget, around: Around): Doc {
  if (properties.length === 0) return not_laid_out();
  const items = properties.map(({ key, value }) => {
    const named = value.kind === "DefaultTarget" ? value.target : value;
    if (value.kind === "RestTarget") return bound(value, around);
    if (named.kind !== "Identifier" || !is_identifier_name(key)) return not_laid_out();
    const made = bound(value, around);
    return named.name === key ? made : concat([`${key}: `, made]);
  });
  const is_assigned = around.kind === "Declarator" || around.kind === "Assignment";
  const is_renamed = properties.some(
    ({ key, value }) => value.kind !== "Identifier" || value.name !== key,
  );
  // prettier breaks it before what is assigned
  if (is_assigned && properties.length > 2 && is_renamed) return not_laid_out();
  const comma = properties.at(-1)?.value.kind === "RestTarget" ? "" : TRAILING_COMMA;
  const listed = join(concat([",", LINE]), items);
  const made = concat(["{", indent(concat([LINE, listed])), comma, LINE, "}"]);
  return is_assigned || around.kind === "Parameter" ? made : group(made);
}

/** `head`: all of a field of a class up to its type. */
export function field_text(node: target.Field, head: string, start: Start): string | null {
  return attempt(() => field(node, head, DOCUMENTS), start);
}
