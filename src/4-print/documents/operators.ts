// Rows of operands, and `a ? b : c`.
import type * as target from "../../target/nodes.ts";
import { concat, group, if_break, indent, LINE, SOFTLINE, type Doc } from "./doc.ts";
import {
  below,
  is_logical,
  is_member,
  not_laid_out,
  type Around,
  type Documents,
} from "./documents.ts";
import { is_flattened } from "./parentheses.ts";

export function binary(given: target.Binary, around: Around, to: Documents): Doc {
  const node = leaning_left(given);
  const { kind, key, outer } = around;
  const is_test = kind === "If" || kind === "While" || kind === "DoWhile" || kind === "Switch";
  const parts = operands(node, around, is_test && key !== "body", to);
  if (is_test) return concat(parts);
  if (key === "callee" || kind === "Unary" || (kind === "Member" && key === "object"))
    return group(concat([indent(concat([SOFTLINE, ...parts])), SOFTLINE]));
  const is_level =
    kind === "Return" ||
    kind === "Throw" ||
    kind === "Yield" ||
    (kind === "ArrowFunction" && key === "body") ||
    kind === "For" ||
    (kind === "Conditional" && !is_returned_or_given(outer)) ||
    kind === "TemplateLiteral";
  const is_assigned =
    kind === "Assignment" || kind === "Declarator" || kind === "Field" || kind === "Property";
  if (is_level || is_inline_throughout(node) || (!is_inline(node) && is_assigned))
    return group(concat(parts));
  const [first = "", ...rest] = parts;
  return group(concat([first, indent(concat(rest))]));
}

function is_returned_or_given(outer: Around | null): boolean {
  return outer !== null && ["Return", "Throw", "Call", "New"].includes(outer.kind);
}

/** `a && (b && c)` is read as `(a && b) && c`. */
function leaning_left(node: target.Binary): target.Binary {
  const { operator, left, right } = node;
  if (!is_logical(node) || right.kind !== "Binary" || right.operator !== operator) return node;
  return leaning_left({ ...node, left: { ...node, left, right: right.left }, right: right.right });
}

function operands(
  given: target.Binary,
  around: Around,
  is_test: boolean,
  to: Documents,
): readonly Doc[] {
  const rows: { readonly node: target.Binary; readonly around: Around }[] = [];
  let at: target.Expression = given;
  let outer = around;
  for (;;) {
    const node: target.Binary = leaning_left(at);
    rows.push({ node, around: outer });
    outer = below(node, "left", outer);
    at = node.left;
    if (at.kind !== "Binary" || !is_flattened(node.operator, at.operator)) break;
    if (rows.length > TERMS) return not_laid_out();
  }
  const parts: Doc[] = [group(to.expression(at, outer))];
  for (const { node, around: own } of rows.toReversed()) {
    const { operator, left, right } = node;
    const made = to.expression(right, below(node, "right", own));
    const row = concat([operator, is_inline(node) ? " " : LINE, made]);
    const is_apart =
      !(is_test && is_logical(node)) &&
      !is_alike(node, own.parent) &&
      !is_alike(node, left) &&
      !is_alike(node, right);
    parts.push(" ", is_apart ? group(row) : row);
  }
  return parts;
}

/** A sum of ten thousand terms is no deep recursion. */
const TERMS = 400;

/** Both logical, or both arithmetic. */
function is_alike(node: target.Binary, other: target.Expression | null): boolean {
  return other?.kind === "Binary" && is_logical(node) === is_logical(other);
}

/** `a || { b: 1 }` */
function is_inline(node: target.Binary): boolean {
  if (!is_logical(node)) return false;
  const { right } = node;
  return (
    (right.kind === "ObjectLiteral" && right.properties.length > 0) ||
    (right.kind === "ArrayLiteral" && right.elements.length > 0)
  );
}

function is_inline_throughout(node: target.Binary): boolean {
  if (!is_inline(node)) return false;
  const { left } = node;
  return left.kind === "Binary" && is_flattened(node.operator, left.operator)
    ? is_inline_throughout(left)
    : true;
}

/** Whether it goes to the next line as a whole behind `=`. */
export function is_broken_before(node: target.Expression): boolean {
  return node.kind === "Binary" && !is_inline(node);
}

export function conditional(node: target.Conditional, around: Around, to: Documents): Doc {
  const { kind, key } = around;
  if (kind === "Conditional" && key === "test") return not_laid_out();
  const is_nested = kind === "Conditional";
  const inside = (name: string): Around => below(node, name, around);
  const test = to.expression(node.test, inside("test"));
  const consequent = indent(to.expression(node.consequent, inside("consequent")));
  const has_nested = node.consequent.kind === "Conditional";
  const branches = concat([
    LINE,
    "? ",
    has_nested ? if_break("", "(") : "",
    consequent,
    has_nested ? if_break("", ")") : "",
    LINE,
    ": ",
    indent(to.expression(node.alternate, inside("alternate"))),
  ]);
  const is_apart = is_apart_in_chain(around);
  const made = concat([
    is_nested && key === "alternate" ? indent(test) : test,
    is_nested ? branches : indent(branches),
    kind === "Member" && key === "object" && !is_apart ? SOFTLINE : "",
  ]);
  if (is_nested) return made;
  return is_apart
    ? group(concat([indent(concat([SOFTLINE, group(made)])), SOFTLINE]))
    : group(made);
}

/** `const x = (a ? b : c).d()` */
function is_apart_in_chain(around: Around): boolean {
  if (around.key !== "object" && around.key !== "callee") return false;
  let at: Around | null = around;
  while (
    at !== null &&
    (at.kind === "NonNull" ||
      (at.kind === "Call" && at.key === "callee") ||
      (at.key === "object" && (at.kind === "Member" || at.kind === "Index")))
  )
    at = at.outer;
  if (at === null) return false;
  if ((at.kind === "New" && at.key === "callee") || at.kind === "As") at = at.outer;
  switch (at?.kind) {
    case "Assignment":
      return at.key === "right";
    case "Declarator":
      return at.key === "init";
    case "Return":
    case "Throw":
    case "Unary":
    case "Yield":
    case "Await":
      return true;
    default:
      return false;
  }
}

/** Chains of `.name` that are no calls. */
export function member(
  node: target.Member | target.Index,
  around: Around,
  to: Documents,
  access: Doc,
  is_chain: (doc: Doc) => boolean,
): Doc {
  const object = to.expression(node.object, below(node, "object", around));
  let above: Around | null = around;
  while (
    above !== null &&
    (above.kind === "Member" || above.kind === "Index" || above.kind === "NonNull")
  )
    above = above.outer;
  let parent: Around | null = around;
  while (parent !== null && parent.kind === "NonNull") parent = parent.outer;
  const is_in_member =
    parent?.parent !== undefined && parent?.parent !== null && is_member(parent.parent);
  const is_assigned = parent?.kind === "Assignment" || parent?.kind === "Declarator";
  const is_inline =
    node.kind === "Index" ||
    (above?.kind === "Assignment" && !is_name_assigned(above)) ||
    is_of_new(around) ||
    (node.object.kind === "Identifier" && !is_in_member) ||
    (is_assigned && (has_arguments(node.object) || is_chain(object)));
  return concat(
    [object, is_inline ? access : group(indent(concat([SOFTLINE, access])))],
    is_chain(object),
  );
}

function is_name_assigned({ parent }: Around): boolean {
  return parent?.kind === "Assignment" && parent.target.kind === "Identifier";
}

function is_of_new(around: Around): boolean {
  let at: Around | null = around;
  while (at !== null && (at.kind === "Member" || at.kind === "Index" || at.kind === "NonNull")) {
    if (at.key !== "object" && at.key !== "expression") return false;
    at = at.outer;
  }
  return at?.kind === "New" && at.key === "callee";
}

function has_arguments(node: target.Expression): boolean {
  let at = node;
  while (at.kind === "NonNull") at = at.value;
  return at.kind === "Call" && at.arguments.length > 0;
}
