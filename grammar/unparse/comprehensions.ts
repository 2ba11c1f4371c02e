// [x for x in xs if x], and the other three.
import type {
  Comprehension,
  DictComp,
  GeneratorExp,
  ListComp,
  SetComp,
} from "../ast/expressions.ts";
import { LAMBDA, OR, TUPLE } from "./precedence.ts";
import type { Printer } from "./printer.ts";

export function print_comprehension(
  node: ListComp | SetComp | DictComp | GeneratorExp,
  printer: Printer,
): void {
  const { out } = printer;
  const [open, close] = brackets[node.tag];
  out.open(open);
  if (node.tag === "DictComp") {
    printer.expression(node.key, LAMBDA);
    out.write(": ");
    printer.expression(node.value, LAMBDA);
  } else printer.expression(node.elt, LAMBDA);
  for (const each of node.generators) print_clause(each, printer);
  out.close(close);
}

const brackets = {
  ListComp: ["[", "]"],
  SetComp: ["{", "}"],
  DictComp: ["{", "}"],
  GeneratorExp: ["(", ")"],
} as const;

function print_clause(node: Comprehension, printer: Printer): void {
  const { out, comments } = printer;
  printer.write_all(comments.leading(node));
  out.write(node.is_async === 1 ? " async for " : " for ");
  printer.expression(node.target, TUPLE);
  out.write(" in ");
  printer.expression(node.iter, OR);
  for (const test of node.ifs) {
    out.write(" if ");
    printer.expression(test, OR);
  }
  printer.write_all(comments.trailing(node));
}
