// The tree as Python text with its comments: what parsing it again gives is the same tree and the same comments.
import type { Module } from "../ast/module.ts";
import type { Trivia } from "../ast/trivia.ts";
import { Commented } from "./commented.ts";
import { print_compound, print_one } from "./compound-statements.ts";
import { print_bare, print_expression } from "./expressions.ts";
import { print_pattern } from "./patterns.ts";
import type { Printer } from "./printer.ts";
import { print_simple } from "./simple-statements.ts";
import { Writer } from "./writer.ts";

/**
 * Prints a module for Python 3.13. Comments and blank lines come from `trivia`, each where the parser would attach it
 * again; the layout is our own: four spaces, a line for each item of brackets that hold comments or much else.
 * A tree that was made up needs no places in it.
 */
export function unparse(module: Module, trivia: Trivia = no_trivia()): string {
  const out = new Writer();
  const comments = new Commented(module, trivia);
  const printer: Printer = {
    out,
    comments,
    expression: (node, minimum) => print_expression(node, minimum, true, printer),
    element: (node, minimum) => print_expression(node, minimum, false, printer),
    bare: (node, minimum) => print_bare(node, minimum, printer),
    pattern: (node, minimum) => print_pattern(node, minimum, true, printer),
    statement: (node) => {
      switch (node.tag) {
        case "FunctionDef":
        case "AsyncFunctionDef":
        case "ClassDef":
        case "For":
        case "AsyncFor":
        case "While":
        case "If":
        case "With":
        case "AsyncWith":
        case "Match":
        case "Try":
        case "TryStar":
          return print_compound(node, printer);
        default:
          return print_simple(node, printer);
      }
    },
    write_all: (all) => {
      for (const each of all) out.comment(each);
    },
  };
  module.body.forEach((node, index) =>
    print_one(node, comments.leading(node), index === 0, printer, printer.statement),
  );
  printer.write_all(comments.dangling(module));
  return out.text();
}

function no_trivia(): Trivia {
  return { leading: new Map(), trailing: new Map(), dangling: new Map(), blank_lines: new Map() };
}
