// What the configuration says about programs: python, modules, runtime, target, naming; through the real command.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { transformSync } from "esbuild";
import { afterAll, describe, expect, test } from "vitest";
import { pyasync2ts } from "../support/command-line.ts";
import { repository } from "../support/fixture.ts";
import { add_files, made_tree, read_tree, type Tree } from "./tree.ts";

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

function given(files: Tree): string {
  const folder = made_tree(files);
  folders.push(folder);
  return folder;
}

describe("modules", () => {
  const files: Tree = {
    "src/main.py": `import store
import app.deep
from shims.box import Box, make as made

async def main():
    client = store.Client("x", port=3)
    await client.put("a", 1)
    print(client.port, await client.get("a"), Box(3).size, made(2).size, app.deep.LIMIT)

import asyncio
asyncio.run(main())
`,
    "src/app/__init__.py": "",
    "src/app/deep.py": "from shims.box import LIMIT\n",
    "own/box.mjs": `export class Box { constructor(size) { this.size = size; } }
export const make = (size) => new Box(size * 2);
export const LIMIT = 10;
`,
    "node_modules/key-store/package.json":
      '{ "name": "key-store", "type": "module", "exports": { "import": "./index.js" } }',
    "node_modules/key-store/index.js": `export class Client {
  constructor(host, { port }) { this.port = port; this.kept = new Map(); }
  async put(key, value) { this.kept.set(key, value); }
  async get(key) { return this.kept.get(key); }
}
`,
    "pyasync2ts.config.json": JSON.stringify({
      inputs: ["src"],
      output: "out/ts",
      modules: { store: "key-store", "shims.box": "./own/box.mjs" },
    }),
  };
  const cwd = given(files);

  test("are imported in the place of Python's, from wherever the output lies", () => {
    expect(pyasync2ts([], { cwd })).toMatchObject({ status: 0, stderr: "3 files: 3 written\n" });
    const main = readFileSync(path.join(cwd, "out/ts/main.ts"), "utf8");
    expect(main).toContain('import * as store from "key-store";');
    expect(main).toContain('import { Box, make as made } from "../../own/box.mjs";');
    expect(readFileSync(path.join(cwd, "out/ts/app/deep.ts"), "utf8")).toContain(
      'from "../../../own/box.mjs"',
    );
    const alone = pyasync2ts(["src/app/deep.py", "-o", "own/deep.ts"], { cwd });
    expect(alone).toMatchObject({ status: 0, stderr: "" });
    expect(readFileSync(path.join(cwd, "own/deep.ts"), "utf8")).toBe('import "./box.mjs";\n');
    expect(pyasync2ts(["check"], { cwd }).stdout).toContain("3 of 3 files can be transpiled");
    expect(pyasync2ts(["check", "--stats", "src/main.py"], { cwd })).toMatchObject({ status: 0 });
  });

  test("run finds files and installed packages", () => {
    const result = pyasync2ts(["run", "src/main.py"], { cwd });
    expect(result).toEqual({ status: 0, stdout: "3 1 3 4 10\n", stderr: "" });
  });

  test("run imports TypeScript where Node does, and says so where it does not", () => {
    const own = given({
      "a.py": "import shop\nprint(shop.LIMIT)\n",
      "shop.ts": "export const LIMIT: number = 3;\n",
    });
    const result = pyasync2ts(["run", "--alias", "shop=./shop.ts", "a.py"], { cwd: own });
    if (Reflect.get(process.features, "typescript")) expect(result.stdout).toBe("3\n");
    else {
      expect(result).toMatchObject({ status: 1, stdout: "" });
      expect(result.stderr).toContain("shop.ts', and this Node");
      expect(result.stderr).toContain("runs no TypeScript: map it to JavaScript");
    }
  });

  test("--alias, and what is wrong with one", () => {
    const options = ["--no-config", "--alias", "shims.box=./own/box.mjs"];
    expect(pyasync2ts(["check", "src/app", ...options], { cwd }).status).toBe(0);
    const absolute = ["--no-config", "--alias", `shims.box=${path.join(cwd, "own/box.mjs")}`];
    const printed = pyasync2ts(["src/app/deep.py", "-o", "-", ...absolute], { cwd });
    expect(printed.stdout).toBe('import "./own/box.mjs";\n');
    const missing = pyasync2ts(["check", "src", "--alias", "store=./nowhere.ts"], { cwd });
    expect(missing.status).toBe(1);
    expect(missing.stderr).toBe(
      "pyasync2ts: module 'store' is mapped to './nowhere.ts': there is no such file\n",
    );
    for (const wrong of ["store", "store=", "a-b=c", "=x"])
      expect(pyasync2ts(["check", "src", "--alias", wrong], { cwd })).toMatchObject({
        status: 2,
        stderr: expect.stringContaining("write NAME=PLACE"),
      });
  });

  test("what can't be known of them is refused", () => {
    const own = given({
      "a.py": "from store import *\n",
      "b.py": "import store.deep\n",
      "c.py":
        "import store.deep as deep\nfrom store import deep as other\nprint(deep.x, other.x)\n",
    });
    const check = (file: string, ...modules: readonly string[]) =>
      pyasync2ts(["check", file, "--format", "tsc", ...modules], { cwd: own });
    expect(check("a.py", "--alias", "store=s").stderr).toContain("error PA1003");
    expect(check("b.py", "--alias", "store.deep=s").stderr).toContain(
      "error PA1001: no counterpart for module 'store'",
    );
    expect(check("c.py", "--alias", "store.deep=s")).toMatchObject({ status: 0, stderr: "" });
  });
});

describe("python", () => {
  const cwd = given({
    "old.py": `import asyncio

async def one():
    return 1

async def main():
    loop = asyncio.get_running_loop()
    try:
        lock = asyncio.Lock(loop=loop)
        done, _ = await asyncio.wait([one()])
        print("taken", lock.locked(), [task.result() for task in done])
    except TypeError as e:
        print(e)

asyncio.run(main())
`,
    "new.py": `import asyncio

async def one():
    return 1

async def main():
    coroutine = one()
    try:
        async with asyncio.TaskGroup():
            await asyncio.wait([coroutine])
        print("taken")
    except* TypeError as e:
        print(e.exceptions)
    coroutine.close()

asyncio.run(main())
`,
  });
  const run = (file: string, ...options: readonly string[]) =>
    pyasync2ts(["run", ...options, file], { cwd }).stdout;

  test("says whether what 3.10 took is taken", () => {
    expect(run("old.py")).toBe("taken False [1]\n");
    expect(run("old.py", "--python-version", "3.9")).toBe("taken False [1]\n");
    // as CPython 3.13 says it
    const told = "Lock.__init__() got an unexpected keyword argument 'loop'\n";
    expect(run("old.py", "--python-version", "3.12")).toBe(told);
    writeFileSync(path.join(cwd, "pyproject.toml"), '[tool.pyasync2ts]\npython = "3.11"\n');
    expect(run("old.py")).toBe(told);
    expect(run("old.py", "--python-version", "3.10")).toBe("taken False [1]\n");
    expect(run("old.py", "--no-config")).toBe("taken False [1]\n");
    expect(run("new.py", "--python-version", "3.13")).toBe(
      "(TypeError('Passing coroutines is forbidden, use tasks explicitly.'),)\n",
    );
  });

  test.each(["2.7", "3.7", "3.14", "3"])("%s is refused", (version) => {
    const { status, stderr } = pyasync2ts(["run", "--python-version", version, "old.py"], { cwd });
    expect(status).toBe(2);
    expect(stderr).toContain("Allowed choices are 3.8, 3.9, 3.10, 3.11, 3.12, 3.13");
  });
});

describe("runtime: copy", () => {
  const cwd = given({
    "src/main.py": `import asyncio
import random
from app.jobs import work

async def main():
    random.seed(1)
    print(random.randint(1, 100), await work(2))
    [].pop()

asyncio.run(main())
`,
    "src/app/__init__.py": "",
    "src/app/jobs.py":
      "import asyncio\n\nasync def work(n: int) -> float:\n    await asyncio.sleep(0)\n    return n / 2\n",
    "package.json": '{ "type": "module" }',
  });
  const copied = () => Object.keys(read_tree(path.join(cwd, "out/pyasync2ts-runtime")));
  const transpile = (...options: readonly string[]) =>
    pyasync2ts(["src", "--out-dir", "out", "--runtime", "copy", ...options], { cwd });

  test("the output runs and type-checks where the package is not installed", () => {
    expect(transpile()).toMatchObject({ status: 0, stderr: "3 files: 3 written\n" });
    expect(copied()).toEqual(
      expect.arrayContaining(["asyncio.js", "asyncio.d.ts", "builtins.js", "stdlib/random.d.ts"]),
    );
    expect(copied()).not.toContain("stdlib/decimal.js");
    const js = path.join(cwd, "js");
    for (const [name, text] of Object.entries(read_tree(path.join(cwd, "out"))))
      add_files(js, {
        [name.replace(/(?<!\.d)\.ts$/, ".js")]: /(?<!\.d)\.ts$/.test(name)
          ? transformSync(text, { loader: "ts" }).code.replaceAll(/(from "\..*)\.ts"/g, '$1.js"')
          : text,
      });
    const { stdout, stderr } = spawnSync(process.execPath, [path.join(js, "main.js")], {
      encoding: "utf8",
    });
    expect(stdout).toBe("18 1.0\n");
    // frames of the copied runtime are not shown
    expect(stderr).toMatch(/IndexError: pop from empty list\n$/);
    expect(stderr).not.toContain("pyasync2ts-runtime");
    const options = {
      ...compiler_options,
      typeRoots: [path.join(repository, "node_modules/@types")],
    };
    writeFileSync(
      path.join(cwd, "tsconfig.json"),
      JSON.stringify({ compilerOptions: options, include: ["out/*.ts", "out/app/*.ts"] }),
    );
    const tsc = path.join(repository, "node_modules/typescript/bin/tsc");
    expect(spawnSync(process.execPath, [tsc, "-p", cwd], { encoding: "utf8" }).stdout).toBe("");
  });

  test("a second run writes nothing; what nobody needs any more goes", () => {
    expect(transpile().stderr).toBe("3 files: 0 written, 3 unchanged\n");
    const before = copied();
    writeFileSync(path.join(cwd, "src/main.py"), "import decimal\nprint(decimal.Decimal(1))\n");
    expect(transpile().status).toBe(0);
    const after = copied();
    expect(after).toContain("stdlib/decimal.js");
    expect(before).toContain("stdlib/random.js");
    expect(after).not.toContain("stdlib/random.js");
    expect(existsSync(path.join(cwd, "out/pyasync2ts-runtime/asyncio.js"))).toBe(true);
  });

  test("needs a folder of outputs; packages that the runtime needs are told", () => {
    const alone = pyasync2ts(["src/main.py", "--runtime", "copy"], { cwd });
    expect(alone.status).toBe(2);
    expect(alone.stderr).toContain("with --out-dir");
    writeFileSync(path.join(cwd, "src/main.py"), "import aiohttp\nprint(aiohttp.ClientSession)\n");
    expect(transpile().stderr).toContain("the copied runtime imports the package 'undici'");
    expect(pyasync2ts(["src", "--runtime", "link"], { cwd }).status).toBe(2);
    expect(readdirSync(path.join(cwd, "src")).sort()).toEqual(["app", "main.py"]);
  });
});

const compiler_options = {
  target: "es2022",
  lib: ["es2022", "esnext.disposable"],
  module: "nodenext",
  types: ["node"],
  strict: true,
  allowImportingTsExtensions: true,
  noEmit: true,
};

test.each([
  ['{ "python": 3.12 }', `'python' is one of "3.8", "3.9"`],
  ['{ "python": "3.7" }', `'python' is one of "3.8", "3.9"`],
  ['{ "modules": ["redis"] }', "'modules' is a table of Python modules"],
  ['{ "modules": { "my-lib": "x" } }', "'modules' is a table of Python modules"],
  ['{ "modules": { "lib": "./no.ts" } }', "'lib' is mapped to './no.ts': there is no such file"],
  ['{ "runtime": "bundle" }', `'runtime' is one of "import", "copy"`],
  ['{ "target": "es2020" }', `what is written needs ES2022`],
  ['{ "target": "es1" }', `'target': it is one of "es2022"`],
  ['{ "naming": "snake" }', `'naming' is one of "keep", "camel"`],
  ['{ "module": {} }', "unknown key 'module': did you mean 'modules'?"],
])("a wrong configuration: %s", (text, told) => {
  const cwd = given({ "pyasync2ts.config.json": text, "a.py": "x = 1\n" });
  for (const command of [["check", "a.py"], ["run", "a.py"], ["a.py"]]) {
    const { stderr, status } = pyasync2ts(command, { cwd });
    expect(status).toBe(1);
    expect(stderr).toContain(told);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  }
});

test("syntax that the Python does not take is refused, by every command", () => {
  const cwd = given({
    "a.py": "match 1:\n    case 1: print('one')\n",
    "pyasync2ts.config.json": '{ "python": "3.9" }',
  });
  for (const command of [["check"], ["run"], []]) {
    const { status, stderr } = pyasync2ts([...command, "a.py", "--format", "tsc"], { cwd });
    expect(status).toBe(1);
    expect(stderr).toContain("a.py:1:1 - error PA0006: SyntaxError: Python 3.9 does not take");
  }
  const newer = pyasync2ts(["run", "--python-version", "3.10", "a.py"], { cwd });
  expect(newer).toEqual({ status: 0, stdout: "one\n", stderr: "" });
});

test("--target takes what is enough, and refuses what is not", () => {
  const cwd = given({
    "a.py": "print(1)\n",
    "pyasync2ts.config.json": '{ "target": "es2024", "naming": "keep" }',
  });
  expect(pyasync2ts(["a.py", "-o", "-", "--target", "es2022"], { cwd }).status).toBe(0);
  const { status, stderr } = pyasync2ts(["a.py", "-o", "-", "--target", "es5"], { cwd });
  expect(status).toBe(2);
  expect(stderr).toContain("what is written needs ES2022");
});
