// Lists, objects and templates as documents.
import type * as target from "../../target/nodes.ts";
import { property_name, template_text } from "../literals.ts";
import { stands_with_comments } from "../layout/plain-types.ts";
import {
  concat,
  fill,
  group,
  if_break,
  indent,
  join,
  LINE,
  SOFTLINE,
  TRAILING_COMMA,
  type Doc,
} from "./doc.ts";
import { below, not_laid_out, type Around, type Documents } from "./documents.ts";
import { render } from "./render.ts";

export function array(node: target.ArrayLiteral, around: Around, to: Documents): Doc {
  const { elements } = node;
  if (elements.length === 0) return "[]";
  if (elements.some((each) => each.kind === "Hole" || stands_with_comments(each)))
    return not_laid_out();
  const inside = below(node, "elements", around);
  const items = elements.map((each) => to.expression(each, inside));
  if (is_concise(node)) {
    const id = { of: "array" };
    const parts = items.flatMap((item, index) =>
      index === items.length - 1
        ? [concat([item, if_break(",", "", id)])]
        : [concat([item, ","]), LINE],
    );
    return group(concat(["[", indent(concat([SOFTLINE, fill(parts)])), SOFTLINE, "]"]), false, id);
  }
  const listed = join(
    concat([",", LINE]),
    items.map((item) => group(item)),
  );
  return group(
    concat(["[", indent(concat([SOFTLINE, listed, TRAILING_COMMA])), SOFTLINE, "]"]),
    is_table(elements),
  );
}

/** `[1, 2, -3]`: as many in a line as there is room for. */
export function is_concise({ elements }: target.ArrayLiteral): boolean {
  return elements.length > 0 && elements.every(is_number);
}

function is_number(node: target.Expression): boolean {
  return (
    node.kind === "NumberLiteral" ||
    (node.kind === "Unary" && /^[-+]$/.test(node.operator) && node.operand.kind === "NumberLiteral")
  );
}

/** `[[1, 2], [3, 4]]` */
function is_table(elements: readonly target.Element[]): boolean {
  const [first] = elements;
  return (
    elements.length > 1 &&
    elements.every(
      (each) =>
        each.kind === first?.kind &&
        ((each.kind === "ArrayLiteral" && each.elements.length > 1) ||
          (each.kind === "ObjectLiteral" && each.properties.length > 1)),
    )
  );
}

export function object(node: target.ObjectLiteral, around: Around, to: Documents): Doc {
  const { properties } = node;
  if (properties.length === 0) return "{}";
  const listed = join(
    concat([",", LINE]),
    properties.map((each) => property(each, node, around, to)),
  );
  return group(concat(["{", indent(concat([LINE, listed])), TRAILING_COMMA, LINE, "}"]));
}

function property(
  node: target.Property,
  parent: target.ObjectLiteral,
  outer: Around,
  to: Documents,
): Doc {
  if (stands_with_comments(node)) return not_laid_out();
  const { key, value } = node;
  if (key === null)
    return concat([
      "...",
      to.expression(value, { ...below(parent, "spread", outer), kind: "Spread" }),
    ]);
  const inside: Around = { kind: "Property", key: "value", parent: null, outer };
  if (typeof key !== "string") {
    const name = concat(["[", to.expression(key, { ...inside, key: "key" }), "]"]);
    return to.assigned(name, ":", value, { around: inside, form: "property" });
  }
  if (/^[\d.]/.test(key)) return not_laid_out();
  if (value.kind === "Identifier" && value.name === key && key !== "__proto__") return key;
  return to.assigned(property_name(key), ":", value, { around: inside, form: "property" });
}

/** What is put in stands on the line of the text around it, unless there are statements in it. */
export function template(node: target.TemplateLiteral, around: Around, to: Documents): Doc {
  const { quasis, expressions } = node;
  const parts: Doc[] = ["`"];
  let has_lines = false;
  quasis.forEach((quasi, index) => {
    const text = template_text(quasi, { lines: false });
    parts.push(text);
    const expression = expressions[index];
    if (expression === undefined) return;
    const made = to.expression(expression, below(node, "expressions", around));
    const line = render(made, 0, 0, Infinity);
    if (line.includes("\n")) {
      has_lines = true;
      parts.push(put_in(expression, made));
    } else parts.push(`\${${line}}`);
  });
  const inner = quasis.join("").trim();
  if (inner.indexOf("\n") !== inner.lastIndexOf("\n")) return not_laid_out();
  parts.push("`");
  return has_lines ? concat(parts) : parts.join("");
}

/** `${…}` with lines in it. */
function put_in(expression: target.Expression, made: Doc): Doc {
  const is_apart = ["Member", "Index", "Conditional", "Sequence", "As", "Binary"].includes(
    expression.kind,
  );
  return group(
    concat(["${", is_apart ? concat([indent(concat([SOFTLINE, made])), SOFTLINE]) : made, "}"]),
  );
}
