// `run -m package.module` as CPython runs it: what it prints, what it is called, what it says when there is none.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pyasync2ts } from "./support/command-line.ts";
import { find_python } from "./support/python.ts";

let folder = "";

const files: Readonly<Record<string, string>> = {
  "shop/__init__.py": 'print("package", __name__, __package__)\n',
  "shop/__main__.py": `import sys
from . import stock

print(__name__, __package__, __file__ == sys.argv[0], sys.argv[1:], stock.__name__)
`,
  "shop/stock.py": `import asyncio
import sys

from .parts.screws import count
from . import parts


class Shelf:
    pass


async def main():
    await asyncio.sleep(0)
    print(__name__, __package__, sys.argv, parts.__name__, count(2), Shelf.__module__)


if __name__ == "__main__":
    asyncio.run(main())
    print(count(-1))
`,
  "shop/parts/__init__.py": 'print("package", __name__, __package__)\n',
  "shop/parts/screws.py": `def count(n):
    return [10, 20, 30][n] if n >= 0 else undefined_name
`,
  "twice.py": "import twice\n\nprint(__name__, twice.__name__)\n",
  "plain.py": "import sys\n\nprint(__name__, repr(__package__), sys.argv[1:])\nsys.exit(3)\n",
  "script.py": "print(__name__, __package__)\n",
  "loose/tool.py": "print(__name__, __package__)\n",
};

beforeAll(() => {
  folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), "pyasync2ts-module-")));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const python = find_python("3.13");

function by_python(args: readonly string[]) {
  const env = { ...process.env, PYTHONDONTWRITEBYTECODE: "1" };
  const result = spawnSync(python ?? "", [...args], { encoding: "utf8", cwd: folder, env });
  return { status: result.status, stdout: result.stdout, stderr: without_library(result.stderr) };
}

/** Frames of CPython's own library, and what the command is called. */
function without_library(text: string): string {
  return text
    .replaceAll(/^ {2}File "(?:[^"]*\/asyncio\/|<frozen runpy>).*\n(?: {4}.*\n)*/gm, "")
    .replace(/^\/\S*python[\d.]*: /, "pyasync2ts: ");
}

describe.skipIf(python === null)("beside CPython", () => {
  test.each([
    [["-m", "shop", "a", "-m", "--json"]],
    [["-m", "shop.stock"]],
    [["-m", "shop.stock", "-x", "y z"]],
    [["-m", "shop.parts.screws"]],
    [["-m", "plain", "--help"]],
    [["-m", "loose.tool"]],
    [["-m", "twice"]],
    [["script.py"]],
    [["shop/stock.py"]],
  ])("%j", (args) => {
    if (args[0] === "shop/stock.py") {
      // a script has no package around it
      expect(by_python(args).stderr).toContain("ImportError");
      expect(pyasync2ts(["run", ...args], { cwd: folder }).status).toBe(1);
    } else expect(pyasync2ts(["run", ...args], { cwd: folder })).toEqual(by_python(args));
  });

  test.each([
    "shop.parts",
    "nowhere",
    "nowhere.at.all",
    "shop.nothing",
    "shop.stock.more",
    "script.py",
    "shop/stock.py",
    "shop.stock.py",
    "loose",
  ])("no module %j", (name) => {
    const ours = pyasync2ts(["run", "-m", name], { cwd: folder });
    // the packages on the way are not run here
    expect({ ...ours, stdout: "" }).toEqual({ ...by_python(["-m", name]), stdout: "" });
    expect(ours.stdout).toBe("");
  });
});

test("modules of the library, and no name at all, are refused", () => {
  expect(pyasync2ts(["run", "-m", "json.tool"], { cwd: folder })).toEqual({
    status: 1,
    stdout: "",
    stderr: "pyasync2ts: 'json.tool' is a module of Python's library, which is not run here\n",
  });
  expect(pyasync2ts(["run", "-m"], { cwd: folder })).toMatchObject({ status: 2, stdout: "" });
  expect(pyasync2ts(["run", "--help"]).stdout).toContain("run -m shop.server");
});

test("-m goes with the other options", () => {
  writeFileSync(
    path.join(folder, "shop/day.py"),
    "import asyncio\n\nasyncio.run(asyncio.sleep(86400))\nprint('a day')\n",
  );
  const { status, stdout } = pyasync2ts(["run", "--virtual-time", "-m", "shop.day"], {
    cwd: folder,
  });
  expect({ status, stdout }).toEqual({ status: 0, stdout: "package shop shop\na day\n" });
});
