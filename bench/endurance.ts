// npm run bench -- endurance: ten million switches and a million short tasks in one program, does it stay quick and small?
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** Runs endurance-program.ts, which prints for each tenth its processor time and the memory after a collection. */
export async function bench_endurance(): Promise<void> {
  const scratch = mkdtempSync(path.join(tmpdir(), "bench-"));
  try {
    const outfile = path.join(scratch, "program.mjs");
    const entry = fileURLToPath(new URL("endurance-program.ts", import.meta.url));
    await build({ entryPoints: [entry], outfile, bundle: true, platform: "node", format: "esm" });
    spawnSync(process.execPath, ["--expose-gc", outfile], { stdio: "inherit" });
  } finally {
    rmSync(scratch, { recursive: true });
  }
}
