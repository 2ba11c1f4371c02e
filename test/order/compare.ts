// Compares random programs with CPython, and cuts a program that differs down to the few lines that matter.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { generate_program } from "./generate.ts";
import { module_text } from "./print.ts";
import type { Program } from "./program.ts";
import type { RunPrograms } from "./run-transpiled.ts";
import { smaller_programs } from "./shrink.ts";

export interface Difference {
  readonly program: Program;
  readonly expected: readonly string[];
  readonly found: readonly string[];
}

export interface Comparison {
  readonly equal: number;
  readonly differences: readonly Difference[];
}

/** Programs in one module. */
const LARGEST_BATCH = 50;

/** Runs the programs of `count` seeds on both sides. */
export async function compare_programs(
  python: string,
  { seed, count, run }: { seed: number; count: number; run: RunPrograms },
): Promise<Comparison> {
  const programs = Array.from({ length: count }, (_, i) => generate_program(seed + i));
  const differences = await differing(python, programs, run);
  return { equal: count - differences.length, differences };
}

/** Cuts tried in one module. */
const CUTS = 12;

/** The smallest program found that still differs: blocks and lines are left out one by one. */
export async function shrink(
  python: string,
  difference: Difference,
  run: RunPrograms,
): Promise<Difference> {
  let best = difference;
  let is_smaller = true;
  while (is_smaller) {
    is_smaller = false;
    // After a cut the next ones are about the same as before: it goes on where it is.
    for (let at = 0; ;) {
      const cuts = smaller_programs(best.program).slice(at, at + CUTS);
      if (cuts.length === 0) break;
      const found = (await differing(python, cuts, run)).find(is_no_refusal);
      if (found === undefined) at += CUTS;
      else {
        at += cuts.indexOf(found.program);
        best = found;
        is_smaller = true;
      }
    }
  }
  return best;
}

/** Leaving lines out makes programs that name what is not there. */
function is_no_refusal({ found }: Difference): boolean {
  return !(found[0] ?? "").startsWith("refused");
}

async function differing(
  python: string,
  programs: readonly Program[],
  run: RunPrograms,
): Promise<Difference[]> {
  const batches: (readonly Program[])[] = [];
  for (let start = 0; start < programs.length; start += LARGEST_BATCH)
    batches.push(programs.slice(start, start + LARGEST_BATCH));
  const recorded = recorded_logs(python, batches);
  const found: Difference[] = [];
  for (const [i, batch] of batches.entries()) {
    const logs = await run(batch);
    for (const [j, program] of batch.entries()) {
      const ours = logs[j] ?? ["nothing logged"];
      const expected = recorded[i]?.[j] ?? [];
      if (ours.join("\n") !== expected.join("\n")) found.push({ program, expected, found: ours });
    }
  }
  return found;
}

function recorded_logs(
  python: string,
  batches: readonly (readonly Program[])[],
): readonly (readonly (readonly string[])[])[] {
  const recorder = fileURLToPath(new URL("recorder.py", import.meta.url));
  const result = spawnSync(python, ["-W", "ignore", recorder], {
    input: JSON.stringify(batches.map(module_text)),
    encoding: "utf8",
    maxBuffer: 2 ** 30,
  });
  if (result.status !== 0) throw new Error(result.stderr);
  return JSON.parse(result.stdout) as string[][][];
}
