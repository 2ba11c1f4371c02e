// What became of a case.
import { golden_of, type Case } from "./case.ts";
import { compare, is_same, type Comparison } from "./compare.ts";
import { locate, type Place } from "./locate.ts";
import { run, type Outcome } from "./outcome.ts";
import { by_us, type Sides } from "./sides.ts";

export type Kind =
  | "passed"
  | "failed"
  /** Nothing is recorded. */
  | "missing"
  | "skipped"
  /** It failed, as its header says it would. */
  | "expected failure"
  /** It passed, though its header says it would fail. */
  | "unexpected pass"
  /** Its header says what cannot be. */
  | "wrong header";

export interface Verdict {
  readonly case: Case;
  readonly kind: Kind;
  readonly seconds: number;
  readonly outcome: Outcome | null;
  readonly comparison: Comparison | null;
  /** Where the first line that differs was printed. */
  readonly place: Place | null;
}

const GOOD: ReadonlySet<Kind> = new Set(["passed", "skipped", "expected failure"]);

export function is_good({ kind }: Verdict): boolean {
  return GOOD.has(kind);
}

export async function judge(each: Case, sides: Sides): Promise<Verdict> {
  const nothing = { case: each, seconds: 0, outcome: null, comparison: null, place: null };
  const { skip, expected_failure } = each.directives;
  if (each.wrong.length > 0) return { ...nothing, kind: "wrong header" };
  if (skip !== null) return { ...nothing, kind: "skipped" };
  const golden = golden_of(each);
  if (golden === null) return { ...nothing, kind: "missing" };
  const outcome = await run(by_us(each, sides));
  const comparison = compare(golden, outcome, each.directives);
  const passed = is_same(comparison) && !outcome.is_timed_out;
  const told = { ...nothing, seconds: outcome.seconds, outcome, comparison };
  if (expected_failure !== null)
    return { ...told, kind: passed ? "unexpected pass" : "expected failure" };
  if (passed) return { ...told, kind: "passed" };
  return { ...told, kind: "failed", place: await place_of(each, sides, comparison) };
}

export async function place_of(
  each: Case,
  sides: Sides,
  { differences }: Comparison,
): Promise<Place | null> {
  const first = differences.find(({ stream }) => stream === "stdout");
  if (first === undefined) return null;
  const text = first.actual.split("\n")[first.line - 1];
  return text === undefined ? null : await locate(each, sides, first.line, text);
}
