// Errors as CPython 3.13 words and places them: type, message, line, offset.
import { expect, test } from "vitest";
import { parse, Positions } from "../../grammar/index.ts";

test.each([
  ["if x\n  y", "SyntaxError", "expected ':'", 1, 5],
  ["f(a, (b", "SyntaxError", "'(' was never closed", 1, 6],
  ["x = )", "SyntaxError", "unmatched ')'", 1, 5],
  [
    "x = (1]",
    "SyntaxError",
    "closing parenthesis ']' does not match opening parenthesis '('",
    1,
    7,
  ],
  ["f(a b)", "SyntaxError", "invalid syntax. Perhaps you forgot a comma?", 1, 3],
  ["a b", "SyntaxError", "invalid syntax", 1, 3],
  [
    "def f():\nx",
    "IndentationError",
    "expected an indented block after function definition on line 1",
    2,
    1,
  ],
  [
    "while 1:\n  a\n b",
    "IndentationError",
    "unindent does not match any outer indentation level",
    3,
    3,
  ],
  ["a\n  b", "IndentationError", "unexpected indent", 2, 2],
  ["if 1:\n\ta\n        b", "TabError", "inconsistent use of tabs and spaces in indentation", 3, 1],
  ["x = 'abc", "SyntaxError", "unterminated string literal (detected at line 1)", 1, 5],
  [
    "f() = 1",
    "SyntaxError",
    "cannot assign to function call here. Maybe you meant '==' instead of '='?",
    1,
    1,
  ],
  ["None = 1", "SyntaxError", "cannot assign to None", 1, 1],
  // coroutines and generators have a block of their own around all
  [`with ${items(22)}: pass`, "SyntaxError", "too many statically nested blocks", 1, 174],
  [
    `async def f():\n async with ${items(21)}: pass`,
    "SyntaxError",
    "too many statically nested blocks",
    2,
    173,
  ],
  [
    `def f():\n with ${items(21)}: yield`,
    "SyntaxError",
    "too many statically nested blocks",
    2,
    167,
  ],
  [
    "if x = 1: pass",
    "SyntaxError",
    "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
    1,
    4,
  ],
  [
    "print 'x'",
    "SyntaxError",
    "Missing parentheses in call to 'print'. Did you mean print(...)?",
    1,
    1,
  ],
  ["f(a=1, b)", "SyntaxError", "positional argument follows keyword argument", 1, 9],
  ["try:\n  a\nb", "SyntaxError", "expected 'except' or 'finally' block", 3, 1],
  ["try: a\nexcept A, B: c", "SyntaxError", "multiple exception types must be parenthesized", 2, 8],
  [
    "0777",
    "SyntaxError",
    "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
    1,
    1,
  ],
  ["f'{}'", "SyntaxError", "f-string: valid expression required before '}'", 1, 4],
  ["return 1", "SyntaxError", "'return' outside function", 1, 1],
  ["await x", "SyntaxError", "'await' outside function", 1, 1],
  ["def f():\n  await x", "SyntaxError", "'await' outside async function", 2, 3],
  ["def f():\n  async with x: pass", "SyntaxError", "'async with' outside async function", 2, 3],
  ["break", "SyntaxError", "'break' outside loop", 1, 1],
  ["def f(a, a): pass", "SyntaxError", "duplicate argument 'a' in function definition", 1, 10],
  [
    "def f():\n  x = 1\n  global x",
    "SyntaxError",
    "name 'x' is assigned to before global declaration",
    3,
    3,
  ],
  ["nonlocal x", "SyntaxError", "nonlocal declaration not allowed at module level", 1, 1],
  [
    "x\nfrom __future__ import annotations",
    "SyntaxError",
    "from __future__ imports must occur at the beginning of the file",
    2,
    1,
  ],
  [
    "match x:\n  case _: pass\n  case 1: pass",
    "SyntaxError",
    "wildcard makes remaining patterns unreachable",
    2,
    8,
  ],
  ["x\0", "SyntaxError", "source code string cannot contain null bytes", 1, 2],
])("%j", (source, type, message, line, offset) => {
  const [error] = parse(source).errors;
  const place = new Positions(source).at(error?.start ?? 0);
  expect([error?.type, error?.message, place.line, place.character + 1]).toEqual([
    type,
    message,
    line,
    offset,
  ]);
});

function items(count: number): string {
  return Array.from({ length: count }, () => "a as b").join(", ");
}
