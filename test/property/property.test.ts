// Random programs through the whole house print what CPython prints. `npm run property` runs many more.
import { expect, test } from "vitest";
import { find_python } from "../support/python.ts";
import { both_sides, compare_programs } from "./compare.ts";

const python = find_python("3.13");
const COUNT = Number(process.env["CASES"] ?? 40);
const SEED = Number(process.env["SEED"] ?? 101);

test.skipIf(python === null)(
  "random programs print what they print under CPython (skipped without Python 3.13)",
  async () => {
    const sides = both_sides(python ?? "");
    const options = { seed: SEED, count: COUNT, topic: "all" } as const;
    const { equal, skipped, differences } = await compare_programs(sides, options);
    sides.python.close();
    sides.ours.close();
    for (const { source, python: expected, ours } of differences)
      expect(ours, source).toEqual(expected);
    const unjudged = [...skipped.values()].flat();
    expect(equal).toBe(COUNT - unjudged.length);
    expect(unjudged.length, [...skipped.keys()].join()).toBeLessThan(COUNT / 20);
  },
);
