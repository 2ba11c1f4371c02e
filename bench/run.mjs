// npm run bench: each bench/NAME.ts beside bench/NAME.py, in one run: nanoseconds per operation and the ratio.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const folder = path.dirname(fileURLToPath(import.meta.url));
const python = find_python();
const wanted = process.argv.slice(2);
const files = readdirSync(folder);
// bench/parse.ts compares by itself: npm run bench:parse
const pairs = files.filter(
  (file) => files.includes(file.replace(/\.ts$/, ".py")) && file.endsWith(".ts"),
);
for (const file of pairs) {
  const name = path.basename(file, ".ts");
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const theirs = python === null ? {} : measured(python, ["-P", path.join(folder, `${name}.py`)]);
  const ours = await measured_here(path.join(folder, file));
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

async function measured_here(file) {
  const scratch = mkdtempSync(path.join(tmpdir(), "bench-"));
  try {
    const outfile = path.join(scratch, "bench.mjs");
    await build({ entryPoints: [file], outfile, bundle: true, platform: "node", format: "esm" });
    return measured(process.execPath, [outfile]);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

function measured(command, args) {
  const result = spawnSync(command, args, { encoding: "utf8" });
  if (result.status !== 0) throw new Error(result.stderr);
  return JSON.parse(result.stdout);
}

function find_python() {
  const check = "import sys; sys.exit(sys.version_info < (3, 13))";
  const candidates = [process.env.PYTHON, "python3.13", "python3.14", "python3", "python"];
  return candidates.find((name) => name && spawnSync(name, ["-c", check]).status === 0) ?? null;
}
