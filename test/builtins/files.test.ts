// Files against CPython: random modes, contents and operations.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { file_case } from "./file-cases.ts";
import { CASES, explain, judge, python, SEED } from "./operations-judge.ts";
import { run_case } from "./operations.ts";
import { Random } from "../support/random.ts";

test.skipIf(python === null)(
  "random operations on files give what CPython gives (skipped without Python 3.13)",
  () => {
    const folder = mkdtempSync(path.join(tmpdir(), "files-"));
    const file = path.join(folder, "file");
    try {
      const random = new Random(SEED);
      const cases = Array.from({ length: CASES }, () => file_case(random, file));
      const expected = judge(cases);
      rmSync(file, { force: true });
      for (const [index, operations] of cases.entries())
        for (const [step, line] of run_case(operations).entries())
          expect(line, explain(operations, step)).toBe(expected[index]?.[step]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
