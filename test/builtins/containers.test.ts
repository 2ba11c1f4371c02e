// Containers against CPython: random operations, each result, error and state compared.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";
import { find_python } from "../support/python.ts";
import { dict_case, list_case, set_case } from "./container-cases.ts";
import { run_case, type Operation } from "./operations.ts";
import { Random } from "./random.ts";

const python = find_python("3.13");
const CASES = Number(process.env["CASES"] ?? 400);
const SEED = Number(process.env["SEED"] ?? 1);

test.skipIf(python === null).each([
  ["sets", set_case],
  ["dicts", dict_case],
  ["lists", list_case],
] as const)(
  "random operations on %s give what CPython gives (skipped without Python 3.13)",
  (_, make) => {
    const random = new Random(SEED);
    const cases = Array.from({ length: CASES }, () => make(random));
    const expected = judge(cases);
    for (const [index, operations] of cases.entries()) {
      const lines = run_case(operations);
      for (const [step, line] of lines.entries())
        expect({ operation: operations[step], line }, explain(operations, step)).toEqual({
          operation: operations[step],
          line: expected[index]?.[step],
        });
    }
  },
);

function judge(cases: readonly (readonly Operation[])[]): readonly (readonly string[])[] {
  const script = path.join(import.meta.dirname, "operations.py");
  const { stdout, stderr, status } = spawnSync(python ?? "", [script], {
    input: JSON.stringify(cases),
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: { ...process.env, PYTHONIOENCODING: "utf-8", PYTHONHASHSEED: "0" },
  });
  if (status !== 0) throw new Error(stderr);
  return stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as string[]);
}

function explain(operations: readonly Operation[], step: number): string {
  return operations
    .slice(0, step + 1)
    .map((operation) => JSON.stringify(operation))
    .join("\n");
}
