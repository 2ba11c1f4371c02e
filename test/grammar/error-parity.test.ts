// Our errors beside CPython's, live: some of its own test modules, and mutants of its library.
// `npm run parity:errors` is the full run.
import { describe, expect, test } from "vitest";
import { collected } from "../../scripts/errors/collect.ts";
import { judged, type Case } from "../../scripts/errors/judge.ts";
import { mutants } from "../../scripts/errors/mutants.ts";
import { difference, Rates } from "../../scripts/errors/rates.ts";
import { find_python } from "../support/python.ts";

const python = find_python("3.13");

describe.skipIf(python === null)("needs a CPython 3.13", () => {
  test(
    "what CPython's tests of patterns and type parameters refuse",
    { timeout: 60_000 },
    async () => {
      const { rates, texts } = await compared(
        collected(python ?? "", ["test_patma", "test_type_params", "test_eof", "test_global"]),
      );
      // some distributions leave CPython's tests out
      if (texts === 0) return;
      expect(rates.differing.map(difference)).toEqual([]);
    },
  );

  test("mutants of its library", { timeout: 60_000 }, async () => {
    const { rates } = await compared(mutants(python ?? "", 400, 11));
    const { unlike, all, rejected } = rates.of("all");
    expect(unlike, rates.differing.map(difference).join("\n")).toBe(0);
    expect(all / rejected).toBeGreaterThan(0.99);
  });
});

async function compared(cases: Iterable<Case>): Promise<{ rates: Rates; texts: number }> {
  const rates = new Rates();
  for await (const one of judged(python ?? "", cases)) rates.add(one);
  return { rates, texts: rates.of("all").texts };
}
