// Process pools: a program of its own, since workers run its module once more.
import { execFile } from "node:child_process";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { expect, test } from "vitest";

test("jobs, values, errors and classes of the program go there and back", async () => {
  const source = path.join(import.meta.dirname, "programs/process-pool.ts");
  const outfile = path.join(tmpdir(), `pyasync2ts-pool-${process.pid}.mjs`);
  await build({ entryPoints: [source], outfile, bundle: true, platform: "node", format: "esm" });
  const { stdout } = await promisify(execFile)(process.execPath, [outfile]);
  await rm(outfile);
  expect(stdout.split("\n")).toEqual([
    "sum 30",
    "(1, 2.0, 1180591620717411303424, 's', None, True, [[1], [1]], (1, 'a'), {'k': 1.0}, {1, 3}, b'x\\xff', Point(1))",
    "7 False MyError('bad', 7)",
    "None True ValueError('nope')",
    expect.stringContaining("PicklingError"),
    "[1, 4, 9, 16]",
    "",
  ]);
});
