// One file of operations here, under CPython, and on bare promises where that means the same: figures and ratios.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { find_python } from "../test/support/python.ts";

/** Operation → nanoseconds of processor time, or bytes. */
type Figures = Record<string, number>;

const ROUNDS = 3;

/** Measures bench/NAME.ts, NAME.py and, if it is there, NAME.hand.ts in turn; prints the best of each operation. */
export async function bench_beside(folder: string, name: string): Promise<void> {
  const [ours, theirs, bare]: [Figures, Figures, Figures] = [{}, {}, {}];
  const python = find_python("3.13");
  const scratch = mkdtempSync(path.join(tmpdir(), "bench-"));
  try {
    const here = await bundled(path.join(folder, `${name}.ts`), scratch);
    const hand_file = path.join(folder, `${name}.hand.ts`);
    const hand = existsSync(hand_file) ? await bundled(hand_file, scratch) : null;
    // In turn: what else the machine does falls on all.
    for (let round = 0; round < ROUNDS; round++) {
      keep_best(ours, measured(process.execPath, ["--expose-gc", here]));
      if (python !== null)
        keep_best(theirs, measured(python, ["-P", path.join(folder, `${name}.py`)]));
      if (hand !== null) keep_best(bare, measured(process.execPath, [hand]));
    }
  } finally {
    rmSync(scratch, { recursive: true });
  }
  print_table(name, ours, python === null ? null : theirs, bare);
}

function print_table(name: string, ours: Figures, theirs: Figures | null, bare: Figures): void {
  const cell = (figure: number | undefined, digits = 0): string =>
    (figure === undefined ? "" : figure.toFixed(digits)).padStart(9);
  console.log(`${name}: ns of processor time per operation`);
  console.log(`  ${"".padEnd(30)}      here   CPython     times      bare`);
  const ratios: number[] = [];
  for (const [operation, here] of Object.entries(ours)) {
    const there = theirs?.[operation];
    const ratio = there === undefined ? undefined : there / here;
    if (ratio !== undefined && !operation.startsWith("bytes")) ratios.push(ratio);
    console.log(
      `  ${operation.padEnd(30)} ${cell(here)} ${cell(there)} ${cell(ratio, 1)} ${cell(bare[operation])}`,
    );
  }
  if (theirs === null) console.log("  no Python 3.13 found");
  else
    console.log(
      `  geometric mean ${geometric_mean(ratios).toFixed(1)} times, lowest ${Math.min(...ratios).toFixed(1)}`,
    );
}

function geometric_mean(ratios: readonly number[]): number {
  return Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);
}

function keep_best(best: Figures, figures: Figures): void {
  for (const [operation, figure] of Object.entries(figures))
    best[operation] = Math.min(best[operation] ?? Infinity, figure);
}

async function bundled(file: string, scratch: string): Promise<string> {
  const outfile = path.join(scratch, `${path.basename(file, ".ts")}.mjs`);
  await build({ entryPoints: [file], outfile, bundle: true, platform: "node", format: "esm" });
  return outfile;
}

function measured(command: string, args: readonly string[]): Figures {
  const result = spawnSync(command, [...args], { encoding: "utf8" });
  if (result.status !== 0) throw new Error(result.stderr);
  return JSON.parse(result.stdout) as Figures;
}
