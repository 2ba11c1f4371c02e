// Numbers, strings and formats against CPython: random expressions, each result and error compared.
import { expect, test } from "vitest";
import { find_python } from "../support/python.ts";
import { random_expression } from "./expression-cases.ts";
import { outcome } from "./expression.ts";
import { judge_expressions } from "./expression-judge.ts";
import { Random } from "../support/random.ts";

const python = find_python("3.13");
const CASES = Number(process.env["CASES"] ?? 4000);
const SEED = Number(process.env["SEED"] ?? 1);

test.skipIf(python === null)(
  "random expressions give what CPython gives (skipped without Python 3.13)",
  () => {
    const random = new Random(SEED);
    const cases = Array.from({ length: CASES }, () => random_expression(random));
    const expected = judge_expressions(
      python ?? "",
      cases.map(({ source }) => source),
    );
    const differences = cases
      .map((expression, index) => ({
        source: expression.source,
        python: expected[index],
        ours: outcome(expression),
      }))
      .filter(({ python, ours }) => python !== ours);
    expect(differences).toEqual([]);
  },
);
