// A text against what our printer makes of its tree: the same tree, the same comments at the same kind of places.
import { dump } from "../../grammar/ast/dump.ts";
import type { Comment, Node } from "../../grammar/ast/index.ts";
import { parse, type Parsed } from "../../grammar/index.ts";
import { tokenize } from "../../grammar/tokens/tokenizer.ts";
import { suites } from "../../grammar/trivia/suites.ts";
import { unparse } from "../../grammar/unparse/index.ts";

/** What went wrong, or `null`; `refused` when the text has no tree. */
export function round_trip(text: string): {
  readonly refused: boolean;
  readonly wrong: string | null;
} {
  const before = parse(text);
  if (before.module.body.length === 0 && before.errors.length > 0)
    return { refused: true, wrong: null };
  const attached = placed(before);
  const written = tokenize(text).comments.length;
  if (attached.length !== written)
    return { refused: false, wrong: `${written} comments, ${attached.length} attached` };
  return { refused: false, wrong: difference(before, attached) };
}

function difference(before: Parsed, attached: readonly Placed[]): string | null {
  const printed = unparse(before.module, before.trivia);
  const after = parse(printed);
  const [error] = after.errors;
  if (after.module.body.length === 0 && error !== undefined)
    return `printed text refused: ${error.message}: ${around(printed, error.start)}`;
  const [one, other] = [dump(before.module, null), dump(after.module, null)];
  if (one !== other) return `another tree: ${first_difference(one, other)}`;
  const again = placed(after);
  for (let i = 0; i < Math.max(attached.length, again.length); i++) {
    const [expected, found] = [attached[i]?.shown, again[i]?.shown];
    if (expected !== found)
      return `comment ${i + 1}: ${expected ?? "none"} became ${found ?? "none"}`;
  }
  return null;
}

interface Placed {
  readonly start: number;
  /** Text, kind, and which node of the tree: equal before and after. */
  readonly shown: string;
}

/** Every attached comment with its place, in the order of the text. */
export function placed({ module, trivia }: Parsed): readonly Placed[] {
  const numbers = numbered(module);
  const found: Placed[] = [];
  for (const kind of ["leading", "trailing", "dangling"] as const)
    for (const [node, comments] of trivia[kind])
      for (const comment of comments) {
        const line = comment.own_line ? "own line" : "beside";
        const part = kind === "dangling" ? part_of(node, comment) : "";
        const text = comment.text.trimEnd();
        const shown = `${text} ${kind} ${line} ${node.tag} ${numbers.get(node) ?? -1}${part}`;
        found.push({ start: comment.start, shown });
      }
  return found.sort((a, b) => a.start - b.start);
}

/** Nodes numbered in the order of their fields: that of places is another where an f-string shows its own text. */
function numbered(root: Node): ReadonlyMap<Node, number> {
  const numbers = new Map<Node, number>();
  const work: unknown[] = [root];
  while (work.length > 0) {
    const value = work.pop();
    if (typeof value !== "object" || value === null) continue;
    if ("tag" in value) numbers.set(value as Node, numbers.size);
    work.push(...Object.values(value).toReversed());
  }
  return numbers;
}

/** Which suite of a compound statement, or its header. */
function part_of(node: Node, comment: Comment): string {
  if (node.tag === "Module") return "";
  if (comment.start < node.start) return " above";
  return ` ${suites(node).filter((suite) => (suite[0]?.start ?? 0) < comment.start).length}`;
}

function first_difference(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return `${around(one, at)} | ${around(other, at)}`;
}

function around(text: string, at: number): string {
  return JSON.stringify(text.slice(Math.max(0, at - 60), at + 60));
}
