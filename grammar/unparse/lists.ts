// Bracketed lists: on one line, or a line for each item where there are comments or many words.
import type { Expression } from "../ast/expressions.ts";
import type { Node } from "../ast/node.ts";
import { before_comma, behind_comma } from "./commented.ts";
import { LAMBDA } from "./precedence.ts";
import type { Item, Printer } from "./printer.ts";

/** What fits on a line with what may stand around it. */
const width = 80;

export interface ListForm {
  readonly brackets: readonly [open: string, close: string];
  /** One item needs a comma behind it (a tuple). */
  readonly needs_comma?: boolean;
}

/** Prints `open item, item close` with the comments of the items, and those that dangle in their owner. */
export function print_list(
  owner: Node,
  items: readonly Item[],
  { brackets, needs_comma = false }: ListForm,
  printer: Printer,
  dangling = printer.comments.dangling(owner),
): void {
  const { out, comments } = printer;
  out.open(brackets[0]);
  const is_commented =
    dangling.length > 0 || items.some(({ nodes }) => nodes.some((node) => comments.has(node)));
  if (is_commented || (items.length > 1 && length_of(items) > width)) print_lines(items, printer);
  else {
    items.forEach((item, index) => {
      if (index > 0) out.write(", ");
      item.print();
    });
    if (needs_comma && items.length === 1) out.write(",");
  }
  printer.write_all(dangling);
  out.close(brackets[1]);
}

export function expression_items(nodes: readonly Expression[], printer: Printer): readonly Item[] {
  return nodes.map((node) => ({
    nodes: [node],
    is_bare: false,
    print: () => printer.element(node, LAMBDA),
  }));
}

function print_lines(items: readonly Item[], printer: Printer): void {
  const { out, comments } = printer;
  for (const { nodes, print, is_bare } of items) {
    const [first] = nodes;
    const leading = first === undefined ? [] : comments.leading(first);
    if (leading[0]?.own_line !== false || !out.is_opened) out.line();
    if (is_bare) printer.write_all(leading);
    print();
    const trailing = nodes.flatMap((node) => comments.trailing(node));
    if (is_bare) printer.write_all(before_comma(trailing));
    out.write(",");
    printer.write_all(behind_comma(trailing));
  }
  if (items.length > 0) out.line();
}

/** How long the items were in the text that they come from. */
function length_of(items: readonly Item[]): number {
  let length = 0;
  for (const { nodes } of items) for (const { start, end } of nodes) length += end - start + 2;
  return length;
}
