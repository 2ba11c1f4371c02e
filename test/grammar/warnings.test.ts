// SyntaxWarnings beside CPython's: words and lines.
import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { parse, Positions, syntax_warnings } from "../../grammar/index.ts";
import { find_python } from "../support/python.ts";

const python = find_python("3.13");

const texts = [
  String.raw`"\d \e"`,
  String.raw`b"\d\u1234", r"\d", "\q"`,
  String.raw`f"\d{x}\e"`,
  String.raw`f"{y:\z}"`,
  String.raw`f"\{z}"`,
  String.raw`"\400" "\377"`,
  '"""a\n\\d"""',
  'x = "\\中"',
  "1if x else 0xfor y",
  "x = 1jif 0b1and 2 else 3",
  "x is 1, x is not 'a', 1 is x is 2, x is None, x is True",
  "x is -1, x is (1, 2), x is (1, y), x is b'', x is 1.5, x is [1]",
  "assert (x, 'y')\nassert ()\nassert (x)",
  "'a' (b), 1(2), [1](2), (1, 2)(3), {1}(2), f'a'(b), None(1), (lambda: 1)(2)",
  "1[2], None[1], {1}[2], (x for x in y)[1], (lambda: x)[1]",
  "'a'['b'], [1][1.5], [1][(1, 2)], [1][1:2], 'a'[True], 'a'[x], {1: 2}['a']",
  "1[2] = 3\ndel 1[2]",
];

const judge = `
import json, sys, warnings
def told(text):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        compile(text, "<text>", "exec")
    return [[str(one.message), one.lineno] for one in caught]
print(json.dumps([told(text) for text in json.load(sys.stdin)]))`;

test.skipIf(python === null)("as CPython 3.13 tells them", () => {
  const { stdout } = spawnSync(python ?? "", ["-c", judge], {
    input: JSON.stringify(texts),
    encoding: "utf8",
  });
  const ours = texts.map((text) => {
    const places = new Positions(text);
    const { module, errors } = parse(text);
    expect(errors).toEqual([]);
    return syntax_warnings(text, module).map(({ message, start }) => [message, places.line(start)]);
  });
  expect(ours).toEqual(JSON.parse(stdout));
});
