// The library as its users have it: many files in memory, and the whole of it in a browser.
import path from "node:path";
import { createContext, Script } from "node:vm";
import { build } from "esbuild";
import { describe, expect, test } from "vitest";
import { check, format, Project, transpile } from "../src/index.ts";
import { repository } from "./support/fixture.ts";

describe("transpile and check", () => {
  const source = "def twice(n):\n    return n + n\n\n\nprint(twice(2), [1, 2][0])\n";

  test("stats count where they are asked for, and say what check says", () => {
    expect(transpile(source).stats).toBeNull();
    const { stats, code } = transpile(source, { stats: true });
    expect(code).not.toBeNull();
    expect(stats?.native).toBeGreaterThan(0);
    const checked = check(source);
    expect(checked).toMatchObject({ is_transpilable: true, stats, diagnostics: [] });
  });

  test("what can't be transpiled has no text, no map and no stats", () => {
    for (const wrong of ["x = = 1\n", "import numpy\n", "import os\neval(os.name)\n"]) {
      const made = transpile(wrong, { file: "wrong.py", map: true, stats: true });
      expect(made).toMatchObject({ code: null, map: null, stats: null, rough: [] });
      expect(made.diagnostics[0]).toMatchObject({ severity: "error", file: "wrong.py" });
      expect(made.source("wrong.py")).toBe(wrong);
      expect(check(wrong)).toMatchObject({ is_transpilable: false, stats: null });
    }
  });
});

describe("Project", () => {
  const files = {
    "app.py": "import shop.stock as stock\nfrom shop import run\n\nprint(run(stock.count))\n",
    "shop/__init__.py": "import asyncio\n\n\ndef run(f):\n    return asyncio.run(f())\n",
    "shop/stock.py": "async def count():\n    return 3\n",
    "alone.py": new TextEncoder().encode("# coding: latin-1\nprint('x')\n"),
  };

  test("modules in the order of their paths, whatever the order of the files", async () => {
    const project = new Project(files, { map: true, stats: true });
    const made = project.transpile();
    expect(made.map(({ path: place }) => place)).toEqual([
      "alone.ts",
      "app.ts",
      "shop/index.ts",
      "shop/stock.ts",
    ]);
    expect(made.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
    const [, app] = made;
    if (app === undefined || app.code === null) throw new Error("no text");
    expect(await format(app.code, app.rough)).toContain("print(await run(stock.count));\n");
    expect(app.map?.sources).toEqual(["app.py"]);
    expect(app.stats?.native).toBeTypeOf("number");
    const reversed = new Project(Object.fromEntries(Object.entries(files).reverse()), {
      map: true,
      stats: true,
    });
    expect(reversed.transpile()).toEqual(made);
    expect(reversed.paths).toEqual(project.paths);
  });

  test("after a change only what has to do with it is made again", () => {
    const project = new Project(files);
    const [alone, app] = project.transpile();
    project.set("shop/stock.py", "def count():\n    return 3\n");
    const [alone_again, app_again, , stock] = project.transpile();
    expect(alone_again).toBe(alone);
    expect(app_again).not.toBe(app);
    expect(stock?.code).not.toContain("async");
    expect(project.delete("alone.py")).toBe(true);
    expect(project.delete("alone.py")).toBe(false);
    expect(project.transpile().map(({ file }) => file)).not.toContain("alone.py");
  });

  test("what is wrong is told in its place; the others are transpiled", () => {
    const project = new Project({ ...files, "shop/stock.py": "def count(:\n" });
    const wrong = project.transpile().filter(({ code }) => code === null);
    expect(wrong.map(({ file }) => file)).toEqual(["shop/stock.py"]);
    expect(project.check()).toMatchObject([{ file: "shop/stock.py", severity: "error" }]);
    expect(project.source("shop/stock.py")).toBe("def count(:\n");
    expect(project.source("alone.py")).toBe("# coding: latin-1\nprint('x')\n");
    expect(project.source("nowhere.py")).toBeNull();
    expect(new Project().transpile()).toEqual([]);
  });

  test("what nests too deeply for this thread is a diagnostic", () => {
    const project = new Project({ "deep.py": `x = ${"- ".repeat(700)}1\n` });
    expect(project.check()).toMatchObject([{ code: "PA0003", severity: "error" }]);
  });

  test.each(["/abs.py", "../up.py", "a//b.py", "a\\b.py", "notes.txt", ""])(
    "%j is no path of a project",
    (file) => {
      expect(() => new Project({ [file]: "" })).toThrow(RangeError);
    },
  );
});

describe("in a browser", () => {
  test("it is bundled without anything of Node, and runs without it", async () => {
    const { outputFiles, metafile } = await build({
      stdin: {
        contents: `import { format, Project, transpile } from "pyasync2ts";
          globalThis.answer = (async () => {
            const { code, rough } = transpile("print(4 / 2)\\n");
            const bytes = new Uint8Array([112, 97, 115, 115, 10]);
            const project = new Project({ "a.py": "import b\\nprint(b.x)\\n", "b.py": "x = 1\\n", "c.py": bytes });
            const made = project.transpile().map((each) => each.path);
            return JSON.stringify([await format(code, rough), made, project.check()]);
          })();`,
        resolveDir: repository,
      },
      bundle: true,
      write: false,
      metafile: true,
      platform: "browser",
      format: "iife",
      logLevel: "silent",
    });
    const of_node = Object.values(metafile.inputs).flatMap(({ imports }) =>
      imports.filter((each) => each.external === true || each.path.startsWith("node:")),
    );
    expect(of_node).toEqual([]);
    const page = createContext({ TextEncoder, TextDecoder, btoa, URL, setTimeout });
    new Script(outputFiles[0]?.text ?? "", {
      filename: path.join(repository, "page.js"),
    }).runInContext(page);
    expect(JSON.parse(await page["answer"])).toEqual([
      'import { print, truediv } from "pyasync2ts/builtins";\n\nprint(truediv(4, 2));\n',
      ["a.ts", "b.ts", "c.ts"],
      [],
    ]);
  });
});
