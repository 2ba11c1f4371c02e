// `node --import pyasync2ts/register`: Python files that JavaScript and TypeScript import, through real Node processes.
import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { repository } from "./support/fixture.ts";

let folder = "";

const files: Readonly<Record<string, string>> = {
  "package.json": '{ "type": "module" }\n',
  "stock.py": `"""What is there."""
import asyncio

_private = 3
count = 0
default = "d"


class Shelf:
    def __init__(self, n):
        self.n = n

    def double(self):
        return self.n * 2


def bump():
    global count
    count += 1
    print("bumped to", count)
    return count


async def later(x, *, delay=0.001):
    await asyncio.sleep(delay)
    return x + 1


def item(n):
    return [10, 20][n]


if __name__ == "__main__":
    print("never")
print("loaded", __name__)
`,
  "prices/__init__.py": 'print("package", __name__)\n',
  "prices/list.py": `from stock import item
from . import rates
from .rates import RATE


def price(n):
    return item(n) * RATE


print("loaded", __name__, rates.__name__)
`,
  "prices/rates.py": "RATE = 1.5\n",
};

beforeAll(() => {
  folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), "pyasync2ts-register-")));
  mkdirSync(path.join(folder, "node_modules"));
  symlinkSync(repository, path.join(folder, "node_modules", "pyasync2ts"), "dir");
  for (const [name, text] of Object.entries(files)) given(name, text);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function given(name: string, text: string): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

function node(file: string, options: readonly string[] = [], args: readonly string[] = []) {
  const hook = ["--import", "pyasync2ts/register"];
  const result = spawnSync(process.execPath, [...options, ...hook, file, ...args], {
    encoding: "utf8",
    cwd: folder,
  });
  return { status: result.status, stdout: result.stdout, stderr: result.stderr };
}

test("names are the module's globals; JavaScript and Python print in order", () => {
  given(
    "app.mjs",
    `import * as asyncio from "pyasync2ts/asyncio";
import * as stock from "./stock.py";
import { price } from "./prices/list.py";
import { RATE } from "./prices/rates.py";
import "./prices/__init__.py";
console.log(Object.keys(stock).join(), stock.default_);
console.log(stock.count, stock.bump(), stock.count, new stock.Shelf(4).double());
console.log(await asyncio.run(() => stock.later(1)), price(1), RATE);
const again = await import("./stock.py?again");
console.log(again.bump === stock.bump, typeof stock.main);
`,
  );
  expect(node("app.mjs")).toEqual({
    status: 0,
    stdout: `loaded stock
package prices
loaded prices.list prices.rates
Shelf,bump,count,default_,item,later d
bumped to 1
0 1 1 8
2 Float(30) 1.5
true undefined
`.replace("Float(30)", "30.0"),
    stderr: "",
  });
});

test("errors: Python's traceback where nobody catches them, Python's lines in their stacks", () => {
  const app = given(
    "fails.mjs",
    `import { item } from "./stock.py";
import { price } from "./prices/list.py";
try {
  item(7);
} catch (error) {
  console.log(error.name, error.message);
  console.log(error.stack.split("\\n").filter((line) => /stock\\.py|fails/.test(line)).join("\\n"));
}
price(8);
`,
  );
  const { status, stdout, stderr } = node("fails.mjs");
  const python = (name: string): string => path.join(folder, name);
  expect(stdout.replace("Module.item", "item")).toContain(`IndexError list index out of range
    at item (${python("stock.py")}:30:12)
    at file://${app}:4:3
`);
  expect(stderr).toBe(`Traceback (most recent call last):
  File "${app}", line 9, in <module>
    price(8);
  File "${python("prices/list.py")}", line 7, in price
    return item(n) * RATE
           ~~~~^^^
  File "${python("stock.py")}", line 30, in item
    return [10, 20][n]
           ~~~~~~~~^^^
IndexError: list index out of range
`);
  expect(status).toBe(1);
});

test("TypeScript imports Python", () => {
  given(
    "app.ts",
    'import { item } from "./stock.py";\n\nconst n: number = item(1);\nconsole.log(n satisfies number);\n',
  );
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const strips_types = major > 22 || (major === 22 && minor >= 18);
  const tsx = path.join(repository, "node_modules/tsx/dist/loader.mjs");
  const result = node("app.ts", strips_types ? [] : ["--import", tsx]);
  expect({ ...result, stderr: "" }).toEqual({
    status: 0,
    stdout: "loaded stock\n20\n",
    stderr: "",
  });
});

test("a Python file as the program", () => {
  given(
    "main.py",
    `import asyncio
import sys
from stock import later

async def main():
    print(__name__, await later(1), sys.argv[1:])

if __name__ == "__main__":
    asyncio.run(main())
    sys.exit(3)
`,
  );
  expect(node("main.py", [], ["a", "--b"])).toEqual({
    status: 3,
    stdout: "loaded stock\n__main__ 2 ['a', '--b']\n",
    stderr: "",
  });
});

describe("what can't be imported", () => {
  test.each([
    ["a syntax error", "x = = 1\n", "bad.py:1:5 - error PA0001: SyntaxError: invalid syntax"],
    ["no counterpart", "import numpy\n", "bad.py:1:8 - error PA1001: no counterpart for module"],
  ])("%s", (_, text, message) => {
    given("bad.py", text);
    given("tries.mjs", 'await import("./bad.py").catch((error) => console.log(error.message));\n');
    const caught = node("tries.mjs");
    expect(caught).toMatchObject({ status: 0, stderr: "" });
    expect(caught.stdout).toContain(message);
    given("bad.mjs", 'import "./bad.py";\n');
    for (const file of ["bad.mjs", "bad.py"]) {
      const { status, stdout, stderr } = node(file);
      expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
      expect(stderr).toContain(message);
    }
  });

  test("a file that is not there; a file without the hook", () => {
    given("nowhere.mjs", 'import "./nowhere.py";\n');
    expect(node("nowhere.mjs")).toMatchObject({ status: 1, stdout: "" });
    const plain = spawnSync(process.execPath, ["nowhere.mjs"], { cwd: folder });
    expect(plain.status).toBe(1);
  });

  test("a module that its later callers would change is told, not loaded twice", () => {
    given("scale.py", "def scale(n):\n    return n * 2\n");
    given("user.py", "from scale import scale\n\nprint(scale(2))\n");
    given("wrong.mjs", 'import "./scale.py";\nimport "./user.py";\n');
    given(
      "right.mjs",
      'import "./user.py";\nimport { scale } from "./scale.py";\nconsole.log(scale(3));\n',
    );
    const wrong = node("wrong.mjs");
    expect(wrong).toMatchObject({ status: 1, stdout: "" });
    expect(wrong.stderr).toContain(
      "was imported from JavaScript before it: import 'user.py' first",
    );
    expect(node("right.mjs")).toEqual({ status: 0, stdout: "4\n6\n", stderr: "" });
  });
});

describe("the configuration counts", () => {
  test("mapped modules, and the Python it was written for", () => {
    given("own/box.mjs", "export const make = (size, { deep }) => [size, deep];\n");
    given(
      "mapped.py",
      `import asyncio
from shims.box import make

async def one():
    return make(1, deep=True)

async def both():
    done, _ = await asyncio.wait([one()])
    return [task.result() for task in done]
`,
    );
    given(
      "mapped.mjs",
      'import { both } from "./mapped.py";\nimport { run } from "pyasync2ts/asyncio";\nconsole.log(JSON.stringify(await run(both)));\n',
    );
    const config = (text: string) => given("pyasync2ts.config.json", text);
    config('{ "modules": { "shims.box": "./own/box.mjs" }, "python": "3.8", "naming": "camel" }');
    expect(node("mapped.mjs")).toEqual({ status: 0, stdout: "[[1,true]]\n", stderr: "" });
    config('{ "module": {} }');
    const { status, stderr } = node("mapped.mjs");
    expect({ status, lines: stderr.trim().split("\n").length }).toEqual({ status: 1, lines: 1 });
    expect(stderr).toContain("unknown key 'module': did you mean 'modules'?");
    rmSync(path.join(folder, "pyasync2ts.config.json"));
    expect(node("mapped.mjs").stderr).toContain("no counterpart for module 'shims.box'");
  });
});

test("nothing is left behind", () => {
  const before = new Set(readdirSync(os.tmpdir()));
  node("main.py");
  const left = readdirSync(os.tmpdir()).filter(
    (name) => name.startsWith("pyasync2ts-run-") && !before.has(name),
  );
  expect(left.filter((name) => name.includes(`-${process.pid}-`))).toEqual([]);
});
