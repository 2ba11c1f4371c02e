// Every fixture: the same output and exit status as CPython's, the TypeScript that was reviewed, and it type-checks.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { by_run } from "./support/command-line.ts";
import { emit_typescript } from "./support/emit.ts";
import { find_python } from "./support/python.ts";
import { execute, type Command } from "./support/execute.ts";
import {
  comparable,
  comparable_errors,
  find_programs,
  fixtures_root,
  golden_errors,
  golden_output,
  repository,
  type Fixture,
} from "./support/fixture.ts";

const fixtures = find_programs();
const networked = fixtures.filter((each) => each.http ?? each.server ?? each.client);
const alone = fixtures.filter((each) => !networked.includes(each));

describe("prints what CPython printed", () => {
  test.concurrent.each(alone)("$name", (fixture) => prints_the_same(fixture));
  test.sequential.each(networked)("$name", (fixture) => prints_the_same(fixture));
});

const python = find_python("3.13");
const paired = networked.filter((each) => each.server ?? each.client);

/** Ours on one side of the socket, CPython on the other; each fixture of the pair takes its turn. */
describe.skipIf(python === null)("talks to CPython (skipped where there is no 3.13)", () => {
  test.sequential.each(paired)("$name", (fixture) =>
    prints_the_same(fixture, ({ file }) => ({ command: python ?? "", args: [file] })),
  );
});

describe("is the TypeScript that was reviewed", () => {
  test.each(fixtures)("$name", async (fixture) => {
    for (const [name, text] of Object.entries(await emit_typescript(fixture.file))) {
      const golden = path.join(fixtures_root, name);
      expect(existsSync(golden), `no ${name}: read what \`npm run golden:bless\` writes`).toBe(
        true,
      );
      expect(text).toBe(readFileSync(golden, "utf8"));
    }
  });
});

test("type-checks under tsc --strict --erasableSyntaxOnly", () => {
  const tsc = path.join(repository, "node_modules/typescript/bin/tsc");
  const result = spawnSync(
    process.execPath,
    [tsc, "-p", path.join(fixtures_root, "tsconfig.json")],
    {
      encoding: "utf8",
    },
  );
  expect(result.stdout).toBe("");
  expect(result.status).toBe(0);
});

async function prints_the_same(fixture: Fixture, peer: Command = by_run): Promise<void> {
  const golden = golden_output(fixture);
  expect(golden, "no golden .out: `npm run golden:record`").not.toBeNull();
  const outcome = await execute(fixture, by_run, peer);
  expect(comparable(fixture, outcome.stdout), outcome.stderr).toBe(
    comparable(fixture, golden ?? ""),
  );
  expect(outcome.status, outcome.stderr).toBe(fixture.exit);
  if (fixture.stderr)
    expect(comparable_errors(fixture, outcome.stderr)).toBe(golden_errors(fixture));
}
