// Upper bounds of indices that are no plain numbers: `len(xs)`, a variable, each with a constant added.
import type * as ast from "../../../../grammar/ast/index.ts";
import type { Binding } from "../../../facts/scopes.ts";
import type { Emit } from "../../emit.ts";
import { literal_int } from "../kinds.ts";
import { binding_of, is_inside, source_of, value_of } from "./origins.ts";

/** `base + offset`; without a base the number itself. */
export interface Size {
  readonly base: Binding | { readonly length_of: Binding } | null;
  readonly offset: number;
}

/** The index is less than the size was when it was looked at; since then control has not left `within`. */
export interface Limit {
  readonly size: Size;
  readonly within: ast.Node;
}

const DEEPEST = 4;

/** What an index is less than. `place`: where it is used. */
export function limits_of(
  index: ast.Expression,
  place: ast.Node,
  emit: Emit,
  depth = 0,
): readonly Limit[] {
  if (depth > DEEPEST) return [];
  if (index.tag === "BinOp") {
    if (index.op === "Mod") return sized(index.right, place, 0, emit);
    const added = addend(index);
    if (added === null) return [];
    return limits_of(index.left, place, emit, depth + 1).map((limit) => moved(limit, added));
  }
  if (index.tag !== "Name") return [];
  const binding = binding_of(index, emit);
  const source = binding === null ? null : source_of(binding, place, emit);
  if (source === null) return [];
  const { iter, whole, is_count } = source;
  if (iter.tag !== "Call" || iter.func.tag !== "Name" || iter.keywords.length > 0) return [];
  if (emit.facts.scopes.resolve(iter.func).kind !== "builtin") return [];
  if (is_count) return iter.func.id === "enumerate" ? counted(iter, whole, emit) : [];
  return iter.func.id === "range" ? of_range(iter, whole, emit, depth) : [];
}

/** Whether the size is no more than the list's length, now that control is within. */
export function is_at_most_length({ size, within }: Limit, list: Binding, emit: Emit): boolean {
  const { base, offset } = size;
  if (base !== null && "length_of" in base)
    return base.length_of === list && offset <= 0 && is_kept(list, within);
  if (list.is_rebound) return false;
  if (base !== null) {
    const value = value_of(base, emit);
    const length = value === null ? null : size_in(value, emit);
    if (length !== null && length.base !== null && "length_of" in length.base)
      return length.base.length_of === list && length.offset + offset <= 0;
  }
  const made = value_of(list, emit);
  const own = made === null ? null : size_of(made, emit);
  if (own === null || own.base !== base) return false;
  return (base === null || !base.is_rebound) && offset <= own.offset;
}

/** The least number of items of a list that is made so: `[x] * n`, `[… for i in range(n)]`, a display. */
export function size_of(made: ast.Expression, emit: Emit): Size | null {
  switch (made.tag) {
    case "List":
      return made.elts.some((each) => each.tag === "Starred")
        ? null
        : { base: null, offset: made.elts.length };
    case "BinOp":
      if (made.op !== "Mult" || made.left.tag !== "List") return null;
      if (made.left.elts.length === 0 || made.left.elts[0]?.tag === "Starred") return null;
      return size_in(made.right, emit);
    case "ListComp": {
      const [only, ...others] = made.generators;
      if (only === undefined || others.length > 0 || only.ifs.length > 0 || only.is_async)
        return null;
      return range_size(only.iter, emit);
    }
    default:
      return null;
  }
}

function range_size(iter: ast.Expression, emit: Emit): Size | null {
  if (iter.tag !== "Call" || iter.func.tag !== "Name" || iter.func.id !== "range") return null;
  const [stop, ...others] = iter.args;
  if (stop === undefined || others.length > 0 || stop.tag === "Starred") return null;
  return emit.facts.scopes.resolve(iter.func).kind === "builtin" ? size_in(stop, emit) : null;
}

/** An int as a size: `n`, `n + 1`, `len(xs) - 1`, `10`. */
function size_in(node: ast.Expression, emit: Emit): Size | null {
  const number = literal_int(node);
  if (number !== null) return { base: null, offset: number };
  if (node.tag === "BinOp") {
    const added = addend(node);
    const left = added === null ? null : size_in(node.left, emit);
    return added === null || left === null ? null : { ...left, offset: left.offset + added };
  }
  if (node.tag === "Name") {
    const base = binding_of(node, emit);
    return base === null || base.is_rebound ? null : { base, offset: 0 };
  }
  const list = length_argument(node, emit);
  return list === null ? null : { base: { length_of: list }, offset: 0 };
}

function sized(
  node: ast.Expression,
  within: ast.Node,
  added: number,
  emit: Emit,
): readonly Limit[] {
  const size = size_in(node, emit);
  return size === null ? [] : [{ size: { ...size, offset: size.offset + added }, within }];
}

/** Upwards the items of a range lie below its stop, downwards they do not pass its start. */
function of_range(
  { args }: ast.Call,
  within: ast.Node,
  emit: Emit,
  depth: number,
): readonly Limit[] {
  const [start, stop, step] = args;
  if (start === undefined || args.some((each) => each.tag === "Starred")) return [];
  const rises = step === undefined || (emit.facts.ranges.of(step)?.min ?? -1) > 0;
  const falls = step !== undefined && (emit.facts.ranges.of(step)?.max ?? 1) < 0;
  if (!rises && !falls) return [];
  const end = rises ? (stop ?? start) : start;
  const added = rises ? 0 : 1;
  // A stop that is itself below something: `for j in range(i)`.
  const further = limits_of(end, within, emit, depth + 1).map((limit) => moved(limit, added - 1));
  return [...sized(end, within, added, emit), ...further];
}

function counted({ args }: ast.Call, within: ast.Node, emit: Emit): readonly Limit[] {
  const [list, ...others] = args;
  if (list?.tag !== "Name" || others.length > 0) return [];
  const binding = binding_of(list, emit);
  return binding === null ? [] : [{ size: { base: { length_of: binding }, offset: 0 }, within }];
}

function moved(limit: Limit, added: number): Limit {
  return { ...limit, size: { ...limit.size, offset: limit.size.offset + added } };
}

/** `1` of `i + 1`, `-1` of `i - 1`. */
function addend({ op, right }: ast.BinOp): number | null {
  const number = literal_int(right);
  if (number === null || (op !== "Add" && op !== "Sub")) return null;
  return op === "Add" ? number : -number;
}

/** `xs` of `len(xs)`. */
function length_argument(node: ast.Expression, emit: Emit): Binding | null {
  if (node.tag !== "Call" || node.func.tag !== "Name" || node.func.id !== "len") return null;
  if (emit.facts.scopes.resolve(node.func).kind !== "builtin") return null;
  const [list] = node.args;
  return list?.tag === "Name" ? binding_of(list, emit) : null;
}

/** The variable holds the same object as long as control is within. */
function is_kept(list: Binding, within: ast.Node): boolean {
  if (!list.is_rebound) return true;
  if (list.scope.kind !== "function" || list.is_captured || list.is_bound_from_inside) return false;
  return !list.definitions.some((definition) => is_inside(definition, within));
}
