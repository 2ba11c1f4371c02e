// Patterns of case clauses.
import type { MatchAs, MatchClass, MatchMapping, Pattern } from "../ast/patterns.ts";
import { before_comma } from "./commented.ts";
import { print_list } from "./lists.ts";
import { ATOM, TEST } from "./precedence.ts";
import type { Item, Printer } from "./printer.ts";
import { print_constant } from "./primaries.ts";

const AS = 0;
const ALTERNATIVES = 1;
const CLOSED = 2;

/** With its comments; those behind it only if `trails`. */
export function print_pattern(
  node: Pattern,
  minimum: number,
  trails: boolean,
  printer: Printer,
): void {
  const { out, comments } = printer;
  const leading = comments.leading(node);
  const all = comments.trailing(node);
  const trailing = trails ? all : before_comma(all);
  const beside = leading.some((each) => !each.own_line) && !out.is_opened;
  const needs_line = out.depth === 0 && comments.is_exposed(node);
  const brackets = beside || needs_line || binding(node) < minimum;
  if (brackets) out.open("(");
  printer.write_all(leading);
  print_kind(node, printer);
  printer.write_all(trailing);
  if (brackets) out.close(")");
}

function binding(node: Pattern): number {
  if (node.tag === "MatchAs" && node.pattern !== null) return AS;
  return node.tag === "MatchOr" ? ALTERNATIVES : CLOSED;
}

function print_kind(node: Pattern, printer: Printer): void {
  const { out } = printer;
  switch (node.tag) {
    case "MatchValue":
      return printer.expression(node.value, TEST);
    case "MatchSingleton":
      return print_constant({ ...node, tag: "Constant", kind: null }, printer);
    case "MatchSequence":
      return print_list(node, items(node.patterns, printer), { brackets: ["[", "]"] }, printer);
    case "MatchMapping":
      return print_mapping(node, printer);
    case "MatchClass":
      return print_class(node, printer);
    case "MatchStar":
      return out.write(`*${node.name ?? "_"}`);
    case "MatchAs":
      return print_as(node, printer);
    case "MatchOr":
      node.patterns.forEach((each, index) => {
        if (index > 0) out.write(" | ");
        printer.pattern(each, CLOSED);
      });
  }
}

function items(nodes: readonly Pattern[], printer: Printer): readonly Item[] {
  return nodes.map((node) => ({
    nodes: [node],
    is_bare: false,
    print: () => print_pattern(node, AS, false, printer),
  }));
}

function print_as({ pattern, name }: MatchAs, printer: Printer): void {
  const { out } = printer;
  if (pattern === null) return out.write(name ?? "_");
  printer.pattern(pattern, ALTERNATIVES);
  out.write(` as ${name ?? "_"}`);
}

function print_mapping(node: MatchMapping, printer: Printer): void {
  const { out } = printer;
  const pairs = node.keys.map((key, index): Item => {
    const pattern = node.patterns[index];
    return {
      nodes: pattern === undefined ? [key] : [key, pattern],
      is_bare: false,
      print: () => {
        printer.expression(key, TEST);
        out.write(": ");
        if (pattern !== undefined) print_pattern(pattern, AS, false, printer);
      },
    };
  });
  const { rest } = node;
  const print_rest = (): void => out.write(`**${rest ?? ""}`);
  if (rest !== null) pairs.push({ nodes: [], is_bare: true, print: print_rest });
  print_list(node, pairs, { brackets: ["{", "}"] }, printer);
}

function print_class(node: MatchClass, printer: Printer): void {
  const { out } = printer;
  printer.expression(node.cls, ATOM);
  const named = node.kwd_patterns.map((pattern, index): Item => {
    const print = (): void => {
      out.write(`${node.kwd_attrs[index] ?? ""}=`);
      print_pattern(pattern, AS, false, printer);
    };
    return { nodes: [pattern], is_bare: false, print };
  });
  const all = [...items(node.patterns, printer), ...named];
  print_list(node, all, { brackets: ["(", ")"] }, printer);
}
