// Calls, subscripts and slices; displays; names and literals.
import type {
  Call,
  Constant,
  Dict,
  Expression,
  Keyword,
  Slice,
  Subscript,
  Tuple,
} from "../ast/expressions.ts";
import { repr_float } from "../ast/repr.ts";
import { expression_items, print_list } from "./lists.ts";
import { ATOM, BIT_OR, LAMBDA, TUPLE } from "./precedence.ts";
import type { Item, Printer } from "./printer.ts";
import { print_string } from "./strings.ts";

export function print_call(node: Call, printer: Printer): void {
  printer.expression(node.func, ATOM);
  const [first, ...others] = node.args;
  const is_bare_generator =
    first?.tag === "GeneratorExp" &&
    others.length + node.keywords.length + printer.comments.leading(first).length === 0 &&
    printer.comments.trailing(first).length === 0;
  if (is_bare_generator) return printer.expression(first, ATOM);
  print_list(
    node,
    argument_items(node.args, node.keywords, printer),
    { brackets: ["(", ")"] },
    printer,
  );
}

/** Positional and keyword arguments in the order of the text. */
export function argument_items(
  args: readonly Expression[],
  keywords: readonly Keyword[],
  printer: Printer,
): readonly Item[] {
  const named = keywords.map((node): Item => ({
    nodes: [node],
    is_bare: true,
    print: () => {
      printer.out.write(node.arg === null ? "**" : `${node.arg}=`);
      printer.expression(node.value, LAMBDA);
    },
  }));
  const items = [...expression_items(args, printer), ...named];
  return items.sort((a, b) => (a.nodes[0]?.start ?? 0) - (b.nodes[0]?.start ?? 0));
}

export function print_subscript(node: Subscript, printer: Printer): void {
  const { slice, value } = node;
  printer.expression(value, ATOM);
  printer.out.open("[");
  printer.expression(slice, slice.tag === "Tuple" ? TUPLE : LAMBDA);
  printer.out.close("]");
}

export function print_slice(node: Slice, printer: Printer): void {
  const { lower, upper, step } = node;
  const { out } = printer;
  if (lower !== null) printer.expression(lower, LAMBDA);
  out.write(":");
  if (upper !== null) printer.expression(upper, LAMBDA);
  const dangling = printer.comments.dangling(node);
  if (step === null && dangling.length === 0) return;
  printer.write_all(dangling);
  out.write(":");
  if (step !== null) printer.expression(step, LAMBDA);
}

/** Without brackets: that is the caller's business, unless slices among the elements rule them out. */
export function print_tuple(node: Tuple, is_bracketed: boolean, printer: Printer): void {
  const items = expression_items(node.elts, printer);
  const needs_comma = true;
  if (is_bracketed || node.elts.length === 0)
    return print_list(node, items, { brackets: ["(", ")"], needs_comma }, printer);
  node.elts.forEach((each, index) => {
    if (index > 0) printer.out.write(", ");
    printer.expression(each, LAMBDA);
  });
  if (node.elts.length === 1) printer.out.write(",");
}

export function print_dict(node: Dict, printer: Printer): void {
  const items = node.values.map((value, index): Item => {
    const key = node.keys[index] ?? null;
    if (key === null)
      return {
        nodes: [value],
        is_bare: true,
        print: () => {
          printer.out.write("**");
          printer.bare(value, BIT_OR);
        },
      };
    return {
      nodes: [key, value],
      is_bare: false,
      print: () => {
        printer.expression(key, LAMBDA);
        printer.out.write(": ");
        printer.element(value, LAMBDA);
      },
    };
  });
  print_list(node, items, { brackets: ["{", "}"] }, printer);
}

export function print_constant(node: Constant, printer: Printer): void {
  const { value } = node;
  const { out } = printer;
  switch (value.type) {
    case "None":
      return out.write("None");
    case "Ellipsis":
      return out.write("...");
    case "bool":
      return out.write(value.value ? "True" : "False");
    case "int":
      return out.write(integer(value.value));
    case "float":
      return out.write(float(value.value));
    case "complex":
      return out.write(`${float(value.imag)}j`);
    case "str":
    case "bytes":
      return print_string(node, printer);
  }
}

/** Python reads no more than 4,300 decimal digits. */
function integer(value: bigint): string {
  return value < 1n << 13000n ? `${value}` : `0x${value.toString(16)}`;
}

function float(value: number): string {
  return value === Infinity ? "1e309" : repr_float(value);
}
