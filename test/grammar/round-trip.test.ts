// Printed from its tree and comments, a text gives the same tree and the same comments again.
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { python_files, standard_library } from "../../scripts/parity/files.ts";
import { decode, parse } from "../../grammar/index.ts";
import { unparse } from "../../grammar/unparse/index.ts";
import { find_python } from "../support/python.ts";
import { round_trip } from "../support/round-trip.ts";

const sources: Readonly<Record<string, string>> = {
  "the head and the end of a file":
    "#!/usr/bin/env python\n# coding: utf-8\n\n\n\f\n# a\nx\n\n# b\n",
  "comments only": "# a\n\n# b",
  decorators: "@a  # 1\n# 2\n@b(  # 3\n  1)\n# 4\n@(  # 5\n c)\n# 6\ndef f(): pass\n",
  parameters:
    "def f[T,  # 1\n U  # 2\n](  # 3\n a,  # 4\n # 5\n *,  # 6\n b=1,  # 7\n c: int = (2),  # 8\n # 9\n) -> (  # 10\n int):  # 11\n # 12\n pass\n",
  "no parameters": "def f(\n # 1\n): pass\ndef g(  # 2\n) -> int: pass\nclass A(  # 3\n): pass\n",
  "starred parameters": "def f(  # 1\n *  # 2\n a, b=  # 3\n 1, **  # 4\n k): pass\n",
  arguments:
    "f(  # 1\n a,  # 2\n # 3\n *b, k=(  # 4\n c),  # 5\n **d  # 6\n # 7\n)\nf(\n # 8\n)\nf(a, (  # 9\n b))\n",
  "nested brackets":
    "x = [  # 1\n (a  # 2\n ),  # 3\n {1: 2,  # 4\n # 5\n **d  # 6\n }, [\n # 7\n ], (b  # 8\n , ), ()  # 9\n]\n",
  operators:
    "x = (a  # 1\n # 2\n + b  # 3\n * (c  # 4\n ) or  # 5\n not  # 6\n d\n # 7\n)\ny = (a + b  # 8\n )  # 9\n",
  comprehensions:
    "x = [y  # 1\n # 2\n for y in z  # 3\n # 4\n if y  # 5\n]\nf(x  # 6\n for x in y)\n",
  lambdas: "x = (lambda a,  # 1\n b=1  # 2\n : 0  # 3\n)\n",
  slices: "x[  # 1\n a:b,  # 2\n c  # 3\n :  # 4\n ]\nx[:  # 5\n :]\n",
  strings:
    'x = ("a b "  # 1\n # 2\n "c d"  # 3\n)\ny = (f"{a}"  # 4\n # 5\n f"b{c  # 6\n}"  # 7\n u"d")\n',
  "f-strings": "x = f'''{  # 1\n a  # 2\n !r:>{w  # 3\n}}'''\n",
  clauses:
    "if a:  # 1\n b\n # 2\n# 3\nelif c:\n d\n# 4\nelse:  # 5\n # 6\n e\nfor x in y: pass  # 7\n# 8\nelse: pass\ntry: a  # 9\n# 10\nexcept (  # 11\n B): pass\n# 12\nfinally:  # 13\n pass\n",
  "an if below else": "if a: b\nelse:  # 1\n if c: d\nif a: b\nelse:\n if c:\n  d\n # 2\n",
  "ends of suites":
    "def f():\n  if a:\n    b\n      # 1\n    # 2\n  # 3\n    # 4\n# 5\ng()\n\tif_\n".replace(
      "\tif_\n",
      "",
    ),
  match:
    "match x:  # 1\n # 2\n case [1,  # 3\n  2] | (  # 4\n  3):  # 5\n  a\n  # 6\n # 7\n case {1: b, **r  # 8\n }: pass\n case A(c,  # 9\n  d=1  # 10\n ): pass\n # 11\n# 12\ny\n",
  with: "with (a as b,  # 1\n # 2\n c  # 3\n ):  # 4\n pass\nwith (a  # 5\n ) as b: pass\nwith (a, b) as c: pass\nwith ((a, b)): pass\n",
  imports: "from a import (  # 1\n b,  # 2\n # 3\n c as  # 4\n d  # 5\n # 6\n)\nimport e  # 7\n",
  "backslash lines": "x = 1 + \\\n 2  # 1\nif a and \\\n b:  # 2\n c\ny = 3 \\\n# 3\nz\n",
  "several statements on a line": "a; b  # 1\nif a: b; c  # 2\nclass A: pass  # 3\n",
  "type comments":
    "def f(a,  # type: int\n b):  # type: (...) -> None\n x = []  # type: list[int]\n",
  "two comments on lines of their own code": "x = (a  # 1\n +  # 2\n b)\nf(a  # 3\n ,  # 4\n b)\n",
};

describe("round trip", () => {
  test.each(Object.entries(sources))("%s", (_, text) => {
    expect(parse(text).errors).toEqual([]);
    expect(round_trip(text)).toEqual({ refused: false, wrong: null });
  });
});

test("what is printed reads well", () => {
  const text = `import a  # behind
def f(a,  # of a
      b=1):
    '''Says
    it.'''
    # own
    x = [1,  # one
         2]
    return (a +  # left
            b)


    # end
f("it's", 'a\\n', u'b', b'c', 1_000, 0x10, 1e100, (y := 2), *z)
`;
  const { module, trivia } = parse(text);
  expect(unparse(module, trivia)).toBe(`import a  # behind
def f(
    a,  # of a
    b=1,
):
    """Says
    it."""
    # own
    x = [
        1,  # one
        2,
    ]
    return (a  # left
        + b)

    # end
f("it's", 'a\\n', u'b', b'c', 1000, 16, 1e+100, (y := 2), *z)
`);
});

const python = find_python("3.13");

describe.skipIf(python === null)("CPython's own files (skipped where there is no 3.13)", () => {
  test.each([
    "asyncio",
    "importlib",
    "test/test_fstring.py",
    "test/test_patma.py",
    "test/test_grammar.py",
  ])("%s", (name) => {
    for (const file of python_files(path.join(standard_library(python ?? ""), name))) {
      const { text } = decode(readFileSync(file));
      expect(round_trip(text).wrong, file).toBeNull();
    }
  });
});
