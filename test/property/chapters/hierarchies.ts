// Classes that inherit from each other and from built-in types, with random special methods; and uses of their objects.
import type { Random } from "../../support/random.ts";
import { block } from "./functions.ts";

/** `NAME` is the class; what stands in `own` is for a class without bases, `more` for one that has some. */
interface Member {
  readonly own: string;
  readonly more?: string;
  /** `A`, `B` are objects, `C` is a class. */
  readonly uses: readonly string[];
}

const MEMBERS: readonly Member[] = [
  {
    own: "def __init__(self, x=1):\n    self.x = x\n    print('init NAME')",
    more: "def __init__(self, x=2, *rest):\n    print('init NAME', rest)\n    super().__init__(x)\n    self.y = x",
    uses: ["A.x", "A.y", "vars(A)", "C()", "C(5).x", "C(1, 2, 3)"],
  },
  {
    own: "def run(self, n=0):\n    return ['NAME', n]",
    more: "def run(self, n=0):\n    return ['NAME', *super().run(n + 1)]",
    uses: [
      "A.run()",
      "A.run(3)",
      "C.run(A)",
      "C.run(A, 4)",
      "C.run()",
      "A.run(1, 2)",
      "A.run(m=1)",
      "super(C, A).run()",
      "[each.run() for each in (A, B)]",
    ],
  },
  {
    own: "@classmethod\ndef make(cls, *args):\n    return cls.__name__, args",
    more: "@classmethod\ndef make(cls, *args):\n    return super().make('NAME', *args)",
    uses: ["C.make(1)", "A.make()", "type(A).make(2)"],
  },
  {
    own: "@staticmethod\ndef plain(n):\n    return n * 2",
    uses: ["C.plain(3)", "A.plain(4)", "A.plain()"],
  },
  {
    own: "@property\ndef size(self):\n    return 'size of NAME'\n\n@size.setter\ndef size(self, value):\n    print('set size', value)\n\n@size.deleter\ndef size(self):\n    print('del size')",
    more: "@property\ndef size(self):\n    return f'NAME, {super().size}'",
    uses: [
      "A.size",
      "setattr(A, 'size', 5)",
      "delattr(A, 'size')",
      "C.size.__class__.__name__",
      "hasattr(A, 'size')",
    ],
  },
  {
    own: "@property\ndef broken(self):\n    return self.missing_inside",
    uses: ["A.broken", "getattr(A, 'broken', 'default')"],
  },
  {
    own: "def __getattr__(self, name):\n    if name.startswith('_'):\n        raise AttributeError(name)\n    return f'NAME has no {name}'",
    uses: [
      "A.nothing",
      "hasattr(A, 'nothing')",
      "A._hidden",
      "getattr(A, 'other', 5)",
      "C.nothing",
    ],
  },
  {
    own: "def __getattribute__(self, name):\n    if name == 'secret':\n        return 'NAME'\n    return object.__getattribute__(self, name)",
    uses: ["A.secret", "A.x", "A.nope"],
  },
  {
    own: "def __setattr__(self, name, value):\n    if name == 'fixed':\n        raise AttributeError('NAME is fixed')\n    super().__setattr__(name, value)",
    uses: ["setattr(A, 'fixed', 1)", "setattr(A, 'free', 1) or A.free"],
  },
  {
    own: "def __delattr__(self, name):\n    print('delattr', name)",
    uses: ["delattr(A, 'x') or A.x", "delattr(A, 'nope')"],
  },
  {
    own: "def __repr__(self):\n    return 'NAME()'",
    more: "def __repr__(self):\n    return f'NAME<{super().__repr__()}>'",
    uses: ["A", "[A, B]", "f'{A!r}'", "str(A)", "'%s %r' % (A, B)", "{1: A}"],
  },
  {
    own: "def __str__(self):\n    return 'text of NAME'",
    uses: ["str(A)", "f'{A}'", "f'{A:>20}'", "'{} {}'.format(A, B)", "print(A, B)"],
  },
  {
    own: "def __format__(self, spec):\n    return f'NAME:{spec}'",
    uses: ["f'{A:abc}'", "format(A)", "f'{A}'", "'{:{}}'.format(A, 5)"],
  },
  {
    own: "def __bool__(self):\n    return False",
    uses: ["bool(A)", "not A", "A or 'falsy'", "[1 for _ in 'x' if A]"],
  },
  {
    own: "def __len__(self):\n    return 3",
    uses: ["len(A)", "bool(A)", "not A", "list(reversed(A))", "[*range(len(A))]"],
  },
  { own: "def __len__(self):\n    return -1", uses: ["len(A)", "bool(A)"] },
  {
    own: "def __eq__(self, other):\n    if isinstance(other, int):\n        return other == 1\n    return NotImplemented",
    more: "def __eq__(self, other):\n    print('eq NAME')\n    return super().__eq__(other)",
    uses: [
      "A == 1",
      "A != 1",
      "1 == A",
      "A == B",
      "A != B",
      "A == 'x'",
      "hash(A) == hash(A)",
      "A in [1]",
      "[A].index(1)",
      "{A: 1}",
      "(A, 1) == (1, A)",
    ],
  },
  {
    own: "def __hash__(self):\n    return 7",
    uses: ["hash(A)", "{A: 1}[A]", "len({A, B})", "A in {A}"],
  },
  {
    own: "def __lt__(self, other):\n    print('lt NAME')\n    return True if isinstance(other, int) else NotImplemented",
    uses: [
      "A < 1",
      "1 > A",
      "A < B",
      "A > B",
      "A >= 1",
      "sorted([A, 1]) and 0",
      "min(A, 3)",
      "max([A, B])",
    ],
  },
  {
    own: "def __ge__(self, other):\n    return 'NAME ge'",
    uses: ["A >= 1", "A <= B", "1 <= A", "B <= A"],
  },
  {
    own: "def __add__(self, other):\n    return ('NAME add', other) if isinstance(other, (int, str)) else NotImplemented",
    more: "def __add__(self, other):\n    return ('NAME', super().__add__(other))",
    uses: ["A + 1", "A + 'x'", "A + B", "A + None", "sum([A, 1])", "sum([1, A], 0)"],
  },
  {
    own: "def __radd__(self, other):\n    return 'NAME radd', other",
    uses: ["1 + A", "'x' + A", "[] + A", "B + A", "A + B", "sum([A])", "1.5 + A"],
  },
  {
    own: "def __iadd__(self, other):\n    print('NAME iadd', other)\n    return self",
    uses: ["(lambda a: [a := a.__iadd__(2)] and 1)(A)", "add_in_place(A, 3)", "add_in_place(A, B)"],
  },
  {
    own: "def __mul__(self, other):\n    return 'NAME mul'",
    uses: ["A * 2", "2 * A", "'x' * A", "A * B", "[1] * A"],
  },
  {
    own: "def __rmul__(self, other):\n    return 'NAME rmul', other",
    uses: ["2 * A", "[1] * A", "B * A", "'ab' * A"],
  },
  {
    own: "def __sub__(self, other):\n    return NotImplemented",
    uses: ["A - 1", "A - B", "1 - A"],
  },
  { own: "def __neg__(self):\n    return 'neg NAME'", uses: ["-A", "+A", "~A", "abs(A)"] },
  {
    own: "def __truediv__(self, other):\n    return 'NAME /', other",
    uses: ["A / 2", "2 / A", "A // 2", "divmod(A, 2)"],
  },
  {
    own: "def __divmod__(self, other):\n    return 'NAME divmod'",
    uses: ["divmod(A, 2)", "divmod(2, A)"],
  },
  {
    own: "def __pow__(self, other, modulus=None):\n    return 'NAME pow', other, modulus",
    uses: ["A ** 2", "pow(A, 2, 5)", "2 ** A"],
  },
  { own: "def __matmul__(self, other):\n    return 'NAME @'", uses: ["A @ B", "A @ 1", "1 @ A"] },
  {
    own: "def __rshift__(self, other):\n    return 'NAME >>'",
    uses: ["A >> 1", "A << 1", "1 >> A"],
  },
  {
    own: "def __or__(self, other):\n    return 'NAME |', other",
    uses: ["A | 1", "A & 1", "{} | A"],
  },
  {
    own: "def __int__(self):\n    return 42",
    uses: ["int(A)", "float(A)", "complex(A)", "'%d' % A", "'%x' % A", "range(A)"],
  },
  {
    own: "def __float__(self):\n    return 2.5",
    uses: ["float(A)", "int(A)", "'%.2f' % A", "round(A)", "complex(A)", "float.fromhex(A)"],
  },
  {
    own: "def __index__(self):\n    return 2",
    uses: [
      "[1, 2, 3][A]",
      "hex(A)",
      "range(A)",
      "'abc'[A]",
      "'x' * A",
      "int(A)",
      "[0, 1, 2, 3][:A]",
      "bytes(A)",
      "chr(A)",
      "'%x' % A",
      "round(1.2345, A)",
      "A in [2]",
      "float(A)",
    ],
  },
  {
    own: "def __round__(self, digits=None):\n    return 'NAME round', digits",
    uses: ["round(A)", "round(A, 2)"],
  },
  { own: "def __trunc__(self):\n    return 8", uses: ["int(A)"] },
  { own: "def __complex__(self):\n    return 1j", uses: ["complex(A)", "abs(A)"] },
  { own: "def __bytes__(self):\n    return b'NAME'", uses: ["bytes(A)", "bytearray(A)"] },
  {
    own: "def __getitem__(self, key):\n    if isinstance(key, int) and key > 3:\n        raise IndexError('NAME end')\n    return key",
    uses: [
      "A[0]",
      "A[1:2]",
      "A['k']",
      "A[1, 2:3]",
      "list(A)",
      "A[5]",
      "3 in A",
      "9 in A",
      "list(reversed(A))",
      "[*A]",
      "sum(A)",
      "list(zip(A, B))",
      "min(A)",
      "dict(enumerate(A))",
      "'-'.join(map(str, A))",
    ],
  },
  {
    own: "def __setitem__(self, key, value):\n    print('NAME set', key, value)",
    uses: ["set_item(A, 1, 2)", "set_item(A, slice(1), 2)", "A.__setitem__(3, 4)"],
  },
  {
    own: "def __delitem__(self, key):\n    print('NAME del', key)",
    uses: ["del_item(A, 1)", "del_item(A, 'x')"],
  },
  {
    own: "def __contains__(self, item):\n    return item == 'NAME' or item",
    uses: ["1 in A", "0 in A", "0 not in A", "'NAME' in A"],
  },
  {
    own: "def __iter__(self):\n    yield from ('NAME', 1, 2)",
    uses: [
      "list(A)",
      "[*A, *B]",
      "1 in A",
      "a_star(*A)",
      "dict(A)",
      "max(A)",
      "sorted(map(str, A))",
      "tuple(A)",
      "iter(A) is A",
      "A[0]",
      "list(enumerate(A))",
    ],
  },
  {
    own: "def __next__(self):\n    return 'NAME next'",
    uses: ["next(A)", "next(A, 'd')", "iter(A)", "list(A)"],
  },
  { own: "def __iter__(self):\n    return 5", uses: ["list(A)", "1 in A", "[*A]"] },
  {
    own: "def __call__(self, *args, **kwargs):\n    return 'NAME call', args, kwargs",
    uses: ["A()", "A(1, k=2)", "callable(A)", "list(map(A, [1]))", "sorted([2, 1], key=A)"],
  },
  {
    own: "def __enter__(self):\n    print('enter NAME')\n    return 'NAME'\n\ndef __exit__(self, *args):\n    print('exit NAME', args[0])\n    return args[0] is ValueError",
    uses: ["with_it(A)", "with_it(A, ValueError)", "with_it(A, KeyError)"],
  },
  {
    own: "def __new__(cls, *args):\n    print('new NAME', len(args))\n    return super().__new__(cls)",
    uses: ["C()", "C(3)", "type(C())"],
  },
  {
    own: "def __init_subclass__(cls, **kwargs):\n    super().__init_subclass__(**kwargs)\n    print('subclass of NAME', cls.__name__, kwargs)",
    uses: ["type('Made', (C,), {}).__name__", "type('Made', (C,), {'z': 1}).z"],
  },
  {
    own: "def __class_getitem__(cls, item):\n    return f'NAME[{item}]'",
    uses: ["C[int]", "C['x']", "A[0]"],
  },
  { own: "def __dir__(self):\n    return ['b', 'a']", uses: ["dir(A)"] },
  {
    own: "def __missing__(self, key):\n    return 'NAME missing', key",
    uses: ["A['zz']", "A.__missing__(1)"],
  },
  {
    own: "level = ['NAME']",
    uses: [
      "C.level",
      "A.level",
      "A.level.append(1) or C.level",
      "setattr(A, 'level', 3) or (A.level, C.level)",
      "delattr(C, 'level')",
      "C.level",
    ],
  },
  {
    own: "field = Described()",
    uses: ["A.field", "C.field", "setattr(A, 'field', 9)", "delattr(A, 'field')"],
  },
  { own: "def __reversed__(self):\n    return iter(['NAME'])", uses: ["list(reversed(A))"] },
  {
    own: "def __length_hint__(self):\n    return 2",
    uses: ["list(A)"],
  },
  {
    own: "def __private(self):\n    return 'private of NAME'\n\ndef show(self):\n    return self.__private()",
    uses: ["A.show()", "A.__private()"],
  },
];

const ANY_USES: readonly string[] = [
  "C.__mro__ and [each.__name__ for each in C.__mro__]",
  "[each.__name__ for each in C.__bases__]",
  "isinstance(A, C)",
  "issubclass(C, type(B))",
  "type(A).__name__",
  "C.__qualname__",
  "A.nope",
  "C.nope",
  "setattr(A, 'extra', 1) or A.extra",
  "delattr(A, 'nope')",
  "A == A, A != B, A is B",
  "A < B",
  "A()",
  "A[0]",
  "len(A)",
  "iter(A)",
  "1 in A",
  "with_it(A)",
  "A + 1",
  "-A",
  "int(A)",
  "C.__doc__",
  "C.__module__",
  "[name for name in vars(C) if not name.startswith('__')]",
  "C.mro() == list(C.__mro__)",
  "hash(A) is not None",
];

const BUILTINS = [
  "list",
  "dict",
  "str",
  "int",
  "float",
  "tuple",
  "set",
  "Exception",
  "ValueError",
  "object",
];

const PRELUDE = `class Described:
    def __set_name__(self, owner, name):
        print('set_name', owner.__name__, name)
        self.name = name

    def __get__(self, instance, owner=None):
        return self.name, instance is None, owner.__name__

    def __set__(self, instance, value):
        print('set', self.name, value)


def add_in_place(a, other):
    a += other
    return a is other, type(a).__name__


def set_item(a, key, value):
    a[key] = value


def del_item(a, key):
    del a[key]


def a_star(*args):
    return args


def with_it(manager, error=None):
    with manager as given:
        print('in', given)
        if error is not None:
            raise error('inside')
    return 'behind'


def shown(value):
    return '…' if ' at 0x' in repr(value) else value
`;

/** A base, classes that inherit from it and each other, an object of each, and uses of these. */
export function hierarchy_program(random: Random): string {
  const names = ["P", "Q", "R", "S"].slice(0, random.int(1, 4));
  const parts = [PRELUDE];
  const members = new Set<Member>();
  const made: string[] = [];
  for (const name of names) {
    const bases = bases_of(made, random);
    const own = Array.from({ length: random.int(1, 5) }, () => random.pick(MEMBERS));
    const extends_own = bases.length > 0 && made.includes(bases[0] ?? "");
    const texts = [...new Set(own)].map((member) => {
      members.add(member);
      const text = extends_own && member.more !== undefined ? member.more : member.own;
      return text.replaceAll("NAME", name);
    });
    if (random.below(12) === 0)
      texts.unshift(
        random.pick(["__slots__ = ('x',)", "__slots__ = ()", "__slots__ = ('x', 'y')"]),
      );
    const head = bases.length === 0 ? `class ${name}:` : `class ${name}(${bases.join(", ")}):`;
    const text = block(head, texts.join("\n\n"));
    // A class that can't be made is told, and stands for none.
    parts.push(bases.length > 1 ? guarded(text) : text);
    if (bases.length <= 1) made.push(name);
  }
  const uses = [...members].flatMap(({ uses: each }) => each);
  parts.push(...made.map((name) => `${name.toLowerCase()} = ${name}()`));
  for (let i = 0; i < 16; i++) {
    const use = random.below(5) === 0 ? random.pick(ANY_USES) : random.pick(uses);
    const [one, other] = [random.pick(made), random.pick(made)];
    const text = use
      .replaceAll(/\bA\b/g, one.toLowerCase())
      .replaceAll(/\bB\b/g, other.toLowerCase())
      .replaceAll(/\bC\b/g, one)
      .replaceAll("NAME", one);
    parts.push(
      random.below(3) === 0
        ? through_parameters(text, i, one, other)
        : guarded(`print(shown(${text}))`),
    );
  }
  return `${parts.join("\n")}\n`;
}

/** The same where nothing is known of the objects. */
function through_parameters(text: string, index: number, one: string, other: string): string {
  const names = [...new Set([one.toLowerCase(), other.toLowerCase(), one])];
  const list = names.join(", ");
  return `${block(`def use${index}(${list}):`, `return ${text}`)}\n${guarded(`print(shown(use${index}(${list})))`)}`;
}

function bases_of(made: readonly string[], random: Random): readonly string[] {
  if (made.length === 0) return random.below(4) === 0 ? [random.pick(BUILTINS)] : [];
  switch (random.below(5)) {
    case 0:
      return [];
    case 1:
      return [...new Set([random.pick(made), random.pick(made)])];
    default:
      return [random.pick(made)];
  }
}

function guarded(statement: string): string {
  return `${block("try:", statement)}\nexcept Exception as error:\n    print(type(error).__name__, error)`;
}
