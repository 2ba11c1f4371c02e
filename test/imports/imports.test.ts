// Random projects of modules that import each other print what CPython prints. `npm run imports` runs many more.
import { expect, test } from "vitest";
import { find_python } from "../support/python.ts";
import { compare_project } from "./compare.ts";

const python = find_python("3.13");
const COUNT = Number(process.env["CASES"] ?? 8);
const SEED = Number(process.env["SEED"] ?? 31);
/** Such as have shown a defect: 714, functions that wait for imports because others wait. */
const FOUND = [714];

test.skipIf(python === null)(
  "random projects print what they print under CPython (skipped without Python 3.13)",
  () => {
    let judged = 0;
    const seeds = Array.from({ length: COUNT }, (_, at) => SEED + at);
    for (const seed of [...seeds, ...FOUND]) {
      const { python: expected, ours, files } = compare_project(python ?? "", seed);
      // Names of modules that are half imported are not there: such programs tell nothing.
      if (expected.status !== 0) continue;
      judged += 1;
      expect(ours.stdout, `seed ${seed}: ${JSON.stringify(files)}\n${ours.error}`).toBe(
        expected.stdout,
      );
      expect(ours.status).toBe(0);
    }
    expect(judged).toBeGreaterThan(COUNT / 3);
  },
  // A program takes a second or two, more on a busy machine.
  300_000,
);
