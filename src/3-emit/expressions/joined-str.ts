// f"{x} {y!r} {z:.2f}" → `${x} ${repr(y)} ${format(z, ".2f")}`
import type * as ast from "../../../grammar/ast/index.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";
import { literal_text } from "../shared/kinds.ts";
import { formatted, template_of, type Part } from "../shared/text.ts";

export function joined_str(node: ast.JoinedStr, emit: Emit): target.Expression {
  return template_of(node.values.map((value) => part(value, emit)));
}

/** A replacement field that stands alone (only inside a JoinedStr, as CPython builds it). */
export function formatted_value(node: ast.FormattedValue, emit: Emit): target.Expression {
  return template_of([part(node, emit)]);
}

function part(node: ast.Expression, emit: Emit): Part {
  const text = literal_text(node);
  if (text !== null) return text;
  if (node.tag !== "FormattedValue") return emit.expression(node);
  const { value, conversion, format_spec } = node;
  const spec = format_spec === null ? null : spec_of(format_spec, emit);
  return formatted(value, conversion, spec, emit);
}

/** The spec as text where it is known, as an expression otherwise. */
function spec_of(node: ast.JoinedStr, emit: Emit): string | target.Expression | null {
  const texts = node.values.map(literal_text);
  const text = texts.every((each) => each !== null) ? texts.join("") : null;
  if (text !== null) return text === "" ? null : text;
  return joined_str(node, emit);
}
