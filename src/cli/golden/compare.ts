// Whether two outputs are the same but for what the case's header leaves open.
import type { Directives } from "./directives.ts";
import type { Golden } from "./case.ts";
import type { Outcome } from "./outcome.ts";

export interface Difference {
  readonly stream: "stdout" | "stderr";
  readonly expected: string;
  readonly actual: string;
  /** The first line that differs, from 1. */
  readonly line: number;
}

export interface Comparison {
  readonly differences: readonly Difference[];
  /** Expected and actual exit status where they differ. */
  readonly status: readonly [number, number] | null;
}

export function compare(golden: Golden, outcome: Outcome, directives: Directives): Comparison {
  const differences = [
    difference("stdout", golden.stdout, outcome.stdout, directives),
    golden.stderr === null ? null : difference("stderr", golden.stderr, outcome.stderr, directives),
  ].filter((each) => each !== null);
  return {
    differences,
    status: golden.status === outcome.status ? null : [golden.status, outcome.status],
  };
}

export function is_same({ differences, status }: Comparison): boolean {
  return differences.length === 0 && status === null;
}

function difference(
  stream: Difference["stream"],
  golden: string,
  output: string,
  directives: Directives,
): Difference | null {
  const expected = comparable(golden, directives);
  const actual = comparable(output, directives);
  if (expected === actual) return null;
  return { stream, expected, actual, line: first_difference(expected, actual) };
}

/** The text with masked parts replaced, and groups of lines whose order is open sorted. */
export function comparable(text: string, { masks, any_order }: Directives): string {
  const masked = masks.reduce((whole, mask) => hide(whole, mask), text);
  return any_order.reduce(sort_groups, masked);
}

/** From 1. */
export function first_difference(expected: string, actual: string): number {
  const [left, right] = [expected.split("\n"), actual.split("\n")];
  const index = left.findIndex((line, at) => line !== right[at]);
  return (index < 0 ? left.length : index) + 1;
}

/** The parts that the groups match; all that matches where there are no groups. */
function hide(text: string, mask: RegExp): string {
  let hidden = "";
  let end = 0;
  for (const match of text.matchAll(mask)) {
    const groups = (match.indices ?? []).slice(match.length > 1 ? 1 : 0);
    for (const [from, to] of groups.filter((each) => each !== undefined)) {
      if (from < end) continue;
      hidden += `${text.slice(end, from)}<masked>`;
      end = to;
    }
  }
  return hidden + text.slice(end);
}

function sort_groups(text: string, member: RegExp): string {
  const lines = text.split("\n");
  for (let start = 0; start < lines.length; start++) {
    let end = start;
    while (end < lines.length && member.test(lines[end] ?? "") && lines[end] !== "") end++;
    lines.splice(start, end - start, ...lines.slice(start, end).sort());
    start = Math.max(start, end - 1);
  }
  return lines.join("\n");
}
