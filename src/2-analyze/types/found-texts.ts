// What findall gives: the groups of a regular expression that stands in the text are counted there.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Type } from "../../facts/types.ts";
import type { Inference } from "./inference.ts";
import { List, STR, tuple } from "./values.ts";

/** The type that a call gives, or lists of strings (of tuples of strings) where the pattern tells. */
export function with_texts(inference: Inference, node: ast.Call, type: Type): Type {
  const { func } = node;
  if (func.tag !== "Attribute" && func.tag !== "Name") return type;
  const name = func.tag === "Name" ? func.id : func.attr;
  if (name !== "findall" || type.type !== "list") return type;
  const groups = groups_of_call(inference, node);
  if (groups === null) return type;
  const cell = inference.program.site(node, "texts");
  const found = groups > 1 ? tuple(Array.from({ length: groups }, () => STR)) : STR;
  inference.heap.store(cell, found);
  return new List(cell);
}

/** `WORD = re.compile(r"\w+")`: noted for the name, which stands for nothing else. */
export function note_pattern(
  inference: Inference,
  target: ast.Expression,
  value: ast.Expression,
): void {
  if (target.tag !== "Name" || value.tag !== "Call") return;
  const groups = is_function_of_re(inference, value.func) ? groups_of(value) : null;
  const binding = inference.module.scopes.defined_by(target);
  if (groups !== null && !binding.is_rebound) inference.program.patterns.set(binding, groups);
}

function groups_of_call(inference: Inference, node: ast.Call): number | null {
  if (is_function_of_re(inference, node.func)) return groups_of(node);
  if (node.func.tag !== "Attribute") return null;
  const receiver = node.func.value;
  if (receiver.tag === "Call")
    return is_function_of_re(inference, receiver.func) ? groups_of(receiver) : null;
  if (receiver.tag !== "Name") return null;
  const resolution = inference.module.scopes.resolve(receiver);
  if (resolution.kind !== "binding") return null;
  return inference.program.patterns.get(resolution.binding) ?? null;
}

function is_function_of_re(inference: Inference, func: ast.Expression): boolean {
  const type = inference.last(func);
  return type.type === "runtime_function" && type.module === "re";
}

function groups_of({ args, keywords }: ast.Call): number | null {
  const [pattern] = args;
  if (pattern?.tag !== "Constant" || pattern.value.type !== "str" || keywords.length > 0)
    return null;
  return count_groups(pattern.value.value);
}

/** `null` for comments, in which brackets mean nothing. */
function count_groups(text: string): number | null {
  if (text.includes("#")) return null;
  const openings = text
    .replace(/\\./gsu, "")
    .replace(/\[\^?\]?[^\]]*\]/gu, "")
    .match(/\((?!\?)|\(\?P</gu);
  return openings?.length ?? 0;
}
