// `pyasync2ts SRC… --out-dir DIR` through the real command: projects, the outputs' safety, and what a second run does.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { cli, pyasync2ts } from "../support/command-line.ts";
import { fixtures_root } from "../support/fixture.ts";
import { find_python } from "../support/python.ts";
import { add_files, made_tree, read_tree, run_emitted, type Tree } from "./tree.ts";

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

function given(files: Tree): string {
  const folder = made_tree(files);
  folders.push(folder);
  return folder;
}

function batch(folder: string, ...args: readonly string[]) {
  return pyasync2ts([path.join(folder, "src"), "--out-dir", path.join(folder, "out"), ...args]);
}

/** Two programs that share a package, and modules of the same name beside each of them. */
const shared: Tree = {
  "src/jobs/lib/__init__.py": "",
  "src/one/main.py": `import asyncio
import common
from lib import queues
from lib.queues import Box as Container
import plugins.loud
from plugins import quiet

async def main():
    print(common.NAME, await queues.take(3), Container(2), __name__)
    print(plugins.loud.say("a"), quiet.say("b"))

if __name__ == "__main__":
    asyncio.run(main())
`,
  "src/one/common.py": 'NAME = "one"\n',
  "src/two/main.py": `import asyncio
import common
import lib.queues

class Own(lib.queues.Box):
    pass

async def main():
    print(common.NAME, common.twice("x"), await lib.queues.take(4), Own(1))

asyncio.run(main())
`,
  "src/two/common.py": 'NAME = "two"\n\n\ndef twice(text):\n    return text + text\n',
  "src/lib/__init__.py": "",
  "src/lib/queues.py": `import asyncio
from . import limits
from .inner.deep import LIMIT

class Box:
    def __init__(self, size):
        self.size = size

    def __repr__(self):
        return f"Box({self.size}, {limits.MOST}, {LIMIT}, {__name__})"

async def take(count):
    await asyncio.sleep(0)
    return [Box(i) for i in range(count)][-1]
`,
  "src/lib/limits.py": "MOST = 10\n",
  "src/lib/inner/__init__.py": "from .deep import LIMIT\n",
  "src/lib/inner/deep.py": "from ..limits import MOST\nLIMIT = MOST * 2\n",
  "src/plugins/loud.py": "def say(text):\n    return text.upper()\n",
  "src/plugins/quiet.py":
    "from .loud import say as loudly\n\ndef say(text):\n    return loudly(text).lower()\n",
  "src/app/__main__.py": `from .start import go
from .tools import text
from app.tools import numbers

print(go(), __name__, text.shout("a"), numbers.double(2), text.__name__, numbers.__name__)
`,
  // folders without __init__.py: one in a package, two by themselves
  "src/app/tools/text.py": "def shout(text):\n    return text.upper()\n",
  "src/app/tools/numbers.py": "from ..start import go\n\ndef double(n):\n    return n * 2, go()\n",
  "src/spread/inner/first.py":
    "from ..second import X\nfrom .. import second\n\ndef total():\n    return X + second.X, __name__\n",
  "src/spread/second.py": "X = 1\n",
  "src/spread/third.py":
    "from .inner.first import total\nfrom .inner import first\n\ndef both():\n    return total(), first.total()\n",
  "src/three.py": "from spread.third import both\n\nprint(both())\n",
  "src/app/__init__.py": "",
  "src/app/start.py": "def go():\n    return __name__\n",
};

describe("a project", () => {
  const folder = given(shared);
  const result = batch(folder);

  test("is transpiled as a whole", () => {
    expect(result.stderr).toBe("21 files: 21 written\n");
    expect(result.status).toBe(0);
    const names = Object.keys(read_tree(path.join(folder, "out")));
    expect(names).toEqual(
      Object.keys(read_tree(path.join(folder, "src")))
        .map((name) => name.replace("__init__.py", "index.ts").replace(/\.py$/, ".ts"))
        .sort(),
    );
  });

  const python = find_python("3.13");
  test.skipIf(python === null).each([
    ["one/main.ts", ["one/main.py"]],
    ["two/main.ts", ["two/main.py"]],
    ["app/__main__.ts", ["-m", "app"]],
    ["three.ts", ["three.py"]],
  ])("%s prints what CPython prints (skipped where there is no 3.13)", async (name, args) => {
    const src = path.join(folder, "src");
    const expected = spawnSync(python ?? "", args, {
      cwd: src,
      encoding: "utf8",
      env: { ...process.env, PYTHONPATH: src, PYTHONDONTWRITEBYTECODE: "1" },
    });
    expect(expected.stderr).toBe("");
    expect(await run_emitted(path.join(folder, "out", name))).toBe(expected.stdout);
  });
});

test("what is transpiled alone and in a batch is the same", () => {
  const folder = given({});
  const out = path.join(folder, "out");
  const sources = ["projects", "asyncio"].map((area) => path.join(fixtures_root, area));
  expect(pyasync2ts([...sources, "--out-dir", out]).status).toBe(0);
  for (const [name, text] of Object.entries(read_tree(out)))
    expect(text, name).toBe(readFileSync(path.join(fixtures_root, name), "utf8"));
});

test("the order of the inputs and the number of workers change nothing", () => {
  const [one, other] = [given(shared), given({})];
  const src = path.join(one, "src");
  const names = ["two", "lib", "one", "plugins", "app", "three.py", "spread", "jobs"];
  const parts = names.map((name) => path.join(src, name));
  pyasync2ts([src, "--out-dir", path.join(one, "out"), "--workers", "1"]);
  pyasync2ts([...parts, "--out-dir", path.join(other, "out"), "--workers", "3"]);
  expect(read_tree(path.join(other, "out"))).toEqual(read_tree(path.join(one, "out")));
});

describe("inputs", () => {
  test("a file brings what it imports; patterns and --exclude choose", () => {
    const folder = given(shared);
    const src = path.join(folder, "src");
    const out = path.join(folder, "out");
    pyasync2ts([path.join(src, "app/__main__.py"), "--out-dir", out]);
    expect(Object.keys(read_tree(out))).toEqual([
      "__main__.ts",
      "index.ts",
      "start.ts",
      "tools/numbers.ts",
      "tools/text.ts",
    ]);
    const chosen = path.join(folder, "chosen");
    pyasync2ts([`${src}/**/common.py`, "--exclude", "one/**", "--out-dir", chosen]);
    expect(Object.keys(read_tree(chosen))).toEqual(["two/common.ts"]);
  });

  test("what is not there, and what can't be read, is told", () => {
    const folder = given({ "src/a.py": "x = 1\n", "empty/readme.txt": "" });
    const out = path.join(folder, "out");
    const missing = pyasync2ts([path.join(folder, "nowhere"), "--out-dir", out]);
    expect(missing.status).toBe(1);
    expect(missing.stderr).toContain("there is no such file or folder");
    const empty = pyasync2ts([path.join(folder, "empty"), "--out-dir", out]);
    expect(empty.stderr).toContain("no Python files");
    const both = pyasync2ts([path.join(folder, "src"), "--out-dir", out, "-o", "x.ts"]);
    expect(both.status).toBe(2);
    expect(pyasync2ts([folder, "--out-dir", out, "--workers", "0"]).status).toBe(2);
  });

  test("two sources of one output are an error", () => {
    const folder = given({ "src/a/__init__.py": "x = 1\n", "src/a/index.py": "x = 2\n" });
    const result = batch(folder);
    expect(result.status).toBe(1);
    expect(result.stderr).toMatch(
      /src\/a\/index\.py' is not written: '.*src\/a\/__init__\.py' has the same output; rename one/,
    );
    expect(result.stderr).not.toContain("by hand");
    expect(readFileSync(path.join(folder, "out/a/index.ts"), "utf8")).toContain("x = 1");
  });
});

describe("outputs", () => {
  const files = { "src/a.py": "print('a')\n", "src/b.py": "print('b')\n" };

  test("a second run touches nothing; a change touches what depends on it", () => {
    const folder = given({ ...files, "src/c.py": "import a\n" });
    batch(folder);
    const times = () => ["a", "b", "c"].map((name) => modified(folder, name));
    const before = times();
    const manifest = readFileSync(path.join(folder, "out/.pyasync2ts.json"), "utf8");
    expect(batch(folder).stderr).toBe("3 files: 0 written, 3 unchanged\n");
    expect(times()).toEqual(before);
    expect(readFileSync(path.join(folder, "out/.pyasync2ts.json"), "utf8")).toBe(manifest);
    add_files(folder, { "src/a.py": "print('other')\n" });
    expect(batch(folder).stderr).toBe("3 files: 1 written, 2 unchanged\n");
  });

  test("a person's edits stay: the new text goes beside them, until --force", () => {
    const folder = given(files);
    batch(folder);
    const edited = path.join(folder, "out/a.ts");
    writeFileSync(edited, "// mine\n");
    const kept = batch(folder);
    expect(kept.status).toBe(0);
    expect(kept.stderr).toContain("1 edited by hand and kept");
    expect(readFileSync(edited, "utf8")).toBe("// mine\n");
    expect(readFileSync(`${edited}.new`, "utf8")).toContain('print("a")');
    expect(batch(folder).stderr).toContain("1 edited by hand and kept");
    expect(batch(folder, "--force").stderr).toContain("1 written");
    expect(readFileSync(edited, "utf8")).toContain('print("a")');
    expect(existsSync(`${edited}.new`)).toBe(false);
  });

  test("a file that was there before is not ours", () => {
    const folder = given({ ...files, "out/a.ts": "// theirs\n" });
    expect(batch(folder).stderr).toContain("1 written, 1 edited by hand and kept");
    expect(readFileSync(path.join(folder, "out/a.ts"), "utf8")).toBe("// theirs\n");
  });

  test("what has lost its source is told, and left", () => {
    const folder = given(files);
    batch(folder);
    rmSync(path.join(folder, "src/b.py"));
    const result = batch(folder);
    expect(result.stderr).toContain("b.ts' is left over");
    expect(existsSync(path.join(folder, "out/b.ts"))).toBe(true);
  });

  test("a file with errors is not written, the others are", () => {
    const folder = given({ ...files, "src/bad.py": "x = = 1\n", "src/uses.py": "import bad\n" });
    const result = batch(folder, "--no-pretty");
    expect(result.status).toBe(1);
    expect(result.stderr).toContain("bad.py:1:5 - error PA0001");
    expect(result.stderr).toContain("4 files: 3 written, 1 with errors (1)");
    expect(existsSync(path.join(folder, "out/bad.ts"))).toBe(false);
    expect(batch(folder, "--no-pretty").stderr).toContain("bad.py:1:5 - error PA0001");
  });

  test("links lead nowhere", () => {
    const folder = given({ ...files, "src/sub/c.py": "x = 1\n", "elsewhere/keep": "" });
    mkdirSync(path.join(folder, "out"));
    symlinkSync(path.join(folder, "elsewhere"), path.join(folder, "out/sub"));
    symlinkSync(path.join(folder, "elsewhere/file.ts"), path.join(folder, "out/a.ts"));
    const result = batch(folder);
    expect(result.status).toBe(1);
    expect(result.stderr.match(/is a symbolic link/g)).toHaveLength(2);
    expect(Object.keys(read_tree(path.join(folder, "elsewhere")))).toEqual(["keep"]);
    expect(existsSync(path.join(folder, "out/b.ts"))).toBe(true);
  });

  test.skipIf(process.getuid?.() === 0)("a folder that may not be written to (not as root)", () => {
    const folder = given(files);
    mkdirSync(path.join(folder, "out"));
    chmodSync(path.join(folder, "out"), 0o500);
    const result = batch(folder);
    expect(result.status).toBe(1);
    expect(result.stderr).toContain("permission denied");
  });

  test.skipIf(!existsSync("/dev/full"))("a place that is no folder", () => {
    const folder = given(files);
    const result = pyasync2ts([path.join(folder, "src"), "--out-dir", "/dev/full/out"]);
    expect(result.status).toBe(1);
    expect(result.stderr).toContain("is not a folder");
  });

  test("two runs at once: the second one says so; a dead one's lock does not count", () => {
    const folder = given(files);
    mkdirSync(path.join(folder, "out"));
    const lock = path.join(folder, "out/.pyasync2ts.lock");
    const host = spawnSync("hostname", { encoding: "utf8" }).stdout.trim();
    writeFileSync(lock, `${host} ${process.pid}\n`);
    const refused = batch(folder);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain("another pyasync2ts");
    writeFileSync(lock, `${host} 4194999\n`);
    expect(batch(folder).status).toBe(0);
    expect(existsSync(lock)).toBe(false);
  });
});

test("--keep-going: what can't be translated raises where it is reached, and is counted", async () => {
  const folder = given({
    "src/a.py": `import asyncio
import numpy as np
from asyncio import nonsense

async def f():
    return 1

def gen():
    yield asyncio.run(f())

def told(what):
    try:
        what()
    except NotImplementedError as e:
        print(e)

print("start")
told(lambda: list(gen()))
told(lambda: np.zeros(3))
told(lambda: nonsense())
`,
    "src/bad.py": "x = = 1\n",
  });
  const result = batch(folder, "--keep-going", "--format", "tsc");
  expect(result.status).toBe(1);
  expect(result.stderr).toContain("a.py:2:8 - warning PA1001");
  expect(result.stderr).toContain("bad.py:1:5 - error PA0001");
  expect(result.stderr).toContain("2 files: 1 written, 3 stubs that raise where they are reached");
  expect(await run_emitted(path.join(folder, "out/a.ts"))).toBe(
    [
      "start",
      "a.py:9: this call blocks where nothing can be awaited",
      "a.py:2: no counterpart for 'numpy'",
      "a.py:3: no counterpart for 'nonsense' of 'asyncio'",
      "",
    ].join("\n"),
  );
  expect(batch(folder).stderr).toContain("2 with errors (4)");
});

const MOMENTS = Number(process.env["KILLED_MOMENTS"] ?? 4);

test(
  "kill -9 at any moment: no half file, and the next run completes the work",
  async () => {
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [`src/m${at}.py`, program(at)]),
    );
    const whole = given(files);
    const begin = performance.now();
    batch(whole);
    const takes = performance.now() - begin;
    const expected = read_tree(path.join(whole, "out"));
    const folder = given(files);
    const out = path.join(folder, "out");
    for (let moment = 0; moment < MOMENTS; moment++) {
      if (moment % 5 === 0) rmSync(out, { recursive: true, force: true });
      const child = spawn(process.execPath, [cli, path.join(folder, "src"), "--out-dir", out]);
      setTimeout(() => child.kill("SIGKILL"), takes * ((moment * 0.618) % 1));
      await once(child, "exit");
      const left = existsSync(out) ? read_tree(out) : {};
      for (const [name, text] of Object.entries(left)) expect(text, name).toBe(expected[name]);
    }
    expect(batch(folder).status).toBe(0);
    expect(read_tree(out)).toEqual(expected);
    expect(existsSync(path.join(out, ".pyasync2ts-work"))).toBe(false);
  },
  300_000 + MOMENTS * 20_000,
);

test.skipIf(process.platform === "win32")(
  "Ctrl-C stops a batch and tells what is done",
  async () => {
    const files = Array.from({ length: 60 }, (_, at) => [`src/m${at}.py`, program(at)] as const);
    const folder = given(Object.fromEntries(files));
    const out = path.join(folder, "out");
    const child = spawn(process.execPath, [
      cli,
      path.join(folder, "src"),
      "--out-dir",
      out,
      "--workers",
      "1",
    ]);
    let told = "";
    child.stderr.on("data", (text: Buffer) => (told += text.toString()));
    const begin = Date.now();
    while (!existsSync(path.join(out, "m1.ts")) && Date.now() - begin < 20_000)
      await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill("SIGINT");
    const [status] = (await once(child, "exit")) as [number];
    expect([0, 130]).toContain(status);
    if (status === 130) expect(told).toMatch(/stopped, \d+ of 60 files are done/);
    expect(batch(folder).stderr).toMatch(/^60 files: /);
    expect(Object.keys(read_tree(out))).toHaveLength(60);
  },
);

function program(at: number): string {
  const functions = Array.from(
    { length: 12 },
    (_, each) =>
      `async def job_${each}(n: int) -> int:\n    await asyncio.sleep(0)\n    return n * ${each + at}\n`,
  );
  return `import asyncio\n\n\n${functions.join("\n\n")}\n\nprint(asyncio.run(job_1(2)))\n`;
}

function modified(folder: string, name: string): number {
  return statSync(path.join(folder, `out/${name}.ts`)).mtimeMs;
}
