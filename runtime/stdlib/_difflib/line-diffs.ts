// unified_diff and context_diff: changes of lines with some lines of context.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { TypeError } from "../../builtins/exceptions/index.ts";
import { items_of } from "../../builtins/iteration/items-of.ts";
import { repr } from "../../builtins/representation.ts";
import { type_name } from "../../builtins/type-name.ts";
import type { int } from "../../builtins/index.ts";
import { type Opcode, SequenceMatcher } from "./sequence-matcher.ts";

interface Sides {
  readonly a: readonly string[];
  readonly b: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly groups: Iterable<Opcode[]>;
}

/** As `diff -u` shows it. TypeError when something is not text. */
export function* unified_diff(
  a: Iterable<string>,
  b: Iterable<string>,
  fromfile = "",
  tofile = "",
  fromfiledate = "",
  tofiledate = "",
  n: int = 3,
  lineterm = "\n",
): Generator<string> {
  const sides = sides_of(a, b, [fromfile, tofile, fromfiledate, tofiledate, lineterm], n);
  let started = false;
  for (const group of sides.groups) {
    if (!started) {
      started = true;
      yield `--- ${sides.from}${lineterm}`;
      yield `+++ ${sides.to}${lineterm}`;
    }
    const [i1, i2, j1, j2] = extent(group);
    yield `@@ -${unified_range(i1, i2)} +${unified_range(j1, j2)} @@${lineterm}`;
    for (const [tag, from, to, b_from, b_to] of group) {
      if (tag === "equal") yield* prefixed(" ", sides.a.slice(from, to));
      if (tag === "replace" || tag === "delete") yield* prefixed("-", sides.a.slice(from, to));
      if (tag === "replace" || tag === "insert") yield* prefixed("+", sides.b.slice(b_from, b_to));
    }
  }
}

/** As `diff -c` shows it. TypeError when something is not text. */
export function* context_diff(
  a: Iterable<string>,
  b: Iterable<string>,
  fromfile = "",
  tofile = "",
  fromfiledate = "",
  tofiledate = "",
  n: int = 3,
  lineterm = "\n",
): Generator<string> {
  const sides = sides_of(a, b, [fromfile, tofile, fromfiledate, tofiledate, lineterm], n);
  let started = false;
  for (const group of sides.groups) {
    if (!started) {
      started = true;
      yield `*** ${sides.from}${lineterm}`;
      yield `--- ${sides.to}${lineterm}`;
    }
    const [i1, i2, j1, j2] = extent(group);
    yield `***************${lineterm}`;
    yield `*** ${context_range(i1, i2)} ****${lineterm}`;
    if (group.some(([tag]) => tag === "replace" || tag === "delete"))
      for (const [tag, from, to] of group)
        if (tag !== "insert") yield* prefixed(context_mark[tag], sides.a.slice(from, to));
    yield `--- ${context_range(j1, j2)} ----${lineterm}`;
    if (group.some(([tag]) => tag === "replace" || tag === "insert"))
      for (const [tag, , , from, to] of group)
        if (tag !== "delete") yield* prefixed(context_mark[tag], sides.b.slice(from, to));
  }
}

const context_mark = { insert: "+ ", delete: "- ", replace: "! ", equal: "  " } as const;

function sides_of(
  a: Iterable<string>,
  b: Iterable<string>,
  words: readonly [string, string, string, string, string],
  n: int,
): Sides {
  const [from_lines, to_lines] = [items_of(a), items_of(b)];
  for (const [first] of [from_lines, to_lines])
    if (first !== undefined && typeof first !== "string")
      throw new TypeError(`lines to compare must be str, not ${type_name(first)} (${repr(first)})`);
  const odd: Dynamic = words.find((word) => typeof word !== "string");
  if (odd !== undefined) throw new TypeError(`all arguments must be str, not: ${repr(odd)}`);
  const [fromfile, tofile, fromdate, todate] = words;
  return {
    a: from_lines,
    b: to_lines,
    from: fromdate === "" ? fromfile : `${fromfile}\t${fromdate}`,
    to: todate === "" ? tofile : `${tofile}\t${todate}`,
    groups: new SequenceMatcher(null, from_lines, to_lines).get_grouped_opcodes(n),
  };
}

function extent(group: readonly Opcode[]): readonly [number, number, number, number] {
  const [first, last] = [group[0], group.at(-1)];
  return [first?.[1] ?? 0, last?.[2] ?? 0, first?.[3] ?? 0, last?.[4] ?? 0];
}

// Lines count from one; an empty range names the line before it.
function unified_range(start: number, stop: number): string {
  const length = stop - start;
  if (length === 1) return `${start + 1}`;
  return `${length === 0 ? start : start + 1},${length}`;
}

function context_range(start: number, stop: number): string {
  const length = stop - start;
  if (length <= 1) return `${length === 0 ? start : start + 1}`;
  return `${start + 1},${stop}`;
}

function* prefixed(prefix: string, lines: readonly string[]): Generator<string> {
  for (const line of lines) yield prefix + line;
}
