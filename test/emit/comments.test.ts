// Every comment of a fixture is in its TypeScript, once, in its order; lines for Python's own readers alone are not.
import { readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript-api";
import { expect, test } from "vitest";
import { decode } from "../../grammar/index.ts";
import { tokenize } from "../../grammar/tokens/tokenizer.ts";
import { transpile } from "../../src/index.ts";
import { find_programs, fixtures_root } from "../support/fixture.ts";

test.each(find_programs())("$name", ({ name, file }) => {
  const golden = readFileSync(path.join(fixtures_root, `${name}.ts`), "utf8");
  // What keeps a program of deliberate errors from being type-checked is no comment of its author.
  const emitted = golden.replace(/^\/\/ @ts-nocheck: .*\n/, "");
  expect(comments_of_typescript(emitted)).toEqual(
    comments_of_python(decode(readFileSync(file)).text),
  );
});

const everywhere = `#!/usr/bin/env python
# -*- coding: utf-8 -*-
# 1
import os  # 2
from asyncio import (  # 3
    sleep,  # 4
    # 5
    gather,
)
import asyncio  # 6
from dataclasses import dataclass


@dataclass  # 7
# 8
class Point:  # 9
    """Doc."""  # 10
    # 11
    x: int  # 12
    y: int = 0  # 13
    # 14


class Other:
    name: str  # 15
    pass  # 16


def f(a,  # 17
      # 18
      b=2,  # 19
      *,
      c=3  # 20
      ):  # 21
    d = {  # 22
        k: v  # 23
        # 24
        for k, v in zip(a, b)  # 25
        if v  # 26
    }
    e = {"a": 1,  # 27
         "b": [  # 28
             2,  # 29
             # 30
         ]}
    g = (a  # 31
         + b)  # 32
    try:  # 33
        pass  # 34
    # 35
    except (ValueError,  # 36
            KeyError) as error:  # 37
        print(error)
    # 38
    except TypeError:  # 39
        pass
    # 40
    else:  # 41
        pass
    # 42
    finally:  # 43
        print()
        # 44
    if a:  # 45
        pass
    # 46
    elif b:  # 47
        # 48
        pass
    # 49
    else:  # 50
        # 51
        pass
        # 52
    for i in range(3):  # 53
        continue  # 54
    else:  # 55
        print()
    match a:  # 56
        # 57
        case [1,  # 58
              2]:  # 59
            print()
        # 60
        case _:  # 61
            pass
    s = ("a"  # 62
         "b"  # 63
         f"{a  # 64
         }")
    return d, e, g, s, lambda: (  # 65
        0)


async def main(
    # 66
):
    async with asyncio.timeout(1):  # 67
        xs = [await sleep(x, x)  # 68
              for x in range(3)]  # 69
    await gather(  # 70
        # 71
        sleep(1),  # 72
        *xs,  # 73
        # 74
    )
    import random  # 75


asyncio.run(main())  # 76
# 77
`;

test("whatever they stand in", () => {
  const { code, diagnostics } = transpile(everywhere, { file: "everywhere.py" });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(comments_of_typescript(code ?? "")).toEqual(comments_of_python(everywhere));
});

function comments_of_python(text: string): readonly string[] {
  return tokenize(text)
    .comments.filter(({ start, end }) => !is_for_python(text.slice(start, end), start))
    .map(({ start, end }) => words(text.slice(start + 1, end)));
}

/** The line that names an interpreter, and the one that names the encoding. */
function is_for_python(comment: string, start: number): boolean {
  return (start === 0 && comment.startsWith("#!")) || /^#.*?coding[:=]\s*[-\w.]+/.test(comment);
}

/** Line comments; docstrings are JSDoc. */
function comments_of_typescript(text: string): readonly string[] {
  const found = new Map<number, string>();
  const source = ts.createSourceFile("out.ts", text, ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    for (const range of [
      ...(ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []),
      ...(ts.getTrailingCommentRanges(text, node.getEnd()) ?? []),
    ])
      if (range.kind === ts.SyntaxKind.SingleLineCommentTrivia)
        found.set(range.pos, words(text.slice(range.pos + 2, range.end)));
    node.getChildren(source).forEach(visit);
  };
  visit(source);
  return [...found].sort(([one], [other]) => one - other).map(([, comment]) => comment);
}

function words(text: string): string {
  return text.trim();
}
