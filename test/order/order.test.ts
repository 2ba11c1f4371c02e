// The loop's order is asyncio's: random programs log the same lines here and under CPython.
import { expect, test } from "vitest";
import { compare_programs, find_python } from "./compare.ts";
import { python_text } from "./print.ts";
import { run_program } from "./run.ts";

const python = find_python();
const COUNT = 100;

test.skipIf(python === null)(
  python === null
    ? "random programs: skipped, no Python 3.13 found (environment variable PYTHON, or the PATH)"
    : `${COUNT} random programs log what they log under CPython`,
  async () => {
    const { differences } = await compare_programs(python ?? "", {
      seed: 1,
      count: COUNT,
      topic: "all",
      run: run_program,
    });
    for (const { program, expected, found } of differences)
      expect(found, python_text(program)).toEqual(expected);
  },
);
