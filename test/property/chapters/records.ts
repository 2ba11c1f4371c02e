// Data classes, named tuples and enumerations: random fields and options, and uses of what they make.
import type { Random } from "../../support/random.ts";
import { block } from "./functions.ts";

const PRELUDE = `import dataclasses
import enum
from collections import namedtuple
from dataclasses import asdict, astuple, dataclass, field, fields, replace
from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto, unique
from typing import NamedTuple
`;

const FIELDS: readonly string[] = [
  "a: int",
  "a: int = 1",
  "b: str = 'text'",
  "b: str",
  "c: list = field(default_factory=list)",
  "d: float = field(default=1.5, repr=False)",
  "e: int = field(default=3, compare=False)",
  "f: int = field(default=4, init=False)",
  "g: tuple = field(default=(), kw_only=True)",
  "h: 'int | None' = None",
  "i: dict = field(default_factory=dict, hash=False)",
];

const RECORD_USES: readonly string[] = [
  "R(1, 2)",
  "R()",
  "R(1)",
  "R(a=5)",
  "R(5, b='x')",
  "R(1, 2, 3, 4, 5, 6)",
  "R(z=1)",
  "r",
  "r == R(1, 2)",
  "r == r",
  "r != 5",
  "r < r",
  "r <= R(2, 1)",
  "sorted([R(2, 1), R(1, 2)])",
  "hash(r) == hash(r)",
  "asdict(r)",
  "astuple(r)",
  "replace(r, a=9)",
  "replace(r, z=9)",
  "[each.name for each in fields(r)]",
  "[(each.name, each.default is dataclasses.MISSING) for each in fields(R)]",
  "setattr(r, 'a', 7) or r",
  "delattr(r, 'a')",
  "r.nope",
  "setattr(r, 'new', 1) or r.new",
  "dataclasses.is_dataclass(r)",
  "R.__match_args__",
  "vars(r)",
  "r.a",
  "r.b",
  "r.c",
  "matched(r)",
  "str(r)",
  "f'{r}'",
  "{r: 1}",
  "R.__doc__",
  "repr(R(b=1, a=2))",
  "[r, r]",
  "R.a",
  "R.__name__",
];

const TUPLE_USES: readonly string[] = [
  "R(1, 2)",
  "R(1)",
  "R(a=1, b=2)",
  "R(1, 2, 3)",
  "r",
  "r[0]",
  "r[-1]",
  "r[5]",
  "r == (1, 2)",
  "r._asdict()",
  "r._replace(a=9)",
  "r._replace(z=1)",
  "R._fields",
  "R._make([1, 2])",
  "R._make([1])",
  "R._field_defaults",
  "setattr(r, 'a', 1)",
  "r + (1,)",
  "r < R(2, 1)",
  "hash(r) == hash((1, 2))",
  "[*r]",
  "r.a",
  "r.nope",
  "matched(r)",
  "isinstance(r, tuple)",
  "r.count(1)",
  "r.index(2)",
  "len(r)",
  "r * 2",
  "f'{r}'",
  "'%s-%s' % r",
  "sorted([R(2, 1), R(1, 2)])",
  "R.__name__",
];

const ENUM_USES: readonly string[] = [
  "E.ONE",
  "E.TWO.value",
  "E.TWO.name",
  "E(1)",
  "E(99)",
  "E('two')",
  "E['ONE']",
  "E['NOPE']",
  "E.NOPE",
  "list(E)",
  "len(E)",
  "E.ONE in E",
  "1 in E",
  "E.ONE == 1",
  "E.ONE is E(E.ONE.value)",
  "E.ONE < E.TWO",
  "E.ONE == E.ONE",
  "E.ONE != E.TWO",
  "hash(E.ONE) == hash(E.ONE)",
  "str(E.ONE)",
  "repr(E.TWO)",
  "f'{E.ONE}'",
  "f'{E.ONE:>12}'",
  "format(E.TWO, 's')",
  "'%s %r' % (E.ONE, E.TWO)",
  "{E.ONE: 1}[E.ONE]",
  "list(E.__members__)",
  "E.ALIAS is E.ONE",
  "E.ALIAS",
  "[each.value for each in E]",
  "[each.name for each in reversed(E)]",
  "setattr(E, 'ONE', 5)",
  "setattr(E.ONE, 'value', 5)",
  "E.ONE + 1",
  "E.ONE | E.TWO",
  "E.ONE & E.TWO",
  "~E.ONE",
  "E.ONE ^ E.TWO",
  "E(3)",
  "E(0)",
  "bool(E.ONE)",
  "bool(E(0))",
  "E.ONE in (E.ONE | E.TWO)",
  "list(E.ONE | E.TWO)",
  "E.ONE.describe()",
  "isinstance(E.ONE, int)",
  "isinstance(E.ONE, E)",
  "type(E.ONE).__name__",
  "sorted(E, key=lambda each: each.name)",
  "matched(E.ONE)",
  "E",
  "E.__name__",
  "E(E.TWO)",
  "max(E)",
  "sum(E)",
  "[1, 2, 3][E.ONE]",
  "E.ONE.upper()",
  "int(E.TWO)",
  "E.ONE.nope",
  "E.mro()[1].__name__",
  "E.ONE.value | 4",
  "type('X', (E,), {})",
  "E._missing_(5)",
];

const BASES = ["Enum", "Enum", "IntEnum", "Flag", "IntFlag", "StrEnum", "str, Enum", "int, Enum"];

export function records_program(random: Random): string {
  const parts = [PRELUDE];
  parts.push(
    block(
      "def matched(value):",
      `match value:\n    case ${random.pick(["{'a': 1}", "[1, *_]", "int()", "str()"])}:\n        return 'first'\n    case object(a=1) | object(name='ONE'):\n        return 'second'\n    case _:\n        return 'none'`,
    ),
  );
  const kind = random.below(3);
  const uses = [RECORD_USES, TUPLE_USES, ENUM_USES][kind] ?? [];
  parts.push(kind === 0 ? record(random) : kind === 1 ? tuple_type(random) : enumeration(random));
  if (kind < 2) parts.push(guarded("r = R(1, 2)"), "r = R(b=2, a=1)");
  for (let i = 0; i < 20; i++) parts.push(guarded(`print(${random.pick(uses)})`));
  return `${parts.join("\n")}\n`;
}

function record(random: Random): string {
  const options = random.many(2, () =>
    random.pick([
      "order=True",
      "frozen=True",
      "eq=False",
      "repr=False",
      "kw_only=True",
      "slots=True",
      "unsafe_hash=True",
    ]),
  );
  const head =
    options.length === 0 ? "@dataclass" : `@dataclass(${[...new Set(options)].join(", ")})`;
  const count = random.int(0, 3);
  const chosen = new Map<string, string>([
    ["a", random.pick(["a: int", "a: int = 1"])],
    ["b", "b: str = 'text'"],
  ]);
  for (let i = 0; i < count; i++) {
    const one = random.pick(FIELDS);
    if (!/^[ab]:/.test(one)) chosen.set(one.slice(0, 1), one);
  }
  const body = [...chosen.values()];
  if (random.below(3) === 0)
    body.push(
      "\n" +
        block(
          "def __post_init__(self):",
          random.pick(["print('post', self.a)", "self.a += 1", "self.extra = self.b"]),
        ),
    );
  if (random.below(4) === 0) body.push("\n" + block("def __eq__(self, other):", "return 'own eq'"));
  if (random.below(4) === 0)
    body.push("\n" + block("def __repr__(self):", "return f'own {self.a}'"));
  if (random.below(3) === 0) body.push("\ncount = 0");
  const text = `${head}\n${block(random.below(4) === 0 ? "class Base:" : "class R:", body.join("\n"))}`;
  if (text.includes("class R:")) return text;
  return `${text}\n\n\n${head}\n${block("class R(Base):", random.pick(["z: int = 0", "pass", "a: int = 10\ny: str = 'y'"]))}`;
}

function tuple_type(random: Random): string {
  switch (random.below(3)) {
    case 0:
      return `R = namedtuple('R', ${random.pick(["'a b'", "['a', 'b']", "'a, b', defaults=[5]"])})`;
    case 1:
      return block(
        "class R(NamedTuple):",
        `a: int\nb: str${random.pick([" = 'x'", ""])}\n\n${block("def describe(self):", "return f'{self.a}:{self.b}'")}`,
      );
    default:
      return block(
        "class R(namedtuple('Base', 'a b')):",
        `__slots__ = ()\n\n${block("def __str__(self):", "return f'R of {self.a}'")}`,
      );
  }
}

function enumeration(random: Random): string {
  const base = random.pick(BASES);
  const texts = base.toLowerCase().includes("str");
  const values = texts
    ? random.pick([
        ["'one'", "'two'"],
        ["auto()", "auto()"],
      ])
    : random.pick([
        ["1", "2"],
        ["auto()", "auto()"],
        ["1", "auto()"],
        ["4", "2"],
        ["1", "1 << 3"],
      ]);
  const body = [`ONE = ${values[0]}`, `TWO = ${values[1]}`];
  if (random.below(3) === 0) body.push("ALIAS = ONE");
  if (random.below(3) === 0) body.push(texts ? "THREE = 'three'" : "THREE = 8");
  if (random.below(3) === 0)
    body.push("\n" + block("def describe(self):", "return f'{self.name}={self.value}'"));
  if (random.below(5) === 0)
    body.push("\n" + block("def __str__(self):", "return 'own ' + self.name"));
  if (random.below(6) === 0)
    body.push(
      "\n@classmethod\n" +
        block("def _missing_(cls, value):", "return cls.ONE if value == 99 else None"),
    );
  const head = random.below(5) === 0 ? "@unique\n" : "";
  return `${head}${block(`class E(${base}):`, body.join("\n"))}`;
}

function guarded(statement: string): string {
  return `${block("try:", statement)}\nexcept Exception as error:\n    print(type(error).__name__, error)`;
}
