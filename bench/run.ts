// npm run bench [-- language | startup | transpile | NAME…]: each bench/NAME.ts beside bench/NAME.py, in one run: nanoseconds per operation and the ratio.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { find_python } from "../test/support/python.ts";
import { bench_language } from "./language/index.ts";
import { bench_startup } from "./startup.ts";
import { bench_transpile } from "./transpile/index.ts";

/** Operation → nanoseconds. */
type Figures = Record<string, number>;

const ROUNDS = 3;
const folder = path.dirname(fileURLToPath(import.meta.url));
const python = find_python("3.13");
const wanted = process.argv.slice(2);
const [first, ...names] = wanted;
if (first === "language") await bench_language(names);
if (first === "startup") bench_startup();
if (first === "transpile")
  await bench_transpile(names[0] === undefined ? undefined : Number(names[0]));
const files = readdirSync(folder);
// bench/parse.ts compares by itself: npm run bench:parse
const pairs = files.filter(
  (file) => files.includes(file.replace(/\.ts$/, ".py")) && file.endsWith(".ts"),
);
for (const file of pairs) {
  const name = path.basename(file, ".ts");
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const [ours, theirs] = await best_of_rounds(
    path.join(folder, file),
    path.join(folder, `${name}.py`),
  );
  console.log(`${name}: ns per operation here, under CPython, times as fast`);
  for (const [operation, here] of Object.entries(ours)) {
    const there = theirs[operation];
    const compared =
      there === undefined
        ? "no Python 3.13 found"
        : `${there.toFixed(0).padStart(8)} ${(there / here).toFixed(1).padStart(6)}`;
    console.log(`  ${operation.padEnd(30)} ${here.toFixed(0).padStart(8)} ${compared}`);
  }
}

/** Both sides in turn, the best of each operation: what else the machine does falls on both. */
async function best_of_rounds(file: string, twin: string): Promise<readonly [Figures, Figures]> {
  const [ours, theirs]: [Figures, Figures] = [{}, {}];
  for (let round = 0; round < ROUNDS; round++) {
    keep_best(ours, await measured_here(file));
    if (python !== null) keep_best(theirs, measured(python, ["-P", twin]));
  }
  return [ours, theirs];
}

function keep_best(best: Figures, figures: Figures): void {
  for (const [operation, figure] of Object.entries(figures))
    best[operation] = Math.min(best[operation] ?? Infinity, figure);
}

async function measured_here(file: string): Promise<Figures> {
  const scratch = mkdtempSync(path.join(tmpdir(), "bench-"));
  try {
    const outfile = path.join(scratch, "bench.mjs");
    await build({ entryPoints: [file], outfile, bundle: true, platform: "node", format: "esm" });
    return measured(process.execPath, [outfile]);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

function measured(command: string, args: readonly string[]): Figures {
  const result = spawnSync(command, [...args], { encoding: "utf8" });
  if (result.status !== 0) throw new Error(result.stderr);
  return JSON.parse(result.stdout) as Figures;
}
