// The grammar itself: Chevrotain finds nothing wrong with it, and analyses it in little time.
import { expect, test } from "vitest";
import { PythonParser } from "../../grammar/rules/top-level.ts";

const can_validate = "groupBy" in Object;

test.runIf(can_validate)("Chevrotain's own checks", () => {
  expect(() => new PythonParser({ validate: true })).not.toThrow();
});

test("every rule is a method of its own name", () => {
  const parser = new PythonParser();
  for (const name of Object.keys(parser.getGAstProductions())) expect(parser).toHaveProperty(name);
});
