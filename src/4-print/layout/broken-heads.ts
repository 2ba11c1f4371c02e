// Heads of statements that have no room on a line, as prettier breaks them: `if (` and the test on lines of its own.
import type * as target from "../../target/nodes.ts";
import { logical_operands } from "../expressions.ts";
import type { Printer } from "../printer.ts";
import type { Place } from "../writer.ts";
import { print_broken } from "./broken.ts";

/** Behind `if (` or `while (`, up to the `)`. As in `broken.ts`, the result tells whether it is sure. */
export function print_broken_test(test: target.Expression, line: Place, printer: Printer): boolean {
  const { out } = printer;
  if (!out.fits(line)) return false;
  out.newline();
  let is_sure = false;
  out.indented(() => {
    is_sure = print_lines(test, printer);
    out.newline();
  });
  out.write(")");
  return is_sure;
}

function print_lines(test: target.Expression, printer: Printer): boolean {
  const { out } = printer;
  if (test.kind === "Binary") {
    const { operator } = test;
    if (operator === "&&" || operator === "||") return print_operands(test, printer);
    if (test.left.kind === "Binary" || test.right.kind === "Binary") return false;
  }
  if (test.kind === "Unary" && test.operand.kind === "Binary") return false;
  const since = out.begin();
  printer.expression(test);
  if (out.fits(since)) return true;
  out.rewind(since);
  return print_broken(test, since, printer);
}

function print_operands(test: target.Binary, printer: Printer): boolean {
  const { out } = printer;
  const operands = logical_operands(test);
  return operands.every(([operand, minimum], index) => {
    if (operand.kind === "ObjectLiteral" || operand.kind === "ArrayLiteral") return false;
    const since = out.begin();
    printer.expression(operand, minimum);
    if (index === operands.length - 1) return out.fits(since);
    out.write(` ${test.operator}`);
    const has_room = out.fits(since);
    out.newline();
    return has_room;
  });
}
