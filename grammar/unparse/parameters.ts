// Parameters of functions and lambdas, in the order of the text.
import type { Arg, Arguments, Expression } from "../ast/expressions.ts";
import { before_comma } from "./commented.ts";
import { LAMBDA } from "./precedence.ts";
import type { Item, Printer } from "./printer.ts";

/** Each with its stars, annotation and default; `/` and the bare `*` as items of their own. */
export function parameter_items(args: Arguments, printer: Printer): readonly Item[] {
  const { posonlyargs, vararg, kwonlyargs, kw_defaults, kwarg, defaults } = args;
  const positional = [...posonlyargs, ...args.args];
  const first_default = positional.length - defaults.length;
  const items = positional.map((arg, i) =>
    parameter("", arg, defaults[i - first_default], printer),
  );
  const mark = (sign: string): Item => ({
    nodes: [],
    is_bare: true,
    print: () => printer.out.write(sign),
  });
  if (posonlyargs.length > 0) items.splice(posonlyargs.length, 0, mark("/"));
  if (vararg !== null) items.push(parameter("*", vararg, null, printer));
  kwonlyargs.forEach((arg, i) => {
    const is_behind_star = vararg === null && i === 0;
    items.push(parameter(is_behind_star ? "*, " : "", arg, kw_defaults[i], printer));
  });
  if (kwarg !== null) items.push(parameter("**", kwarg, null, printer));
  return items;
}

/** Comments above stand before the stars; one that stood behind the stars stays there. */
function parameter(
  stars: string,
  arg: Arg,
  value: Expression | null | undefined,
  printer: Printer,
): Item {
  const { out, comments } = printer;
  const print = (): void => {
    const leading = comments.leading(arg);
    const first = out.is_opened ? 1 : 0;
    const behind = leading.findIndex((each, index) => !each.own_line && index >= first);
    printer.write_all(behind < 0 ? leading : leading.slice(0, behind));
    out.write(behind < 0 ? stars : stars.trimEnd());
    if (behind >= 0) printer.write_all(leading.slice(behind));
    out.write(arg.arg);
    if (arg.annotation !== null) {
      out.write(": ");
      printer.expression(arg.annotation, LAMBDA);
    }
    if (value !== null && value !== undefined) {
      out.write(arg.annotation === null ? "=" : " = ");
      printer.expression(value, LAMBDA);
    }
    printer.write_all(before_comma(comments.trailing(arg)));
  };
  return { nodes: [arg], print, is_bare: false };
}
