// "%s and %d" % (a, b) → `${a} and ${b}` where the types of the values tell what `%` does with them.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Type } from "../../facts/types.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";
import { int_format } from "./int-format.ts";
import { is_a, literal_text, type_of } from "./kinds.ts";
import { numeric } from "./numeric.ts";
import { as_text, template_of, type Part } from "./text.ts";
import { has_method, members } from "./types.ts";

const SPECIFIER =
  /%(?:%|(?<flags>[-+ #0]*)(?<width>\d*)(?:\.(?<precision>\d+))?(?<type>[sdrifFeEgG]))/gu;

/** The template literal, or `null` where the format or its values need the helper. */
export function percent_template(node: ast.BinOp, emit: Emit): target.Expression | null {
  const text = literal_text(node.left);
  if (text === null) return null;
  const values = values_of(node.right, emit);
  if (values === null) return null;
  const specifiers = [...text.matchAll(SPECIFIER)];
  const literal = text.replace(SPECIFIER, "");
  const fields = specifiers.filter((each) => each[0] !== "%%");
  if (literal.includes("%") || fields.length !== values.length) return null;
  const parts: Part[] = [];
  let end = 0;
  let next = 0;
  for (const match of specifiers) {
    parts.push(text.slice(end, match.index));
    end = match.index + match[0].length;
    if (match[0] === "%%") {
      parts.push("%");
      continue;
    }
    const value = values[next];
    next += 1;
    const part = value === undefined ? null : field(match.groups ?? {}, value, emit);
    if (part === null) return null;
    parts.push(part);
  }
  parts.push(text.slice(end));
  return template_of(parts);
}

/** The values that the specifiers take; `null` where the right side may turn out a tuple or a mapping. */
function values_of(node: ast.Expression, emit: Emit): readonly ast.Expression[] | null {
  if (node.tag === "Tuple")
    return node.elts.some((each) => each.tag === "Starred") ? null : node.elts;
  return members(type_of(node, emit)).every((type) => is_single(type, emit)) ? [node] : null;
}

const SINGLE: ReadonlySet<Type["type"]> = new Set([
  "str",
  "int",
  "float",
  "bool",
  "none",
  "list",
  "set",
] as const);

/** Neither a tuple nor a mapping, whatever the format asks for. */
function is_single(type: Type, emit: Emit): boolean {
  if (SINGLE.has(type.type)) return true;
  if (type.type !== "instance") return false;
  return !has_method(type.node, "__getitem__", emit.facts);
}

function field(
  groups: Readonly<Record<string, string | undefined>>,
  value: ast.Expression,
  emit: Emit,
): Part | null {
  const { flags = "", width = "", precision, type = "" } = groups;
  switch (type) {
    case "s":
    case "r": {
      const shown =
        type === "s"
          ? as_text(value, emit)
          : build.call(emit.builtin("repr"), [emit.expression(value)]);
      if (width === "" && precision === undefined) return shown;
      if (precision !== undefined || flags.replace("-", "") !== "") return null;
      const text = is_a(value, emit, "str") || type === "r" ? shown : template_of([shown]);
      const spec = `${flags.includes("-") ? "<" : ">"}${width}`;
      return build.call(emit.builtin("format"), [text, build.string(spec)]);
    }
    case "d":
    case "i":
      if (!is_a(value, emit, "int") || precision !== undefined) return null;
      if (flags === "" && width === "") return emit.expression(value);
      return (
        padded_int(flags, width, value, emit) ??
        with_spec(flags, width, "d", emit.expression(value), emit)
      );
    default: {
      if (!is_a(value, emit, "int", "float")) return null;
      const digits = precision === undefined ? "" : `.${precision}`;
      return with_spec(flags, width, `${digits}${type}`, numeric(value, emit), emit);
    }
  }
}

/** `%5d`, `%-5d`, `%05d`. */
function padded_int(
  flags: string,
  width: string,
  value: ast.Expression,
  emit: Emit,
): target.Expression | null {
  const spec = { "": width, "0": `0${width}`, "-": `<${width}` }[flags];
  return spec === undefined || width === "" ? null : int_format(value, `${spec}d`, emit);
}

/** The flags of `%` as those of `format`. */
function with_spec(
  flags: string,
  width: string,
  rest: string,
  value: target.Expression,
  emit: Emit,
): target.Expression | null {
  if (flags.includes("#")) return null;
  const sign = flags.includes("+") ? "+" : flags.includes(" ") ? " " : "";
  const left = flags.includes("-") && width !== "";
  const zero = flags.includes("0") && !left && width !== "" ? "0" : "";
  const spec = `${left ? "<" : ""}${sign}${zero}${width}${rest}`;
  return build.call(emit.builtin("format"), [value, build.string(spec)]);
}
