// Text put together of literal pieces and values: what f-strings, `%` and str.format have in common.
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";
import { int_format } from "./int-format.ts";
import { is_a, type_of } from "./kinds.ts";
import { numeric } from "./numeric.ts";
import { has_method, members } from "./types.ts";

/** Literal text, or what stands in `${…}`. */
export type Part = string | target.Expression;

/** The parts as one template literal, or a plain string where there are no values. */
export function template_of(parts: readonly Part[]): target.Expression {
  const quasis = [""];
  const expressions: target.Expression[] = [];
  for (const part of parts) {
    if (typeof part === "string") {
      quasis.push((quasis.pop() ?? "") + part);
    } else if (part.kind === "TemplateLiteral") {
      splice(part, quasis, expressions);
    } else if (part.kind === "StringLiteral") {
      quasis.push((quasis.pop() ?? "") + part.value);
    } else {
      expressions.push(part);
      quasis.push("");
    }
  }
  if (expressions.length === 0) return build.string(quasis[0] ?? "");
  return build.template(quasis, expressions);
}

function splice(
  part: target.TemplateLiteral,
  quasis: string[],
  expressions: target.Expression[],
): void {
  const [first = "", ...rest] = part.quasis;
  quasis.push((quasis.pop() ?? "") + first, ...rest);
  expressions.push(...part.expressions);
}

/** `{value!conversion:spec}` as what stands in `${…}`. */
export function formatted(
  value: ast.Expression,
  conversion: ast.FormattedValue["conversion"],
  spec: string | target.Expression | null,
  emit: Emit,
): target.Expression {
  if (spec !== null) {
    const is_known = typeof spec === "string" && conversion === -1;
    const native = is_known ? int_format(value, spec, emit) : null;
    if (native !== null) return native;
    const shown = typeof spec === "string" ? build.string(spec) : spec;
    const converted =
      conversion === -1 ? spec_operand(value, spec, emit) : as_string(value, conversion, emit);
    return build.call(emit.builtin("format"), [converted, shown]);
  }
  if (conversion !== -1) return convert(value, conversion, emit);
  if (may_format_itself(value, emit))
    return build.call(emit.builtin("format"), [emit.expression(value)]);
  return as_text(value, emit);
}

function convert(
  value: ast.Expression,
  conversion: ast.FormattedValue["conversion"],
  emit: Emit,
): target.Expression {
  if (conversion === 115) return as_text(value, emit);
  const helper = conversion === 114 ? "repr" : "ascii";
  return build.call(emit.builtin(helper), [emit.expression(value)]);
}

/** The same as a string: a spec sees what the conversion gave, not the int that `${…}` could show as well. */
function as_string(
  value: ast.Expression,
  conversion: ast.FormattedValue["conversion"],
  emit: Emit,
): target.Expression {
  const converted = convert(value, conversion, emit);
  if (conversion !== 115 || !is_a(value, emit, "str", "int") || is_a(value, emit, "str"))
    return converted;
  return build.call(is_a(value, emit, "int") ? build.identifier("String") : emit.builtin("str"), [
    converted,
  ]);
}

/** Before a spec that only asks for the number, floats may be calculated natively. */
function spec_operand(
  value: ast.Expression,
  spec: string | target.Expression,
  emit: Emit,
): target.Expression {
  const is_numeric = typeof spec === "string" && /[eEfFgG%]$/u.test(spec);
  return is_numeric ? numeric(value, emit) : emit.expression(value);
}

/** `str(value)` inside `${…}`, where JavaScript's own conversion of strings and ints is Python's. */
export function as_text(value: ast.Expression, emit: Emit): target.Expression {
  const emitted = emit.expression(value);
  if (is_a(value, emit, "str", "int")) return emitted;
  return build.call(emit.builtin("str"), [emitted]);
}

/** Its class has a `__format__`, or could have: without a spec it may differ from `str(value)`. */
function may_format_itself(value: ast.Expression, emit: Emit): boolean {
  return members(type_of(value, emit)).some((member) => {
    if (member.type === "instance") return has_method(member.node, "__format__", emit.facts);
    if (member.type !== "unknown") return false;
    return emit.facts.classes.all.some((each) =>
      emit.facts.classes.info(each).methods.has("__format__"),
    );
  });
}
