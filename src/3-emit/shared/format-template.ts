// "{} and {name:.2f}".format(a, name=b) → `${a} and ${format(b, ".2f")}`
import type * as ast from "../../../grammar/ast/index.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";
import { literal_text } from "./kinds.ts";
import { is_movable } from "./once.ts";
import { formatted, template_of, type Part } from "./text.ts";

const FIELD = /\{\{|\}\}|\{(?<name>\w*)(?:!(?<conversion>[rsa]))?(?::(?<spec>[^{}]*))?\}/gu;
const CONVERSIONS = { r: 114, s: 115, a: 97 } as const;

/** The template literal; `null` where a field asks for more than a value, or values would change their order. */
export function format_template(
  node: ast.Call,
  func: ast.Attribute,
  emit: Emit,
): target.Expression | null {
  const text = literal_text(func.value);
  if (text === null || /[{}]/u.test(text.replace(FIELD, ""))) return null;
  if (node.args.some((each) => each.tag === "Starred")) return null;
  if (node.keywords.some((each) => each.arg === null)) return null;
  const used: ast.Expression[] = [];
  const parts: Part[] = [];
  // Python refuses a mixture of `{}` and `{0}`.
  const names = [...text.matchAll(FIELD)].map(({ groups }) => groups?.["name"]);
  if (names.includes("") && names.some((name) => name !== undefined && /^\d/u.test(name)))
    return null;
  let automatic = 0;
  let end = 0;
  for (const match of text.matchAll(FIELD)) {
    parts.push(text.slice(end, match.index));
    end = match.index + match[0].length;
    if (match[0] === "{{" || match[0] === "}}") {
      parts.push(match[0].slice(1));
      continue;
    }
    const { name = "", conversion, spec } = match.groups ?? {};
    const value = argument(node, name === "" ? String(automatic++) : name);
    if (value === null) return null;
    used.push(value);
    const code =
      conversion === undefined ? -1 : CONVERSIONS[conversion as keyof typeof CONVERSIONS];
    parts.push(formatted(value, code, spec === undefined || spec === "" ? null : spec, emit));
  }
  parts.push(text.slice(end));
  return keeps_order(node, used, emit) ? template_of(parts) : null;
}

function argument(node: ast.Call, name: string): ast.Expression | null {
  if (/^\d+$/u.test(name)) return node.args[Number(name)] ?? null;
  return node.keywords.find(({ arg }) => arg === name)?.value ?? null;
}

/** Every argument is evaluated once, in its turn, and before any of them is formatted. */
function keeps_order(node: ast.Call, used: readonly ast.Expression[], emit: Emit): boolean {
  const given = [...node.args, ...node.keywords.map(({ value }) => value)];
  if (given.every((each) => is_movable(each, emit))) return true;
  return given.length === used.length && given.every((each, index) => each === used[index]);
}
