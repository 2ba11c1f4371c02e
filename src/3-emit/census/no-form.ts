// Where JavaScript has no construct at all: its operators know numbers, strings and booleans, and numbers end at 2**53.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Facts } from "../../facts/facts.ts";
import type { Type } from "../../facts/types.ts";
import { members } from "../shared/types.ts";
import type { Counted } from "./counted.ts";

/**
 * A function of the runtime is the only form that there is: `add(v, w)` of the program's own vectors, `pow(2, 100)`,
 * `or_(a, b)` of sets, `a < b` of tuples, every second item of a list, a coroutine that is made and not yet started. The
 * types are known; better ones would change nothing.
 */
export function has_no_form(
  { kind, node, operands }: Counted,
  helper: string,
  facts: Facts,
): boolean {
  if (kind === "call") return helper === "coroutine";
  if (kind === "truth test") return false;
  if (kind === "subscript") return is_item_of_runtime(node as ast.Subscript, facts);
  const types = operands.map((each) => facts.types.of(each)).flatMap(members);
  if (types.some(({ type }) => type === "unknown")) return false;
  const kinds = node.tag === "Compare" ? compared_by_runtime(node) : CALCULATED_BY_RUNTIME;
  if (types.some(({ type }) => kinds.has(type))) return true;
  return is_large(node, facts) || operands.some((each) => is_large(each, facts));
}

/** JavaScript's operators make numbers of objects, or strings. */
const CALCULATED_BY_RUNTIME: ReadonlySet<Type["type"]> = new Set([
  "bytearray",
  "bytes",
  "complex",
  "frozenset",
  "instance",
  "runtime_instance",
  "set",
] as const);

/** … and compare which of them it is, not what is in it. */
const COMPARED_BY_RUNTIME: ReadonlySet<Type["type"]> = new Set([
  ...CALCULATED_BY_RUNTIME,
  "bound_method",
  "dict",
  "list",
  "range",
  "tuple",
  "tuple_of",
] as const);

const NOTHING: ReadonlySet<Type["type"]> = new Set();

/** `in` and `is` have forms of their own. */
function compared_by_runtime({ ops }: ast.Compare): ReadonlySet<Type["type"]> {
  const is_plain = ops.some((op) => op === "In" || op === "NotIn" || op === "Is" || op === "IsNot");
  return is_plain ? NOTHING : COMPARED_BY_RUNTIME;
}

/** An int that is no number, for certain: the analysis knows no more of it than that it lies beyond. */
function is_large(node: ast.Node, facts: Facts): boolean {
  if (node.tag === "AugAssign") return false;
  const range = facts.ranges.of(node as ast.Expression);
  if (range === null) return false;
  return range.min >= Number.MAX_SAFE_INTEGER || range.max <= Number.MIN_SAFE_INTEGER;
}

function is_item_of_runtime({ value, slice }: ast.Subscript, facts: Facts): boolean {
  const containers = members(facts.types.of(value));
  if (containers.some(({ type }) => type === "unknown")) return false;
  if (slice.tag === "Slice" && slice.step !== null) return true;
  return containers.every(({ type }) => OF_RUNTIME.has(type));
}

const OF_RUNTIME: ReadonlySet<Type["type"]> = new Set(["instance", "range"] as const);
