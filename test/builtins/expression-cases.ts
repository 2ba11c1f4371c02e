// Random expressions over numbers, strings, bytes and formats: mostly sensible, some that raise.
import * as builtins from "../../runtime/builtins/index.ts";
import type { Dynamic } from "../../runtime/builtins/index.ts";
import { binary, call, literal, method, type Expression } from "./expression.ts";
import type { Random } from "../support/random.ts";

const { str, int, float, b, Tuple, Float } = builtins;

const INTS: readonly Dynamic[] = [
  0,
  1,
  -1,
  2,
  3,
  -7,
  10,
  255,
  1000,
  4096,
  -65536,
  123456789,
  2 ** 31,
  2 ** 53 - 1,
  -(2 ** 53 - 1),
  2n ** 53n,
  -(2n ** 64n),
  10n ** 20n,
  3n ** 50n,
  -(7n ** 40n),
];
const FLOATS: readonly Dynamic[] = [
  new Float(0),
  new Float(-0),
  new Float(1),
  new Float(-2),
  0.5,
  -0.5,
  1.5,
  2.5,
  0.1,
  -0.1,
  3.25,
  2.675,
  1.005,
  1e-5,
  1.5e-7,
  new Float(1e16),
  new Float(1e22),
  123456.789,
  new Float(1e300),
  5e-324,
  Infinity,
  -Infinity,
  Number.NaN,
  1 / 3,
  new Float(2 ** 53),
];
const TEXTS: readonly string[] = [
  "",
  "a",
  "abc",
  "Hello, World",
  "  padded\t",
  "aXbXc",
  "ABC",
  "don't",
  'say "hi"',
  "tab\tnew\nline\r\nend",
  "\\",
  "é",
  "ß",
  "ΑΣ",
  "日本語",
  "😀x😀",
  "\u00ad\u200b",
  "12",
  "-12.5",
  "1e5",
  "0x1f",
  " 42 ",
  "1_000",
  "x".repeat(12),
  "ǆabc ﬁx",
  "İI",
  "a,b,,c",
  "foo bar  baz",
  "²½",
  "\x85\u2028",
  "title Case here's",
];
const BYTES: readonly string[] = [
  "",
  "abc",
  "a b  c",
  "\xff\x00",
  "Hello",
  "x,y,,z",
  "\t12\n",
  "caf\xc3\xa9",
];

export function random_expression(random: Random): Expression {
  return random.pick(FAMILIES)(random);
}

function any_int(random: Random): Expression {
  return literal(random.pick(INTS));
}

function small_int(random: Random): Expression {
  return literal(random.pick([0, 1, 2, 3, 5, 8, -1, -2]));
}

function any_float(random: Random): Expression {
  if (random.below(3) > 0) return literal(random.pick(FLOATS));
  const digits = 10 ** random.below(12);
  return literal(builtins.float(random.below(2 ** 31) / digits));
}

function any_number(random: Random): Expression {
  const kind = random.below(10);
  if (kind < 4) return any_int(random);
  return kind < 9 ? any_float(random) : literal(random.below(2) === 1);
}

function any_text(random: Random): Expression {
  return literal(random.pick(TEXTS));
}

function any_bytes(random: Random): Expression {
  return literal(b(random.pick(BYTES)));
}

function any_value(random: Random): Expression {
  switch (random.below(12)) {
    case 0:
    case 1:
      return any_text(random);
    case 2:
      return any_bytes(random);
    case 3:
      return literal(null);
    case 4:
      return literal([random.pick(INTS), random.pick(TEXTS)]);
    case 5:
      return literal(Tuple.of(random.pick(FLOATS), random.pick(INTS)));
    default:
      return any_number(random);
  }
}

const ARITHMETIC: readonly (readonly [string, (a: Dynamic, b: Dynamic) => Dynamic])[] = [
  ["+", builtins.add],
  ["-", builtins.sub],
  ["*", builtins.mul],
  ["/", builtins.truediv],
  ["//", builtins.floordiv],
  ["%", builtins.mod],
  ["&", builtins.and_],
  ["|", builtins.or_],
  ["^", builtins.xor],
];

const COMPARISONS: readonly (readonly [string, (a: Dynamic, b: Dynamic) => Dynamic])[] = [
  ["==", builtins.eq],
  ["!=", builtins.ne],
  ["<", builtins.lt],
  ["<=", builtins.le],
  [">", builtins.gt],
  [">=", builtins.ge],
];

function arithmetic(random: Random): Expression {
  const [symbol, apply] = random.pick(ARITHMETIC);
  const a = random.below(3) === 0 ? arithmetic_small(random) : any_number(random);
  return binary(symbol, apply, a, any_number(random));
}

function arithmetic_small(random: Random): Expression {
  const [symbol, apply] = random.pick(ARITHMETIC);
  return binary(symbol, apply, any_number(random), any_number(random));
}

function mixed(random: Random): Expression {
  const [symbol, apply] = random.pick([...ARITHMETIC, ...COMPARISONS]);
  const a = any_value(random);
  const is_repetition = symbol === "*";
  return binary(symbol, apply, a, is_repetition ? small_int(random) : any_value(random));
}

function comparison(random: Random): Expression {
  const [symbol, apply] = random.pick(COMPARISONS);
  if (random.below(3) === 0) return binary(symbol, apply, any_text(random), any_text(random));
  return binary(symbol, apply, any_number(random), any_number(random));
}

function power(random: Random): Expression {
  const base = random.below(2) === 0 ? any_int(random) : any_float(random);
  const exponent =
    random.below(2) === 0 ? small_int(random) : literal(random.pick([0.5, -0.5, 1.5, 0.1]));
  return binary("**", builtins.pow, base, exponent);
}

function modular(random: Random): Expression {
  return call("pow", builtins.pow, any_int(random), small_int(random), any_int(random));
}

function shift(random: Random): Expression {
  const [symbol, apply] = random.pick([
    ["<<", builtins.lshift],
    [">>", builtins.rshift],
  ] as const);
  return binary(symbol, apply, any_int(random), literal(random.below(70)));
}

function unary(random: Random): Expression {
  const functions: readonly (readonly [string, (value: Dynamic) => Dynamic])[] = [
    ["-", builtins.neg],
    ["+", builtins.pos],
    ["~", builtins.invert],
    ["abs", builtins.abs],
    ["int", int],
    ["float", float],
    ["str", str],
    ["repr", builtins.repr],
    ["ascii", builtins.ascii],
    ["bool", builtins.bool],
    ["round", builtins.round],
    ["hex", builtins.hex],
    ["oct", builtins.oct],
    ["bin", builtins.bin],
    ["complex", builtins.complex],
  ];
  const [name, apply] = random.pick(functions);
  if (name === "~" || name === "-") return call(name, apply, any_number(random));
  return call(name, apply, any_value(random));
}

function hashing(random: Random): Expression {
  const number = any_number(random);
  // NaN hashes by identity in CPython.
  return Number.isNaN(number.value()) ? number : call("hash", builtins.hash, number);
}

function rounding(random: Random): Expression {
  return call("round", builtins.round, any_number(random), literal(random.below(9) - 3));
}

function division(random: Random): Expression {
  return call("divmod", builtins.divmod, any_number(random), any_number(random));
}

function parsing(random: Random): Expression {
  if (random.below(2) === 0) return call("float", float, any_text(random));
  return call("int", int, any_text(random), literal(random.pick([0, 2, 8, 10, 16, 36])));
}

function number_methods(random: Random): Expression {
  switch (random.below(6)) {
    case 0:
      return method("bit_length", int.bit_length, any_int(random));
    case 1:
      return method("as_integer_ratio", float.as_integer_ratio, any_float(random));
    case 2:
      return method("hex", float.hex, any_float(random));
    case 3:
      return method("is_integer", float.is_integer, any_float(random));
    case 4:
      return method(
        "to_bytes",
        int.to_bytes,
        any_int(random),
        small_int(random),
        literal(random.pick(["big", "little"])),
      );
    default:
      return method("bit_count", int.bit_count, any_int(random));
  }
}

function random_spec(random: Random): string {
  const part = (choices: readonly string[]) => random.pick(choices);
  const fill = part(["", "", "", "*", "0", "é"]);
  const align = fill === "" ? part(["", "", "<", ">", "^", "="]) : part(["<", ">", "^", "="]);
  const sign = part(["", "", "", "+", "-", " "]);
  const rest =
    part(["", "", "", "#"]) +
    part(["", "", "", "0"]) +
    part(["", "", "5", "12", "20"]) +
    part(["", "", "", ",", "_"]);
  const precision = part(["", "", ".0", ".1", ".2", ".3", ".6", ".10", ".17"]);
  return fill + align + sign + part(["", "", "", "", "z"]) + rest + precision;
}

function formatting(random: Random): Expression {
  const spec = random_spec(random);
  const kind = random.below(8);
  if (kind < 3) {
    const type = random.pick(["", "e", "f", "g", "%", "E", "G", "n", "F"]);
    return call("format", builtins.format, any_number(random), literal(spec + type));
  }
  if (kind < 6) {
    const type = random.pick(["", "d", "x", "X", "o", "b", "c", "n"]);
    return call(
      "format",
      builtins.format,
      any_int(random),
      literal(spec.replace(/\..*/, "") + type),
    );
  }
  if (kind === 6)
    return call(
      "format",
      builtins.format,
      any_text(random),
      literal(spec.replace(/[+\-z#,_ ]/g, "") + random.pick(["", "s"])),
    );
  return call(
    "format",
    builtins.format,
    any_value(random),
    literal(spec + random.pick(["", "d", "s", "f"])),
  );
}

function percent(random: Random): Expression {
  const type = random.pick(["d", "i", "s", "r", "a", "x", "X", "o", "e", "f", "g", "G", "c", "%"]);
  const spec =
    random.pick(["", "", "-", "0", "+", " ", "#", "-+"]) +
    random.pick(["", "", "8", "3"]) +
    random.pick(["", "", ".0", ".2", ".5"]);
  const value = random.below(4) === 0 ? any_value(random) : any_number(random);
  const template = `<%${spec}${type}>`;
  const values: Expression = { source: `(${value.source},)`, value: () => Tuple.of(value.value()) };
  return binary("%", builtins.mod, literal(template), values);
}

function template(random: Random): Expression {
  const field = random.pick([
    "{}",
    "{0}",
    "{1}",
    "{0!r}",
    "{!s:>6}",
    "{:{}}",
    "{x}",
    "{x[0]}",
    "{{}}",
    "{0:>{1}}",
    "{",
    "}",
    "{a!z}",
    "{0[1]}",
  ]);
  const keywords = literal(Tuple.of(random.pick(TEXTS), 7));
  const a = any_text(random);
  const width = literal(random.below(9));
  return {
    source: `${literal(`<${field}>`).source}.format(${a.source}, ${width.source}, x=${keywords.source})`,
    value: () => str.format(`<${field}>`, a.value(), width.value(), { x: keywords.value() }),
  };
}

const NO_ARGUMENTS = [
  "upper",
  "lower",
  "casefold",
  "capitalize",
  "title",
  "swapcase",
  "strip",
  "lstrip",
  "rstrip",
  "split",
  "rsplit",
  "splitlines",
  "isalnum",
  "isalpha",
  "isascii",
  "isdigit",
  "islower",
  "isspace",
  "istitle",
  "isupper",
  "expandtabs",
] as const;
const TEXT_ONLY = ["isdecimal", "isidentifier", "isnumeric", "isprintable", "encode"] as const;
const ONE_PART = [
  "split",
  "rsplit",
  "partition",
  "rpartition",
  "strip",
  "lstrip",
  "rstrip",
  "removeprefix",
  "removesuffix",
  "startswith",
  "endswith",
  "find",
  "rfind",
  "index",
  "rindex",
  "count",
] as const;
const WIDTHS = ["center", "ljust", "rjust", "zfill"] as const;

/** A string method, or the same of bytes. */
function text_method(random: Random): Expression {
  const is_bytes = random.below(4) === 0;
  const receiver = is_bytes ? any_bytes(random) : any_text(random);
  const apply =
    (name: string) =>
    (self: Dynamic, ...args: Dynamic[]) =>
      is_bytes ? self[name](...args) : (str as Dynamic)[name](self, ...args);
  const part = () =>
    literal(
      is_bytes
        ? b(random.pick(["a", "", "b", " ", "l", ","]))
        : random.pick(["a", "", "X", " ", "b", ",", "😀", "lo"]),
    );
  switch (random.below(6)) {
    case 0: {
      const name = is_bytes
        ? random.pick(NO_ARGUMENTS.filter((one) => one !== "casefold"))
        : random.pick([...NO_ARGUMENTS, ...TEXT_ONLY]);
      return method(name, apply(name), receiver);
    }
    case 1: {
      const name = random.pick(ONE_PART);
      return method(name, apply(name), receiver, part());
    }
    case 2: {
      const name = random.pick(["find", "rfind", "index", "count", "startswith", "endswith"]);
      return method(
        name,
        apply(name),
        receiver,
        part(),
        literal(random.below(9) - 4),
        literal(random.below(12) - 4),
      );
    }
    case 3: {
      const name = random.pick(["split", "rsplit"]);
      const sep = random.below(2) === 0 ? literal(null) : part();
      return method(name, apply(name), receiver, sep, literal(random.below(4) - 1));
    }
    case 4: {
      const name = random.pick(WIDTHS);
      return method(name, apply(name), receiver, literal(random.below(20)));
    }
    default:
      return method(
        "replace",
        apply("replace"),
        receiver,
        part(),
        part(),
        literal(random.below(4) - 1),
      );
  }
}

function coding(random: Random): Expression {
  const errors = random.pick([
    "strict",
    "ignore",
    "replace",
    "backslashreplace",
    "xmlcharrefreplace",
    "surrogateescape",
  ]);
  const encoding = random.pick([
    "utf-8",
    "ascii",
    "latin-1",
    "utf-16",
    "utf-16-be",
    "utf-32-le",
    "UTF8",
    "gbk",
    "nope",
  ]);
  if (random.below(2) === 0) {
    return method(
      "encode",
      str.encode,
      literal(random.pick(TEXTS.slice(0, 23))),
      literal(encoding),
      literal(errors),
    );
  }
  const bytes = Array.from({ length: random.below(7) }, () =>
    random.pick([0x41, 0x80, 0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0xff, 0xed]),
  );
  const receiver = literal(builtins.bytes(bytes));
  return method(
    "decode",
    (self: Dynamic, ...args: Dynamic[]) => self.decode(...args),
    receiver,
    literal(encoding === "gbk" ? "utf-8" : encoding),
    literal(
      errors.startsWith("xml") || encoding.includes("32") || encoding.includes("16")
        ? "strict"
        : errors,
    ),
  );
}

const FAMILIES: readonly ((random: Random) => Expression)[] = [
  arithmetic,
  arithmetic,
  comparison,
  mixed,
  power,
  modular,
  shift,
  unary,
  unary,
  hashing,
  rounding,
  division,
  parsing,
  number_methods,
  formatting,
  formatting,
  formatting,
  percent,
  percent,
  template,
  text_method,
  text_method,
  text_method,
  coding,
];
