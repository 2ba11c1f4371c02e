// s.upper() → s.toUpperCase(), and the other methods of strings that JavaScript has as well
import type * as ast from "../../../../grammar/ast/index.ts";
import * as build from "../../../target/build.ts";
import type * as target from "../../../target/nodes.ts";
import type { Emit } from "../../emit.ts";
import { consumed } from "../comprehension/consumed.ts";
import { format_template } from "../format-template.ts";
import { is_str, literal_text, type_of } from "../kinds.ts";

export function str_method(
  node: ast.Call,
  func: ast.Attribute,
  name: string,
  emit: Emit,
): target.Expression | null {
  if (name === "format") return format_template(node, func, emit);
  const { args } = node;
  const [first, second] = args;
  if (node.keywords.length > 0 || args.some((each) => each.tag === "Starred")) return null;
  const call = (method: string, ...given: readonly ast.Expression[]): target.Expression =>
    build.method_call(
      emit.expression(func.value),
      method,
      given.map((each) => emit.expression(each)),
    );
  switch (name) {
    case "upper":
      return args.length === 0 ? call("toUpperCase") : null;
    case "lower":
      return args.length === 0 ? call("toLowerCase") : null;
    case "startswith":
      return first !== undefined && args.length === 1 && is_str(first, emit)
        ? call("startsWith", first)
        : null;
    case "endswith":
      return first !== undefined && args.length === 1 && is_str(first, emit)
        ? call("endsWith", first)
        : null;
    case "replace": {
      if (first === undefined || second === undefined || args.length !== 2) return null;
      // An empty pattern and `$` in the replacement mean something else in JavaScript.
      const [from, to] = [literal_text(first), literal_text(second)];
      return from !== null && from !== "" && to !== null && !to.includes("$")
        ? call("replaceAll", first, second)
        : null;
    }
    case "split": {
      const separator = first === undefined ? null : literal_text(first);
      return first !== undefined && args.length === 1 && separator !== null && separator !== ""
        ? call("split", first)
        : null;
    }
    case "join":
      return first !== undefined && args.length === 1 ? join(func.value, first, emit) : null;
    default:
      return null;
  }
}

/** `", ".join(xs)` → `xs.join(", ")` where all of `xs` are strings. */
function join(
  separator: ast.Expression,
  items: ast.Expression,
  emit: Emit,
): target.Expression | null {
  if (literal_text(separator) === null) return null;
  if (items.tag === "GeneratorExp" || items.tag === "ListComp") {
    if (!is_str(items.elt, emit)) return null;
    const list = consumed(items, emit);
    return list === null ? null : build.method_call(list, "join", [emit.expression(separator)]);
  }
  const type = type_of(items, emit);
  const is_text = (type.type === "list" || type.type === "tuple_of") && type.element.type === "str";
  return is_text
    ? build.method_call(emit.expression(items), "join", [emit.expression(separator)])
    : null;
}
