// What an older Python refuses, beside what the older Pythons on this machine say to the same texts.
import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { newer_syntax, parse } from "../../grammar/index.ts";
import { find_python } from "../support/python.ts";

const texts: readonly string[] = [
  "match x:\n  case 1: pass",
  "try: pass\nexcept* ValueError: pass",
  "type X = int",
  "def f[T](x: T): pass",
  "class A[T]: pass",
  "with (a as b): pass",
  "with (a as b, c as d): pass",
  "with (\n  # (note)\n  a as b,\n): pass",
  "with (a), (b): pass",
  "with (a) as b: pass",
  "with (a.b).c() as x: pass",
  "with a as b, c: pass",
  "async def f():\n  async with (a as b, c): pass",
  "x[*a]",
  "x[*a, 1]",
  "x[(*a, b)]",
  "x[a, b]",
  "for i in *a, b: pass",
  "for i in (*a, b): pass",
  "@x[0]\ndef f(): pass",
  "@a.b(1)\ndef f(): pass",
  "@f(1)(2)\nclass A: pass",
  "@(yes := no)\ndef f(): pass",
  "def f(*args: *T): pass",
  "x[a := 1]",
  "x[(a := 1)]",
  "{a := 1}",
  "{a := 1, 2}",
  "{(a := 1), 2}",
  "(y := 1, 2)",
  "async def f():\n  return [[x async for x in y] for z in w]",
  "async def f():\n  return [x for x in [y async for y in z]]",
  "async def f():\n  return [[x async for x in y] async for z in w]",
  `f'{x}' f"{y['a']}"`,
  `f"{x['a']}"`,
  `f'{x['a']}'`,
  `f"{x["a"]}"`,
  `f'''{x['a']}'''`,
  `f'{"#"}'`,
  "f'{x\n}'",
  "f'''{\n1}'''",
  "f'''{\n# c\n1}'''",
  String.raw`f'{"\n"}'`,
  String.raw`f'{a}\n{b}'`,
  "f'{a!r:{b}}'",
  "f'{x=}'",
  `f'{f"{1}"}'`,
  "f'{f'{1}'}'",
  "def f(a, /, b=1, *, c): pass",
  "if (n := 1): pass",
  "lambda: (yield)",
];

const judge = `
import json, sys
def takes(text):
    try: compile(text, "<text>", "exec")
    except SyntaxError: return False
    return True
print(json.dumps([takes(text) for text in json.load(sys.stdin)]))`;

describe("what a Python does not take yet", () => {
  test.each(["3.8", "3.9", "3.10", "3.11", "3.12"])("%s (skipped where it is not)", (version) => {
    const python = find_python(version);
    if (python === null) return console.warn(`skipped: no CPython ${version} here`);
    const { stdout } = spawnSync(python, ["-c", judge], {
      input: JSON.stringify(texts),
      encoding: "utf8",
    });
    const takes = (text: string) => newer_syntax(text, parse(text).module, version).length === 0;
    const taken = JSON.parse(stdout) as readonly boolean[];
    expect(texts.map((text) => [text, takes(text)])).toEqual(
      texts.map((text, at) => [text, taken[at]]),
    );
  });

  test("each place is told once, in the order of the text", () => {
    const text = "match x:\n  case 1:\n    type A = int\ndef f[T = int](): pass\n";
    expect(newer_syntax(text, parse(text).module, "3.9")).toMatchObject([
      { what: "the match statement", since: "3.10" },
      { what: "the type statement", since: "3.12" },
      { what: "type parameters", since: "3.12" },
      { what: "defaults of type parameters", since: "3.13" },
    ]);
  });
});
