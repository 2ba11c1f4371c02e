// A tree of files through the real command: cold, then with nothing changed, then with one file changed.
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

/** `dist/` must be built. Prints a line for each run. */
export function bench_tree(files: number): void {
  const folder = mkdtempSync(path.join(os.tmpdir(), "pyasync2ts-bench-"));
  try {
    const lines = write_tree(path.join(folder, "src"), files);
    const cold = transpile(folder);
    const warm = transpile(folder);
    appendFileSync(path.join(folder, "src/part0/m0.py"), "\nprint('changed')\n");
    const changed = transpile(folder);
    console.log(`${files} files, ${lines} lines by the command (${cold.told})`);
    console.log(
      `  warm/cold ${(warm.busy / cold.busy).toFixed(3)}, changed/cold ${(changed.busy / cold.busy).toFixed(3)} of processor time; peak ${((cold.peak * 1000) / lines).toFixed(1)} MB per 1,000 lines`,
    );
    for (const [name, { wall, busy, peak }] of Object.entries({ cold, warm, changed })) {
      const rates = [lines / wall, lines / busy].map((rate) => rate.toFixed(0).padStart(8));
      console.log(
        `  ${name.padEnd(8)} ${wall.toFixed(2)} s (${busy.toFixed(2)} s busy): ${rates[0]} lines/s, ${rates[1]} per busy second, peak ${peak.toFixed(0)} MB`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function write_tree(folder: string, files: number): number {
  let lines = 0;
  for (let seed = 0; seed < files; seed++) {
    const text = generate_program(seed, "programs");
    const part = path.join(folder, `part${seed % 20}`);
    mkdirSync(part, { recursive: true });
    writeFileSync(path.join(part, `m${seed}.py`), text);
    lines += text.split("\n").length;
  }
  return lines;
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

function transpile(folder: string): Run {
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
    ],
    { encoding: "utf8", env: { ...process.env, BENCH_TOLD: told }, maxBuffer: 2 ** 28 },
  );
  const wall = (performance.now() - begin) / 1000;
  const own = JSON.parse(readFileSync(told, "utf8")) as Pick<Run, "busy" | "peak">;
  return { wall, told: stderr.trim().split("\n").at(-1) ?? "", ...own };
}
