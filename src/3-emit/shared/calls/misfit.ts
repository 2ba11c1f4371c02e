// Calls that cannot fit the function that they are known to reach: Python's TypeError is left to the runtime.
import type * as ast from "../../../../grammar/ast/index.ts";
import type { ParameterInfo } from "../../../facts/calls.ts";
import type { Type } from "../../../facts/types.ts";
import type { Emit } from "../../emit.ts";
import { type_of } from "../kinds.ts";
import { members } from "../types.ts";

/**
 * Too many arguments, a required one is missing, or, where the program's own function is called, a keyword names nothing.
 * What `*` and `**` bring is not known.
 */
export function is_misfit(
  node: ast.Call,
  parameters: readonly ParameterInfo[],
  is_own = false,
): boolean {
  const named = new Set(node.keywords.map((keyword) => keyword.arg));
  const is_missing = ({ name, optional }: ParameterInfo): boolean => !optional && !named.has(name);
  if (named.has(null)) return false;
  if (parameters.some((each) => each.kind === "keyword_only" && is_missing(each))) return true;
  if (is_own && has_wrong_keyword(named, node, parameters)) return true;
  if (node.args.some((arg) => arg.tag === "Starred")) return false;
  const positional = parameters.filter(({ kind }) => POSITIONAL.has(kind));
  const takes_any = parameters.some(({ kind }) => kind === "rest");
  if (!takes_any && node.args.length > positional.length) return true;
  return positional.slice(node.args.length).some(is_missing);
}

/** One that no parameter bears, or whose parameter has its argument already. */
function has_wrong_keyword(
  named: ReadonlySet<string | null>,
  node: ast.Call,
  parameters: readonly ParameterInfo[],
): boolean {
  if (named.size === 0 || parameters.some(({ kind }) => kind === "keyword_rest")) return false;
  const star = node.args.findIndex((arg) => arg.tag === "Starred");
  const given = star < 0 ? node.args.length : star;
  const open = parameters.filter(
    ({ kind }, index) => kind === "keyword_only" || (kind === "positional" && index >= given),
  );
  const names = new Set(open.map(({ name }) => name));
  return [...named].some((name) => name !== null && !names.has(name));
}

/** Some argument is known to be, or may be, what the parameter's declaration does not allow: `math.sqrt("4")`. */
export function is_of_wrong_type(
  node: ast.Call,
  parameters: readonly ParameterInfo[],
  emit: Emit,
): boolean {
  return node.args.some((arg, index) => {
    const wanted = kinds(parameters[index]?.type);
    const given = arg.tag === "Starred" ? null : kinds(type_of(arg, emit));
    if (wanted === null || given === null) return false;
    const wrong = given.filter((kind) => !wanted.includes(kind));
    // A value that may be None besides is taken for what it is meant to be.
    return wrong.some((kind) => kind !== "nothing") || wrong.length === given.length;
  });
}

/** What TypeScript tells apart among plain values; `null` where something else may be. */
function kinds(type: Type | undefined): readonly string[] | null {
  const found = type === undefined ? [] : members(type).map((member) => KINDS.get(member.type));
  return found.length > 0 && found.every((kind) => kind !== undefined) ? found : null;
}

const KINDS: ReadonlyMap<Type["type"], string> = new Map([
  ["int", "number"],
  ["float", "number"],
  ["bool", "number"],
  ["str", "text"],
  ["none", "nothing"],
  ["list", "array"],
  ["dict", "mapping"],
  ["complex", "complex"],
] as const);

/** The parameters as the runtime's `signature` reads them. */
export function signature_of(parameters: readonly ParameterInfo[]): string {
  const parts: string[] = [];
  let only_positional = 0;
  let is_open = false;
  for (const { name, kind, optional } of parameters) {
    if (kind === "positional_only") only_positional = parts.length + 1;
    if (kind === "rest") is_open = true;
    if (kind === "keyword_only" && !is_open) {
      parts.push("*");
      is_open = true;
    }
    const stars = kind === "rest" ? "*" : kind === "keyword_rest" ? "**" : "";
    parts.push(`${stars}${name}${stars === "" && optional ? "=" : ""}`);
  }
  if (only_positional > 0) parts.splice(only_positional, 0, "/");
  return parts.join(", ");
}

const POSITIONAL: ReadonlySet<ParameterInfo["kind"]> = new Set(["positional", "positional_only"]);
