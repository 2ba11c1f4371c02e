// The loop's order is asyncio's: random programs, transpiled, log the same lines here and under CPython.
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { repository } from "../support/fixture.ts";
import { find_python } from "../support/python.ts";
import { compare_programs } from "./compare.ts";
import { program_text } from "./print.ts";
import { transpiled_runner } from "./run-transpiled.ts";

const python = find_python("3.13");
const COUNT = 500;
const closing: (() => void)[] = [];

afterAll(() => {
  for (const close of closing) close();
});

const title =
  python === null
    ? "random programs: skipped, no Python 3.13 (environment variable PYTHON, or the PATH)"
    : `${COUNT} random programs log what they log under CPython`;

test.skipIf(python === null)(title, { timeout: 600_000 }, async () => {
  const { run, close } = await transpiled_runner(path.join(repository, "dist"));
  closing.push(close);
  const { differences } = await compare_programs(python ?? "", { seed: 1, count: COUNT, run });
  for (const { program, expected, found } of differences)
    expect(found, program_text(program)).toEqual(expected);
});
