// What is refused: one fixture a diagnostic, with the code, the line and the words expected on it.
//   x = numpy.zeros(3)  # expect: PA1001 3 no counterpart for module 'numpy'
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { read_imported } from "../src/cli/modules.ts";
import { place_of } from "../src/diagnostics/code-frame.ts";
import { python_versions, transpile } from "../src/index.ts";
import { find_fixtures, type Fixture } from "./support/fixture.ts";

const fixtures = find_fixtures("refused");

test.each(fixtures)("$name", (fixture) => {
  const expected = expectations(fixture);
  expect(expected.length, "a refused fixture says what it expects").toBeGreaterThan(0);
  const python = python_versions.find((each) => each === fixture.python);
  const result = transpile(readFileSync(fixture.file), {
    file: fixture.file,
    read: read_imported(fixture.file),
    ...(python === undefined || python === "3.13" ? {} : { python }),
  });
  expect(result.code).toBeNull();
  const found = result.diagnostics.map((diagnostic) => ({
    code: diagnostic.code,
    line:
      diagnostic.span === null
        ? 0
        : place_of(result.source(fixture.file) ?? "", diagnostic.span).line,
    message: diagnostic.message,
    has_way_out: diagnostic.code === "PA0001" || diagnostic.hint !== null,
  }));
  expect(found).toEqual(
    expected.map(({ code, line, message }) => ({
      code,
      line,
      message: expect.stringContaining(message),
      has_way_out: true,
    })),
  );
});

test("every diagnostic has a refused fixture", () => {
  const catalogue = ["grammar", "ignores", "link", "emit"].flatMap((stage) => {
    const file = path.join(import.meta.dirname, `../src/diagnostics/catalogue/${stage}.ts`);
    return [...readFileSync(file, "utf8").matchAll(/code: "(PA\d{4})"/g)].map((match) => match[1]);
  });
  const covered = new Set(fixtures.flatMap(expectations).map(({ code }) => code));
  expect(catalogue.filter((code) => code !== undefined && !covered.has(code))).toEqual([]);
});

function expectations(fixture: Fixture) {
  const text = readFileSync(fixture.file, "latin1");
  return [...text.matchAll(/# expect: (PA\d{4}) (\d+) (.*?)\r?$/gm)].map((match) => ({
    code: match[1] ?? "",
    line: Number(match[2]),
    message: Buffer.from(match[3] ?? "", "latin1").toString(),
  }));
}
