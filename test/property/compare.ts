// The same programs on both sides, and what differs between them cut down.
import { generate_program, type Topic } from "./generate.ts";
import { shrink } from "./shrink.ts";
import { our_side, python_side, type Side } from "./side.ts";

export interface Difference {
  readonly seed: number;
  readonly source: string;
  readonly python: readonly string[];
  readonly ours: readonly string[];
}

export interface Comparison {
  readonly equal: number;
  /** The seeds of programs that can't be compared, by the reason. */
  readonly skipped: ReadonlyMap<string, readonly number[]>;
  readonly differences: readonly Difference[];
}

export interface Sides {
  readonly python: Side;
  readonly ours: Side;
}

export function both_sides(python: string): Sides {
  return { python: python_side(python), ours: our_side() };
}

/** Runs the programs of `count` seeds from `seed` on; `found` is told of each difference at once. */
export async function compare_programs(
  sides: Sides,
  { seed, count, topic }: { seed: number; count: number; topic: Topic },
  found: (difference: Difference) => Promise<void> = async () => {},
): Promise<Comparison> {
  let equal = 0;
  const skipped = new Map<string, number[]>();
  const differences: Difference[] = [];
  for (let i = seed; i < seed + count; i++) {
    const source = generate_program(i, topic);
    const outcome = await run_both(sides, source);
    if (typeof outcome === "string") skipped.set(outcome, [...(skipped.get(outcome) ?? []), i]);
    else if (is_different(outcome)) {
      const difference = { seed: i, source, ...outcome };
      differences.push(difference);
      await found(difference);
    } else equal++;
  }
  return { equal, skipped, differences };
}

/** The same difference from the shortest program found. */
export async function shrunk(sides: Sides, difference: Difference): Promise<Difference> {
  const kind = kind_of(difference);
  const allowed = new Set(unbound_errors(difference.python));
  const source = await shrink(difference.source, async (candidate) => {
    const outcome = await run_both(sides, candidate);
    return (
      typeof outcome !== "string" &&
      is_different(outcome) &&
      kind_of(outcome) === kind &&
      unbound_errors(outcome.python).every((name) => allowed.has(name))
    );
  });
  const outcome = await run_both(sides, source);
  return typeof outcome === "string" ? difference : { ...difference, source, ...outcome };
}

type Outcome = Pick<Difference, "python" | "ours">;

/** Or why there is nothing to compare. CPython comes first: ours may take very long for what is too long for CPython. */
async function run_both(sides: Sides, source: string): Promise<Outcome | string> {
  const python = await sides.python.printed(source);
  if (typeof python === "string") return python.replaceAll(/'[^']*'|\d+/g, "…");
  const ours = await sides.ours.printed(source);
  return typeof ours === "string" ? ours : { python, ours };
}

function is_different({ python, ours }: Outcome): boolean {
  return python.join("\n") !== ours.join("\n");
}

/** What a smaller program must still show: the same refusal, or lines that differ first in the same manner. */
function kind_of({ python, ours }: Outcome): string {
  const refused = ours.find((line) => line.startsWith("refused"));
  if (refused !== undefined) return refused.slice(0, refused.indexOf(":"));
  const first = python.findIndex((line, i) => line !== ours[i]);
  return `${kind_of_line(python[first])} ${kind_of_line(ours[first])}`;
}

function kind_of_line(line = "end"): string {
  return /\b[A-Z]\w+(?:Error|Iteration|Exception)\b|^no answer/.exec(line)?.[0] ?? "value";
}

/** Leaving parts out makes names unbound and recursion endless, which is not what was found. */
function unbound_errors(lines: readonly string[]): readonly string[] {
  return lines.join("\n").match(/\b(?:NameError|UnboundLocalError|RecursionError)\b/g) ?? [];
}
