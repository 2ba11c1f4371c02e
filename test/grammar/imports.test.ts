// What a text imports is read from its tokens as the parser reads it.
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { Alias, Import, ImportFrom } from "../../grammar/ast/simple-statements.ts";
import { walk } from "../../grammar/ast/walk.ts";
import { imported_paths, parse } from "../../grammar/index.ts";
import { fixtures_root } from "../support/fixture.ts";

/** As the tree has them. */
function in_tree(source: string): unknown[] {
  return [...walk(parse(source).module)].flatMap((node) => {
    if (node.tag === "Import")
      return (node as Import).names.map(({ name }) => ({ level: 0, module: name, names: [] }));
    if (node.tag !== "ImportFrom") return [];
    const { level, module, names } = node as ImportFrom;
    return [{ level, module: module ?? "", names: names.map(({ name }: Alias) => name) }];
  });
}

test("the imports of every fixture that has a tree", () => {
  let found = 0;
  for (const name of readdirSync(fixtures_root, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".py")) continue;
    const source = readFileSync(path.join(fixtures_root, name), "utf8");
    if (parse(source).module.body.length === 0) continue;
    const paths = imported_paths(source);
    expect(paths, name).toEqual(in_tree(source));
    found += paths.length;
  }
  expect(found).toBeGreaterThan(300);
});

test("imports anywhere in a line, over several, and what looks like one", () => {
  const source = `
import a.b as c, d; from . import e
if x: import f
class C: from ...g.h import (i as j, # import k
  l,
)
from m import *
def generate():
    """
import n
"""
    yield from p
    raise q from import_
`;
  expect(imported_paths(source)).toEqual(in_tree(source));
  expect(imported_paths(source)).toHaveLength(6);
});
