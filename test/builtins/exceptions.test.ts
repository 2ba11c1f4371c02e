// Exceptions against CPython: arguments, texts, attributes, groups; and native errors as Python's.
import { describe, expect, test } from "vitest";
import * as builtins from "../../runtime/builtins/index.ts";
import type { Dynamic } from "../../runtime/builtins/index.ts";
import { find_python } from "../support/python.ts";
import { outcome } from "./expression.ts";
import { judge_expressions } from "./expression-judge.ts";

const python = find_python("3.13");
const {
  as_exception,
  AttributeError,
  b,
  BaseException,
  BaseExceptionGroup,
  Exception,
  ExceptionGroup,
  ImportError,
  KeyboardInterrupt,
  KeyError,
  LookupError,
  NameError,
  NotImplementedError,
  OSError,
  raise_from,
  repr,
  StopIteration,
  str,
  SyntaxError,
  SystemExit,
  Tuple,
  TypeError,
  UnicodeDecodeError,
  UnicodeEncodeError,
  UnicodeTranslateError,
  ValueError,
} = builtins;

const nested = () =>
  new ExceptionGroup("m", [
    new ValueError(1),
    new ExceptionGroup("n", [new TypeError(2), new ValueError(3)]),
    new KeyError(4),
  ]);
const NESTED =
  'ExceptionGroup("m", [ValueError(1), ExceptionGroup("n", [TypeError(2), ValueError(3)]), KeyError(4)])';

const PAIRS: readonly (readonly [string, () => unknown])[] = [
  ["ValueError()", () => new ValueError()],
  ['ValueError("a", 1)', () => new ValueError("a", 1)],
  ["str(ValueError())", () => str(new ValueError())],
  ["str(ValueError(None))", () => str(new ValueError(null))],
  ['str(ValueError("a", 1))', () => str(new ValueError("a", 1))],
  ["ValueError(1.0).args", () => new ValueError(new builtins.Float(1)).args],
  ['str(KeyError("a b"))', () => str(new KeyError("a b"))],
  ["str(KeyError())", () => str(new KeyError())],
  ['str(KeyError("a", 2))', () => str(new KeyError("a", 2))],
  ["StopIteration(3).value", () => new StopIteration(3).value],
  ["StopIteration().value", () => new StopIteration().value],
  ["SystemExit(1, 2).code", () => new SystemExit(1, 2).code],
  ["SystemExit().code", () => new SystemExit().code],
  ['OSError(2, "No such file", "f")', () => new OSError(2, "No such file", "f")],
  ['str(OSError(2, "No such file", "f"))', () => str(new OSError(2, "No such file", "f"))],
  ['str(OSError(2, "x", "f", None, "g"))', () => str(new OSError(2, "x", "f", null, "g"))],
  ['OSError(2, "x", "f").args', () => new OSError(2, "x", "f").args],
  ['OSError(2, "x", "f").filename', () => new OSError(2, "x", "f").filename],
  ['OSError("only").errno', () => new OSError("only").errno],
  ["OSError(5)", () => new OSError(5)],
  ['OSError(111, "refused")', () => new OSError(111, "refused")],
  ['ConnectionError(111, "refused")', () => new builtins.ConnectionError(111, "refused")],
  ['str(TimeoutError(110, "late"))', () => str(new builtins.TimeoutError(110, "late"))],
  ['ImportError("no", name="x").name', () => new ImportError("no", { name: "x" }).name],
  ['str(ImportError("no", path="p"))', () => str(new ImportError("no", { path: "p" }))],
  ['NameError("no", name="x").name', () => new NameError("no", { name: "x" }).name],
  [
    'AttributeError("no", name="x", obj=3).obj',
    () => new AttributeError("no", { name: "x", obj: 3 }).obj,
  ],
  [
    'str(SyntaxError("bad", ("f.py", 3, 4, "text")))',
    () => str(new SyntaxError("bad", Tuple.of("f.py", 3, 4, "text"))),
  ],
  ['SyntaxError("bad").msg', () => new SyntaxError("bad").msg],
  [
    "UnicodeDecodeError('utf-8', b'\\xff', 0, 1, 'bad')",
    () => new UnicodeDecodeError("utf-8", b("\xff"), 0, 1, "bad"),
  ],
  [
    "str(UnicodeDecodeError('utf-8', b'a\\xff\\xfe', 1, 3, 'bad'))",
    () => str(new UnicodeDecodeError("utf-8", b("a\xff\xfe"), 1, 3, "bad")),
  ],
  [
    "str(UnicodeEncodeError('ascii', 'a\\u20ac', 1, 2, 'bad'))",
    () => str(new UnicodeEncodeError("ascii", "a€", 1, 2, "bad")),
  ],
  [
    "str(UnicodeTranslateError('a\\U0001f600', 1, 2, 'bad'))",
    () => str(new UnicodeTranslateError("a😀", 1, 2, "bad")),
  ],
  [
    "issubclass(ModuleNotFoundError, ImportError)",
    () => new builtins.ModuleNotFoundError() instanceof ImportError,
  ],
  ["issubclass(KeyError, LookupError)", () => new KeyError() instanceof LookupError],
  [
    "issubclass(NotImplementedError, RuntimeError)",
    () => new NotImplementedError() instanceof builtins.RuntimeError,
  ],
  [
    "isinstance(KeyboardInterrupt(), Exception)",
    () => new KeyboardInterrupt() instanceof Exception,
  ],
  [NESTED, nested],
  [`str(${NESTED})`, () => str(nested())],
  [`${NESTED}.split(ValueError)`, () => nested().split(ValueError)],
  [`${NESTED}.split((TypeError, KeyError))`, () => nested().split(Tuple.of(TypeError, KeyError))],
  [`${NESTED}.subgroup(ValueError)`, () => nested().subgroup(ValueError)],
  [`${NESTED}.subgroup(OSError)`, () => nested().subgroup(OSError)],
  [
    `${NESTED}.split(lambda e: e.args == (3,))`,
    () => nested().split((error) => error.args[0] === 3),
  ],
  [`${NESTED}.split(ExceptionGroup)`, () => nested().split(ExceptionGroup)],
  [`${NESTED}.derive([OSError()])`, () => nested().derive([new OSError()])],
  [`${NESTED}.message`, () => nested().message],
  [`${NESTED}.exceptions[1]`, () => nested().exceptions[1]],
  [
    'BaseExceptionGroup("m", [ValueError(1)])',
    () => new BaseExceptionGroup("m", [new ValueError(1)]),
  ],
  [
    'BaseExceptionGroup("m", [KeyboardInterrupt()])',
    () => new BaseExceptionGroup("m", [new KeyboardInterrupt()]),
  ],
  [
    'isinstance(ExceptionGroup("m", [ValueError()]), BaseExceptionGroup)',
    () => new ExceptionGroup("m", [new ValueError()]) instanceof BaseExceptionGroup,
  ],
  [
    'isinstance(BaseExceptionGroup("m", [KeyboardInterrupt()]), Exception)',
    () => new BaseExceptionGroup("m", [new KeyboardInterrupt()]) instanceof Exception,
  ],
  ['ExceptionGroup("m", [])', () => new ExceptionGroup("m", [])],
  ['ExceptionGroup("m", [1])', () => new ExceptionGroup("m", [1])],
  ["ExceptionGroup(1, [ValueError()])", () => new ExceptionGroup(1, [new ValueError()])],
  [
    'ExceptionGroup("m", [KeyboardInterrupt()])',
    () => new ExceptionGroup("m", [new KeyboardInterrupt()]),
  ],
  ['ExceptionGroup("m")', () => new ExceptionGroup("m")],
  [`${NESTED}.split(1)`, () => nested().split(1 as Dynamic)],
  ["ValueError", () => ValueError],
  ["ValueError().__cause__", () => new ValueError().__cause__],
];

test.skipIf(python === null)("exceptions look as in CPython (skipped without Python 3.13)", () => {
  const expected = judge_expressions(
    python ?? "",
    PAIRS.map(([source]) => source),
  );
  const ours = PAIRS.map(([source, value]) => [source, outcome({ source, value })]);
  expect(ours).toEqual(PAIRS.map(([source], index) => [source, expected[index]]));
});

describe("native errors are Python's where an except sees them", () => {
  test.each<readonly [() => unknown, string]>([
    [() => (null as Dynamic).x, "AttributeError(\"'NoneType' object has no attribute 'x'\")"],
    [() => (undefined as Dynamic).x, "AttributeError(\"'NoneType' object has no attribute 'x'\")"],
    [() => ((null as Dynamic).x = 1), "AttributeError(\"'NoneType' object has no attribute 'x'\")"],
    [() => (null as Dynamic)[0], "TypeError(\"'NoneType' object is not subscriptable\")"],
    [() => [...(null as Dynamic)], "TypeError(\"'NoneType' object is not iterable\")"],
    [() => new Map(5 as Dynamic), "TypeError(\"'int' object is not iterable\")"],
    [
      () => {
        const value: Dynamic = 5;
        value();
      },
      "TypeError(\"'object' object is not callable\")",
    ],
    [
      () => {
        const value: Dynamic = {};
        value.go();
      },
      "AttributeError(\"'object' object has no attribute 'go'\")",
    ],
    [
      () => {
        const f = (): Dynamic => [f()];
        f();
      },
      "RecursionError('maximum recursion depth exceeded')",
    ],
    [() => "x".repeat(2 ** 30), "MemoryError()"],
  ])("%s", (body, expected) => {
    const error = caught(body);
    expect(repr(as_exception(error))).toBe(expected);
    expect(as_exception(error)).toBe(as_exception(error));
  });

  test("a name before its definition is unbound in functions", () => {
    // TypeScript sees this one; in a closure it does not.
    const reader = () => {
      const read = () => later;
      const before = read();
      const later = 1;
      return [before, later];
    };
    const text = "cannot access local variable 'later' where it is not associated with a value";
    expect(repr(as_exception(caught(reader)))).toBe(`UnboundLocalError("${text}")`);
  });

  test("Node's system errors carry number, text and paths", () => {
    const error = Object.assign(new Error("ENOENT"), { code: "ENOENT", path: "/nowhere" });
    expect(str(as_exception(error))).toBe("[Errno 2] No such file or directory: '/nowhere'");
    expect(as_exception(error)).toBeInstanceOf(builtins.FileNotFoundError);
  });
});

test("a cause hides the context, notes are kept in order", () => {
  const cause = new KeyError("k");
  const error = raise_from(ValueError, cause);
  error.add_note("one");
  error.add_note("two");
  expect(error).toBeInstanceOf(ValueError);
  expect(error.__cause__).toBe(cause);
  expect(error.__suppress_context__).toBe(true);
  expect(error.__notes__).toEqual(["one", "two"]);
  expect(() => raise_from(error, 5)).toThrow(BaseException);
});

test("programs may keep their own name and message on an exception", () => {
  class Mine extends Exception {
    constructor(name: string) {
      super(name);
      this.name = name;
      this.message = `hello ${name}`;
    }
  }
  const error = new Mine("x");
  expect([error.name, error.message, repr(error)]).toEqual(["x", "hello x", "Mine('x')"]);
});

function caught(body: () => unknown): unknown {
  try {
    body();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}
