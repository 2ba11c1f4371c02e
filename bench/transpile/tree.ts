// Trees of files through the real command: cold, then with nothing changed, then with one file changed.
import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { python_files, standard_library } from "../../scripts/parity/files.ts";
import { find_python } from "../../src/cli/golden/python.ts";
import { repository } from "../../test/support/fixture.ts";
import { generate_program } from "../../test/property/generate.ts";

interface Run {
  /** Seconds of wall clock, and of processors. */
  readonly wall: number;
  readonly busy: number;
  /** Megabytes. */
  readonly peak: number;
  readonly told: string;
}

interface Source {
  readonly text: string | Uint8Array;
  readonly lines: number;
}

/**
 * Two trees: generated programs (dense: an expression or two on each line, hardly any that is blank, no comments), and
 * what people write: the files of CPython's library that have 40 to 500 lines, each a program by itself. `dist/` must be
 * built. Prints a line for each run.
 */
export function bench_trees(files: number): void {
  bench_tree("generated programs", generated(files), []);
  const python = find_python("3.13");
  if (python === null) console.log("no Python 3.13: its library is not measured");
  else bench_tree("files of CPython's library", library(python, files), ["--keep-going"]);
}

function bench_tree(name: string, sources: readonly Source[], options: readonly string[]): void {
  const folder = mkdtempSync(path.join(os.tmpdir(), "pyasync2ts-bench-"));
  try {
    write_tree(path.join(folder, "src"), sources);
    const lines = sources.reduce((sum, each) => sum + each.lines, 0);
    const cold = transpile(folder, options);
    const warm = transpile(folder, options);
    appendFileSync(path.join(folder, "src/part0/m0.py"), "\nprint('changed')\n");
    const changed = transpile(folder, options);
    console.log(`${sources.length} ${name}, ${lines} lines, by the command (${cold.told})`);
    console.log(
      `  warm/cold ${(warm.busy / cold.busy).toFixed(3)}, changed/cold ${(changed.busy / cold.busy).toFixed(3)} of processor time; peak ${((cold.peak * 1000) / lines).toFixed(1)} MB per 1,000 lines`,
    );
    for (const [run, { wall, busy, peak }] of Object.entries({ cold, warm, changed })) {
      const rates = [lines / wall, lines / busy].map((rate) => rate.toFixed(0).padStart(8));
      console.log(
        `  ${run.padEnd(8)} ${wall.toFixed(2)} s (${busy.toFixed(2)} s busy): ${rates[0]} lines/s, ${rates[1]} per busy second, peak ${peak.toFixed(0)} MB`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function generated(files: number): readonly Source[] {
  return Array.from({ length: files }, (_, seed) => {
    const text = generate_program(seed, "programs");
    return { text, lines: text.split("\n").length };
  });
}

function library(python: string, files: number): readonly Source[] {
  return [...python_files(standard_library(python))]
    .sort()
    .map((file) => readFileSync(file))
    .map((text) => ({ text, lines: text.filter((byte) => byte === 10).length }))
    .filter(({ lines }) => lines >= 40 && lines <= 500)
    .slice(0, files);
}

function write_tree(folder: string, sources: readonly Source[]): void {
  for (const [index, { text }] of sources.entries()) {
    const part = path.join(folder, `part${index % 20}`);
    mkdirSync(part, { recursive: true });
    writeFileSync(path.join(part, `m${index}.py`), text);
  }
}

/** Loaded in front of the command, tells at its end what it took. */
const TELLS = `
import { writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";
if (isMainThread) process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const busy = (userCPUTime + systemCPUTime) / 1e6;
  writeFileSync(process.env.BENCH_TOLD, JSON.stringify({ busy, peak: maxRSS / 1024 }));
});
`;

function transpile(folder: string, options: readonly string[]): Run {
  const tells = path.join(folder, "tells.mjs");
  const told = path.join(folder, "told.json");
  writeFileSync(tells, TELLS);
  const begin = performance.now();
  const { stderr } = spawnSync(
    process.execPath,
    [
      "--import",
      pathToFileURL(tells).href,
      path.join(repository, "dist/cli.js"),
      path.join(folder, "src"),
      "--no-config",
      "--format",
      "tsc",
      "--out-dir",
      path.join(folder, "out"),
      ...options,
    ],
    { encoding: "utf8", env: { ...process.env, BENCH_TOLD: told }, maxBuffer: 2 ** 28 },
  );
  const wall = (performance.now() - begin) / 1000;
  const own = JSON.parse(readFileSync(told, "utf8")) as Pick<Run, "busy" | "peak">;
  return { wall, told: stderr.trim().split("\n").at(-1) ?? "", ...own };
}
