// [T: int = str, *Ts, **P]
import type { Node } from "../ast/node.ts";
import type { TypeParameter } from "../ast/type-parameters.ts";
import { print_list } from "./lists.ts";
import { LAMBDA } from "./precedence.ts";
import type { Item, Printer } from "./printer.ts";

export function print_type_parameters(
  owner: Node,
  nodes: readonly TypeParameter[],
  printer: Printer,
): void {
  if (nodes.length === 0) return;
  const items = nodes.map((node): Item => {
    const print = (): void => print_type_parameter(node, printer);
    return { nodes: [node], is_bare: true, print };
  });
  print_list(owner, items, { brackets: ["[", "]"] }, printer, []);
}

const stars = { TypeVar: "", TypeVarTuple: "*", ParamSpec: "**" } as const;

function print_type_parameter(node: TypeParameter, printer: Printer): void {
  const { out } = printer;
  out.write(stars[node.tag] + node.name);
  if (node.tag === "TypeVar" && node.bound !== null) {
    out.write(": ");
    printer.expression(node.bound, LAMBDA);
  }
  if (node.default_value === null) return;
  out.write(" = ");
  printer.expression(node.default_value, LAMBDA);
}
