// Statements: each construct's Python and the TypeScript that it becomes.
import { describe, expect, test } from "vitest";
import { emitted, refused } from "./emitted.ts";
import { CASES } from "./statement-cases.ts";

for (const [group, cases] of Object.entries(CASES)) {
  describe(group, () => {
    test.each(cases)("$title", async ({ python, typescript }) => {
      expect(await emitted(python.trim())).toBe(typescript.trim());
    });
  });
}

describe("refuses what it can't translate", () => {
  test.each([["print(super())", "`super()` has no class and object here"]])(
    "%s",
    (python, message) => {
      expect(refused(python).join("\n")).toContain(message);
    },
  );
});
