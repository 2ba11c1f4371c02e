// The loop's order is asyncio's: random programs log the same lines here and under CPython.
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { repository } from "../support/fixture.ts";
import { find_python } from "../support/python.ts";
import { compare_programs } from "./compare.ts";
import type { RunProgram } from "./compare.ts";
import { python_text } from "./print.ts";
import { run_program } from "./run.ts";
import { transpiled_runner } from "./run-transpiled.ts";

const python = find_python("3.13");
const COUNT = 100;
const closing: (() => void)[] = [];

afterAll(() => {
  for (const close of closing) close();
});

test.skipIf(python === null)(title("on the runtime alone"), async () => {
  await expect_equal(1, run_program);
});

test.skipIf(python === null)(title("transpiled"), async () => {
  const { run, close } = await transpiled_runner(path.join(repository, "dist"));
  closing.push(close);
  await expect_equal(1001, run);
});

function title(way: string): string {
  return python === null
    ? `random programs, ${way}: skipped, no Python 3.13 (environment variable PYTHON, or the PATH)`
    : `${COUNT} random programs, ${way}, log what they log under CPython`;
}

async function expect_equal(seed: number, run: RunProgram): Promise<void> {
  const comparison = await compare_programs(python ?? "", {
    seed,
    count: COUNT,
    topic: "all",
    run,
  });
  for (const { program, expected, found } of comparison.differences)
    expect(found, python_text(program)).toEqual(expected);
}
