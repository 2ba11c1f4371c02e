// npm run bench -- transpile [FILES]: lines per second from Python to laid out TypeScript, and where the time goes.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { repository } from "../../test/support/fixture.ts";
import { bench_trees } from "./tree.ts";

const FILES = 1000;

interface Measured {
  /** Milliseconds of wall clock. */
  readonly stages: Readonly<Record<string, number>>;
  readonly lines: number;
  readonly refused: number;
  /** Lines per second over the second half of the files; each is parsed twice. */
  readonly settled_rate: number;
  /** Megabytes. */
  readonly peak: number;
}

/** One cold process over generated programs (number n is always the same), on one core. */
export async function bench_transpile(files = FILES): Promise<void> {
  // inside the repository, where prettier is found
  const scratch = mkdtempSync(path.join(repository, "bench/transpile-"));
  try {
    const outfile = path.join(scratch, "stages.mjs");
    await build({
      entryPoints: [path.join(repository, "bench/transpile/stages.ts")],
      outfile,
      bundle: true,
      platform: "node",
      format: "esm",
      packages: "bundle",
      external: ["prettier", "prettier/*"],
    });
    const { status, stdout, stderr } = spawnSync(process.execPath, [outfile, String(files)], {
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(stderr);
    report(JSON.parse(stdout) as Measured, files);
    bench_trees(files);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

function report(measured: Measured, files: number): void {
  const { stages, lines, refused, settled_rate, peak } = measured;
  const total = Object.values(stages).reduce((sum, each) => sum + each, 0);
  const per_second = (lines / total) * 1000;
  console.log(
    `${files} files, ${lines} lines (${refused} files refused): ${per_second.toFixed(0)} lines/s (second half ${settled_rate.toFixed(0)}), peak ${peak.toFixed(0)} MB`,
  );
  for (const [stage, each] of Object.entries(stages)) {
    const share = ((100 * each) / total).toFixed(0).padStart(3);
    console.log(`  ${stage.padEnd(14)} ${each.toFixed(0).padStart(7)} ms ${share} %`);
  }
}
