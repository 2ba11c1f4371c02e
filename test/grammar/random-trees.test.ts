// Made-up trees: what we print of them, CPython and we read as the same tree.
import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { dump } from "../../grammar/ast/dump.ts";
import type { Module } from "../../grammar/ast/index.ts";
import { parse } from "../../grammar/index.ts";
import { unparse } from "../../grammar/unparse/index.ts";
import { find_python } from "../support/python.ts";
import { random, random_expression } from "../support/random-tree.ts";

const modules = Array.from({ length: 250 }, (_, seed): Module => {
  const next = random(seed);
  const value = random_expression(next, 1 + (seed % 5));
  const at = { start: 0, end: 0 };
  return {
    tag: "Module",
    ...at,
    body: [
      { tag: "Expr", ...at, value },
      { tag: "Assign", ...at, targets: [{ tag: "Name", ...at, id: "x", ctx: "Store" }], value },
      { tag: "If", ...at, test: value, body: [{ tag: "Return", ...at, value }], orelse: [] },
      {
        tag: "With",
        ...at,
        items: [{ tag: "withitem", ...at, context_expr: value, optional_vars: null }],
        body: [{ tag: "Pass", ...at }],
      },
      {
        tag: "For",
        ...at,
        target: { tag: "Name", ...at, id: "y", ctx: "Store" },
        iter: value,
        body: [{ tag: "Break", ...at }],
        orelse: [],
      },
    ],
  };
});

test("we read them as they were", () => {
  for (const module of modules) {
    const printed = unparse(module);
    expect(dump(parse(printed).module, null), printed).toBe(dump(module, null));
  }
});

const python = find_python("3.13");

describe.skipIf(python === null)("CPython (skipped where there is no 3.13)", () => {
  test("reads them as they were", () => {
    const script =
      "import ast, json, sys\nfor text in json.load(sys.stdin): print(json.dumps(ast.dump(ast.parse(text))))";
    const input = JSON.stringify(modules.map((module) => unparse(module)));
    const { stdout, stderr } = spawnSync(python ?? "", ["-c", script], {
      input,
      encoding: "utf8",
      maxBuffer: 2 ** 28,
    });
    expect(stderr).toBe("");
    const trees = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as string);
    modules.forEach((module, index) => expect(trees[index]).toBe(dump(module, null)));
  });
});
