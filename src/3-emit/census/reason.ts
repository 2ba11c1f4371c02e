// Why an operator, a call, a subscript or a truth test needs the runtime: read off the types of its operands.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Facts } from "../../facts/facts.ts";
import type { Type } from "../../facts/types.ts";
import { is_safe } from "../shared/kinds.ts";
import { members } from "../shared/types.ts";
import type { Counted } from "./counted.ts";

/** A few words, the same for all that could be mended by the same means. */
export function reason_of({ kind, node, operands }: Counted, helper: string, facts: Facts): string {
  if (kind === "call") return of_call(node as ast.Call, helper, facts);
  const types = operands.map((operand) => facts.types.of(operand));
  if (types.some(({ type }) => type === "unknown")) return "type not known";
  if (types.some(({ type }) => type === "union"))
    return `one of several kinds: ${names(types.flatMap(members)).join(", ")}`;
  if (kind === "subscript") return of_subscript(node as ast.Subscript, facts);
  if (kind === "operator") return of_operator(operands, types, facts);
  return `truth of ${names(types).join(", ")}`;
}

function of_call({ func, args }: ast.Call, helper: string, facts: Facts): string {
  if (helper.startsWith("call") || helper === "misfit") return "callee or its arguments not known";
  const [first] = args;
  const receiver = func.tag === "Attribute" ? func.value : first;
  const of = receiver === undefined ? "" : ` of ${names([facts.types.of(receiver)]).join(", ")}`;
  return `the library's ${helper}${of}`;
}

function of_subscript({ value, slice }: ast.Subscript, facts: Facts): string {
  const container = names(members(facts.types.of(value))).join(", ");
  const by = slice.tag === "Slice" ? "slice" : names(members(facts.types.of(slice))).join(", ");
  return `${container} by ${by}`;
}

function of_operator(
  operands: readonly ast.Expression[],
  types: readonly Type[],
  facts: Facts,
): string {
  const kinds = names(types);
  if (!kinds.every((kind) => kind === "int")) return `operator between ${kinds.join(", ")}`;
  const is_bounded = operands.every((operand) => {
    const range = facts.ranges.of(operand);
    return range !== null && is_safe(range);
  });
  return is_bounded ? "int whose result may pass 2**53" : "int without known bounds";
}

function names(types: readonly Type[]): readonly string[] {
  return [...new Set(types.flatMap(members).map(({ type }) => type))].sort();
}
