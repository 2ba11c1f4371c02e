// Containers against CPython: random operations, each result, error and state compared.
import { expect, test } from "vitest";
import { dict_case, list_case, set_case } from "./container-cases.ts";
import { CASES, explain, judge, python, SEED } from "./operations-judge.ts";
import { run_case } from "./operations.ts";
import { Random } from "../support/random.ts";

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
    for (const [index, operations] of cases.entries())
      for (const [step, line] of run_case(operations).entries())
        expect(line, explain(operations, step)).toBe(expected[index]?.[step]);
  },
);
