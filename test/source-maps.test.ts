// Source maps of what the command writes: emitted lines lead back to the Python lines they were made from.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { decode } from "@jridgewell/sourcemap-codec";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { format_with_map, transpile, type SourceMap } from "../src/index.ts";
import { pyasync2ts } from "./support/command-line.ts";
import { repository } from "./support/fixture.ts";

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "pyasync2ts-maps-"));
  mkdirSync(path.join(folder, "node_modules"));
  symlinkSync(repository, path.join(folder, "node_modules", "pyasync2ts"), "dir");
  writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function given(name: string, text: string): string {
  const own = mkdtempSync(path.join(folder, "case-"));
  mkdirSync(path.dirname(path.join(own, name)), { recursive: true });
  writeFileSync(path.join(own, name), text);
  return path.join(own, name);
}

function read(file: string): string {
  return readFileSync(file, "utf8");
}

/** The map that the text itself says is its own. */
function map_of(output: string): SourceMap {
  const url = /\n\/\/# sourceMappingURL=(.*)\n$/.exec(read(output))?.[1] ?? "";
  const inline = /^data:application\/json;base64,(.*)$/.exec(url)?.[1];
  if (inline !== undefined) return JSON.parse(Buffer.from(inline, "base64").toString("utf8"));
  return JSON.parse(read(path.join(path.dirname(output), decodeURIComponent(url))));
}

interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where the words, and up to three of them in a row on a line, are that the text has once. */
function unique_phrases(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number[]>();
  let start = 0;
  for (const line of text.split("\n")) {
    const words = [...line.matchAll(/\w+/g)];
    words.forEach(({ index }, at) => {
      for (let length = 1; length <= 3 && at + length <= words.length; length++) {
        const phrase = words
          .slice(at, at + length)
          .map(([word]) => word)
          .join(" ");
        found.set(phrase, [...(found.get(phrase) ?? []), start + index]);
      }
    });
    start += line.length + 1;
  }
  const once = [...found].filter(([, places]) => places.length === 1);
  return new Map(once.map(([phrase, places]) => [phrase, places[0] ?? 0]));
}

function place_in(text: string, offset: number): Place {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length - 1, column: before.at(-1)?.length ?? 0 };
}

/** The line of the source for a place of the output: what begins there, or last before it. */
function mapped_line(map: SourceMap, { line, column }: Place): number | null {
  const lines = decode(map.mappings);
  for (let at = line; at >= 0; at--) {
    const segments = (lines[at] ?? []).filter(([start]) => at < line || start <= column);
    const last = segments.at(-1);
    if (last !== undefined && last.length > 1) return last[2] ?? null;
  }
  return null;
}

/** Comments, and what tells callers about parameters and attributes. */
const NO_CODE = /\/\*[^]*?\*\/|(?<=^|\s)\/\/.*$|^\s*(?:signature|class_attributes)\(.*$/gm;

const blank = (text: string): string => text.replaceAll(/[^\n]/g, " ");

const statement_fixtures = [
  "documents/001-foo",
  "documents/003-factorial",
  "documents/003-scheduled-callbacks",
  "asyncio/cancellation",
  "asyncio/async-iteration",
  "language/classes",
  "language/classes/counters",
  "language/classes/metaclasses",
] as const;

describe("line by line", () => {
  test.each(statement_fixtures)("%s", async (name) => {
    const file = path.join(repository, "fixtures", `${name}.py`);
    const output = path.join(mkdtempSync(path.join(folder, "case-")), "out.ts");
    expect(pyasync2ts([file, "-o", output, "--map"]).status).toBe(0);
    const map = map_of(output);
    const python = read(file);
    expect(map.sourcesContent).toEqual([python]);
    const without_comments = python.replaceAll(/#.*$|"""[^]*?"""/gm, blank);
    const typescript = read(output).replaceAll(NO_CODE, blank);
    const origins = unique_phrases(without_comments);
    const wrong: string[] = [];
    const reached = new Set<number>();
    for (const [phrase, offset] of unique_phrases(typescript)) {
      const origin = origins.get(phrase);
      // no code stands where these words are
      const is_sought = /\w{3}/.test(phrase) && !/^(?:finally|else)\b/.test(phrase);
      if (origin === undefined || !is_sought) continue;
      const { line } = place_in(python, origin);
      const found = mapped_line(map, place_in(typescript, offset));
      reached.add(line);
      if (found !== line)
        wrong.push(
          `'${phrase}' of line ${line + 1} leads to ${found === null ? "nowhere" : found + 1}`,
        );
    }
    expect(wrong).toEqual([]);
    const lines = without_comments.split("\n").filter((line) => line.trim() !== "").length;
    expect(reached.size / lines).toBeGreaterThan(0.35);
  });
});

const boom = `import asyncio


async def main(prices):
    await asyncio.sleep(0)
    print(
        prices[0],
        prices[1],
    )


asyncio.run(main([10]))
`;

const traceback = (file: string): string => `Traceback (most recent call last):
  File "${file}", line 12, in <module>
    asyncio.run(main([10]))
    ~~~~~~~~~~~^^^^^^^^^^^^
  File "${file}", line 8, in main
    prices[1],
    ~~~~~~^^^
IndexError: list index out of range
`;

/** Runs TypeScript as Node with a loader does. */
function run(file: string) {
  const tsx = path.join(repository, "node_modules/tsx/dist/loader.mjs");
  const args = ["--import", tsx, file];
  return spawnSync(process.execPath, args, { encoding: "utf8", cwd: path.dirname(file) });
}

describe("--map and --inline-map", () => {
  test("--map: the map stands beside the output; tracebacks of the output are CPython's", () => {
    const file = given("boom.py", boom);
    expect(pyasync2ts([file, "--map"])).toEqual({ status: 0, stdout: "", stderr: "" });
    const output = file.replace(".py", ".ts");
    expect(read(output)).toMatch(/\n\/\/# sourceMappingURL=boom\.ts\.map\n$/);
    expect(JSON.parse(read(`${output}.map`))).toMatchObject({
      version: 3,
      file: "boom.ts",
      sources: ["boom.py"],
      sourcesContent: [boom],
    });
    rmSync(file);
    const { status, stderr } = run(output);
    expect(stderr).toBe(traceback(file));
    expect(status).toBe(1);
  });

  test("--inline-map: the map stands in the output; lines are Python's", () => {
    const file = given("boom.py", boom);
    expect(pyasync2ts([file, "--inline-map"])).toEqual({ status: 0, stdout: "", stderr: "" });
    const output = file.replace(".py", ".ts");
    expect(map_of(output)).toMatchObject({ sources: ["boom.py"], sourcesContent: [boom] });
    expect(run(output).stderr).toContain(`File "${file}", line 8, in main\n    prices[1],\n`);
  });

  test("-o: the source is named as seen from there; `-o -` takes a map inside alone", () => {
    const file = given("boom.py", boom);
    const output = path.join(path.dirname(given("out dir/x", "")), "b #1.mts");
    expect(pyasync2ts([file, "-o", output, "--map"]).status).toBe(0);
    expect(read(output)).toContain("sourceMappingURL=b%20%231.mts.map\n");
    const [source = ""] = map_of(output).sources;
    expect(path.resolve(path.dirname(output), source)).toBe(file);
    const printed = pyasync2ts(["-", "--inline-map"], { input: boom });
    expect(printed.stdout).toMatch(/\n\/\/# sourceMappingURL=data:application\/json;base64,\S+\n$/);
    for (const args of [
      [file, "-o", "-", "--map"],
      ["-", "--map"],
    ]) {
      const refused = pyasync2ts(args, { input: boom });
      expect(refused).toMatchObject({ status: 2, stdout: "" });
      expect(refused.stderr).toContain("use --inline-map");
    }
  });

  test("both at once is wrong usage; a map edited by hand is kept", () => {
    const file = given("boom.py", boom);
    const refused = pyasync2ts([file, "--map", "--inline-map"]);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain("'--inline-map' cannot be used with option '--map'");
    const map = file.replace(".py", ".ts.map");
    writeFileSync(map, "mine");
    expect(pyasync2ts([file, "--map"])).toMatchObject({ status: 1 });
    expect(read(map)).toBe("mine");
    expect(pyasync2ts([file, "--map", "--force"]).status).toBe(0);
    expect(map_of(file.replace(".py", ".ts")).sources).toEqual(["boom.py"]);
  });

  test("a file that nests too deeply for the main thread has its map", () => {
    const file = given("deep.py", `x = ${"- ".repeat(700)}1\nprint(x)\n`);
    expect(pyasync2ts([file, "--map"]).status).toBe(0);
    const output = file.replace(".py", ".ts");
    const line = read(output)
      .split("\n")
      .findIndex((each) => each.startsWith("print("));
    expect(mapped_line(map_of(output), { line, column: 0 })).toBe(1);
  });
});

describe("--out-dir", () => {
  test("each output has its map; what changed is written again, and nothing else", () => {
    const package_file = given("src/shop/__init__.py", "from shop.stock import take\n");
    const src = path.dirname(path.dirname(package_file));
    writeFileSync(path.join(src, "shop/stock.py"), "def take(n):\n    return [1, 2][n]\n");
    const app = path.join(src, "app.py");
    writeFileSync(app, "from shop import take\n\nprint(take(1))\n\nprint(take(2))\n");
    const out = path.join(path.dirname(src), "out");
    const batch = (...more: string[]) => pyasync2ts([src, "--out-dir", out, ...more]);
    expect(batch("--map")).toEqual({ status: 0, stdout: "", stderr: "3 files: 3 written\n" });
    expect(map_of(path.join(out, "shop/index.ts")).sources).toEqual(["../../src/shop/__init__.py"]);
    expect(run(path.join(out, "app.ts")).stderr).toBe(`Traceback (most recent call last):
  File "${app}", line 5, in <module>
    print(take(2))
          ~~~~^^^
  File "${path.join(src, "shop/stock.py")}", line 2, in take
    return [1, 2][n]
           ~~~~~~^^^
IndexError: list index out of range
`);
    expect(batch("--map").stderr).toBe("3 files: 0 written, 3 unchanged\n");
    // the text stays the same, its lines have moved
    writeFileSync(app, "\n\nfrom shop import take\n\nprint(take(1))\n\nprint(take(2))\n");
    expect(batch("--map").stderr).toBe("3 files: 1 written, 2 unchanged\n");
    expect(run(path.join(out, "app.ts")).stderr).toContain(`"${app}", line 7, in <module>`);
    rmSync(path.join(out, "shop/stock.ts.map"));
    expect(batch("--map").stderr).toBe("3 files: 1 written, 2 unchanged\n");
    expect(map_of(path.join(out, "shop/stock.ts")).version).toBe(3);
    expect(batch("--inline-map").stderr).toBe("3 files: 3 written\n");
    expect(map_of(path.join(out, "shop/stock.ts")).sources).toEqual(["../../src/shop/stock.py"]);
    expect(batch("--map", "--inline-map").status).toBe(2);
    expect(batch().stderr).toBe("3 files: 3 written\n");
    expect(read(path.join(out, "app.ts"))).not.toContain("sourceMappingURL");
  });
});

describe("the library", () => {
  test("transpile gives the map of its text, format_with_map that of the layout", async () => {
    const source = "value = 1e21\nresult = [value,   value]\nprint(result)\n";
    expect(transpile(source).map).toBeNull();
    expect(transpile("x = = 1\n", { map: true }).map).toBeNull();
    const { code, map } = transpile(source, { file: "a.py", map: true });
    if (code === null || map === null) throw new Error("no text");
    const laid_out = await format_with_map(code, map);
    for (const made of [{ code, map }, laid_out]) {
      expect(made.map.sources).toEqual(["a.py"]);
      const lines = made.code.split("\n");
      const line = lines.findIndex((each) => each.startsWith("print("));
      expect(mapped_line(made.map, { line, column: 6 })).toBe(2);
    }
  });
});
