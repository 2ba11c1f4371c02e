// `pyasync2ts check SRC…`: the readiness report in its forms.
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { pyasync2ts } from "../support/command-line.ts";
import { made_tree, read_tree } from "./tree.ts";

const folder = made_tree({
  "app/__init__.py": "",
  "app/good.py": "import asyncio\n\n\nasync def f(n: int) -> bool:\n    return n > 1\n",
  "app/uses_numpy.py": "import numpy\n\nprint(numpy.zeros(3))\n",
  "app/uses_both.py": "import numpy as np\nimport redis\n\nprint(np, redis)\n",
  "app/imports_it.py": "from . import uses_numpy\n\nprint(uses_numpy)\n",
  "web.py":
    "import aiohttp\n\n\nasync def get(session: aiohttp.ClientSession):\n    return await session.get('x')\n",
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const check = (...args: readonly string[]) => pyasync2ts(["check", ".", ...args], { cwd: folder });

describe("check of a folder", () => {
  test("says how much can be transpiled, and what stands in the way of most", () => {
    const { stdout, stderr, status } = check("--format", "tsc");
    expect(status).toBe(1);
    expect(stdout).toContain("4 of 6 files can be transpiled (66.7 %)");
    const rows = stdout.split("\n").map((line) => line.trim().split(/\s+/));
    expect(rows).toContainEqual(expect.arrayContaining(["3", "2", "1", "PA1001", "'numpy'"]));
    expect(rows).toContainEqual(expect.arrayContaining(["1", "1", "0", "PA1001", "'redis'"]));
    expect(stdout).toMatch(/1 {2}aiohttp +has its counterpart here/);
    expect(stdout).toMatch(/1 {2}redis +in TypeScript: redis/);
    expect(stdout).toMatch(/2 {2}numpy +no counterpart known/);
    expect(stderr).toContain("uses_numpy.py:1:8 - error PA1001");
    expect(Object.keys(read_tree(folder)).filter((name) => name.endsWith(".ts"))).toEqual([]);
  });

  test("--json: all of it as one object", () => {
    const { stdout, stderr } = check("--json");
    expect(stderr).toBe("");
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({ files: 6, convertible: { files: 4 }, share: { files: 66.7 } });
    expect(report.per_file).toHaveLength(6);
    const good = report.per_file.find(({ file }: { file: string }) => file === "app/good.py");
    expect(good).toMatchObject({ convertible: true, native: 100, typed: 100, lines: 5 });
    expect(report.blockers[0]).toMatchObject({ code: "PA1001", holds_up: 3, files: 2, alone: 1 });
    expect(report.diagnostics).toHaveLength(3);
  });

  test("--format sarif and github", () => {
    const { runs } = JSON.parse(check("--format", "sarif").stdout);
    expect(runs[0].tool.driver.name).toBe("pyasync2ts");
    expect(runs[0].results).toHaveLength(3);
    expect(runs[0].results[0]).toMatchObject({
      ruleId: "PA1001",
      level: "error",
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "app/uses_both.py" },
            region: { startLine: 1, startColumn: 8 },
          },
        },
      ],
    });
    expect(check("--format", "github").stderr).toContain(
      "::error file=app/uses_numpy.py,line=1,col=8,title=PA1001::no counterpart for module 'numpy'%0A",
    );
    expect(check("--format", "xml").status).toBe(2);
  });

  test("--all and --html", () => {
    const page = path.join(folder, "report.html");
    const { stdout } = check("--all", "--html", page, "--format", "tsc");
    expect(stdout).toMatch(/100\.0 % +100\.0 % +0 {2}app\/good\.py/);
    const html = readFileSync(page, "utf8");
    expect(html).toContain("<b>66.7 %</b>4 of 6 files can be transpiled");
    expect(html).toContain("no counterpart for module &#39;numpy&#39;".replaceAll("&#39;", "'"));
    expect(html).not.toMatch(/(src|href)=/);
    expect(check("--html", path.join(folder, "no/where.html")).stderr).toContain("can't write");
  });
});
