// What `# pyasync2ts: ignore[…]` and `ignore` of the configuration silence, through the real command.
import { rmSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { pyasync2ts } from "../support/command-line.ts";
import { made_tree, type Tree } from "./tree.ts";

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

function given(files: Tree): string {
  const folder = made_tree(files);
  folders.push(folder);
  return folder;
}

const warned = 'print("\\d")\n';

test("a line, a statement of several lines, a file", () => {
  const cwd = given({
    "line.py": 'print("\\d")  # pyasync2ts: ignore[PA0004]\nprint("\\w")\n',
    "lines.py": 'print(\n    """\n    \\d\n    """\n)  # pyasync2ts: ignore[PA0004]\n',
    "file.py": `#!/usr/bin/env python3\n"""A docstring."""\n# pyasync2ts: ignore[PA0004]\n\n${warned}${warned}`,
    "string.py": 'print("# pyasync2ts: ignore[PA0004]", "\\d")\n',
  });
  const told = (name: string) =>
    pyasync2ts([name, "-o", "-", "--format", "tsc"], { cwd }).stderr.match(/\.py:\d+|PA\d+/g);
  expect(told("line.py")).toEqual([".py:2", "PA0004"]);
  expect(told("lines.py")).toBeNull();
  expect(told("file.py")).toBeNull();
  expect(told("string.py")).toEqual([".py:1", "PA0004"]);
  expect(pyasync2ts(["run", "file.py"], { cwd })).toMatchObject({
    stdout: "\\d\n\\d\n",
    stderr: "",
  });
});

test("an error stays, unless --keep-going makes it a warning; its stub is counted all the same", () => {
  const cwd = given({ "src/a.py": "import numpy  # pyasync2ts: ignore[PA1001]\nnumpy.zeros(3)\n" });
  const batch = (...args: readonly string[]) =>
    pyasync2ts(["src", "--out-dir", "out", "--format", "tsc", ...args], { cwd });
  const refused = batch();
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain("a.py:1:8 - error PA1001");
  expect(refused.stderr).toContain("a.py:1:15 - warning PA0005: PA1001 can't be ignored here");
  const kept = batch("--keep-going");
  expect(kept.status).toBe(0);
  expect(kept.stderr).toBe("1 file: 1 written, 1 stub that raise where they are reached\n");
});

test("the configuration: by patterns; what silences nothing is told where the whole project is looked at", () => {
  const ignore = { "old/**": ["PA0004"], "**/*.pyw": ["PA0004"], "**": ["PA1001"] };
  const cwd = given({
    "pyasync2ts.config.json": JSON.stringify({ inputs: ["src"], output: "out", ignore }),
    "src/new.py": "import numpy\n",
    "old/a.py": warned,
    "src/old/a.py": warned,
  });
  const part = pyasync2ts(["old", "src/old", "--out-dir", "out", "--format", "tsc"], { cwd });
  expect(part.stderr.split("\n").slice(0, -2)).toEqual([
    expect.stringMatching(/^src\/old\/a\.py:1:8 - warning PA0004/),
  ]);
  for (const args of [[], ["check"]]) {
    const { stderr, status } = pyasync2ts([...args, "--format", "tsc"], { cwd });
    expect(status).toBe(1);
    expect(stderr).toContain("src/new.py:1:8 - error PA1001");
    for (const words of [
      "PA1001 can't be ignored by '**' of the configuration",
      "PA0004 is ignored by '**/*.pyw' of the configuration, but there is none",
      "PA0004 is ignored by 'old/**' of the configuration, but there is none",
    ])
      expect(stderr).toContain(`pyasync2ts.config.json - warning PA0005: ${words}`);
  }
});

test("SARIF tells what is silenced as suppressed", () => {
  const cwd = given({
    "a.py": `${warned.trim()}  # pyasync2ts: ignore[PA0004]\n`,
    "b.py": warned,
    "pyasync2ts.config.json": '{ "ignore": { "b.py": ["PA0004"] } }',
  });
  const { stdout, status } = pyasync2ts(["check", ".", "--format", "sarif"], { cwd });
  expect(status).toBe(0);
  const results: { suppressions: object[] }[] = JSON.parse(stdout).runs[0].results;
  expect(results.map(({ suppressions }) => suppressions)).toEqual([
    [{ kind: "inSource" }],
    [{ kind: "external" }],
  ]);
  const { diagnostics } = JSON.parse(pyasync2ts(["check", ".", "--json"], { cwd }).stdout);
  expect(diagnostics).toEqual([]);
});

test.each([
  ['{ "ignore": ["PA0004"] }', "'ignore' is a table of patterns with lists of codes"],
  ['{ "ignore": { "**": "PA0004" } }', "'ignore' is a table of patterns with lists of codes"],
  ['{ "ignore": { "**": ["PA4711"] } }', "'ignore': there is no code 'PA4711'"],
])("a wrong rule: %s", (text, told) => {
  const cwd = given({ "pyasync2ts.config.json": text, "a.py": "x = 1\n" });
  const { stderr, status } = pyasync2ts(["check", "a.py"], { cwd });
  expect(status).toBe(1);
  expect(stderr).toContain(`${path.join(cwd, "pyasync2ts.config.json")}': ${told}`);
});
