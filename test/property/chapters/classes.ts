// Classes: attributes, methods, a random choice of special methods, sometimes a base; and uses of their objects.
import type { Writer } from "../writer.ts";
import { block } from "./functions.ts";

interface Member {
  /** The definition; `self.x` is an int, `self.items` a list of ints. */
  readonly text: string;
  /** Templates by type that use it: `OBJECT` stands for an object, `CLASS` for the class. */
  readonly uses: Readonly<Record<string, readonly string[]>>;
}

const MEMBERS: readonly Member[] = [
  { text: "def get(self):\n    return self.x", uses: { int: ["*2 OBJECT.get()"] } },
  {
    text: "def add(self, n, times=1):\n    self.x += n * times\n    self.items.append(n)\n    return self",
    uses: { object: ["OBJECT.add(«int»)", "OBJECT.add(«int», times=«small»)"] },
  },
  {
    text: "def total(self):\n    result = self.x\n    for item in self.items:\n        result += item\n    return result",
    uses: { int: ["*2 OBJECT.total()"] },
  },
  {
    text: "@property\ndef double(self):\n    return self.x * 2\n\n@double.setter\ndef double(self, value):\n    self.x = value // 2",
    uses: {
      int: ["OBJECT.double"],
      statement: [
        "«own:OBJECT $n».double = «int»\nprint($n.x)",
        "«own:OBJECT $n».double += «int»\nprint($n.x)",
      ],
    },
  },
  {
    text: "@staticmethod\ndef helper(n):\n    return n + 1",
    uses: { int: ["CLASS.helper(«int»)", "OBJECT.helper(«int»)"] },
  },
  {
    text: "@classmethod\ndef make(cls, n):\n    cls.count += 1\n    return cls(n, [n])",
    uses: { object: ["CLASS.make(«int»)"], int: ["CLASS.count", "OBJECT.count"] },
  },
  {
    text: "def __repr__(self):\n    return f'{type(self).__name__}({self.x}, {self.items!r})'",
    uses: { str: ["repr(OBJECT)"], statement: ["print(OBJECT, [OBJECT])"] },
  },
  {
    text: "def __str__(self):\n    return f'<{self.x}>'",
    uses: { str: ["str(OBJECT)", "f'{OBJECT}'", "'%s' % OBJECT"] },
  },
  {
    text: "def __eq__(self, other):\n    if not hasattr(other, 'x'):\n        return NotImplemented\n    return self.x == other.x",
    uses: {
      bool: [
        "(OBJECT == OBJECT)",
        "(OBJECT != OBJECT)",
        "(OBJECT == «int»)",
        "(OBJECT in [OBJECT])",
      ],
    },
  },
  {
    text: "def __hash__(self):\n    return hash(self.x)",
    uses: { int: ["len({OBJECT, OBJECT})"] },
  },
  {
    text: "def __lt__(self, other):\n    return self.x < other.x",
    uses: {
      bool: ["(OBJECT < OBJECT)", "(OBJECT > OBJECT)"],
      ints: ["[$o.x for $o in sorted([OBJECT, OBJECT, OBJECT])]"],
    },
  },
  {
    text: "def __add__(self, other):\n    if isinstance(other, int):\n        return type(self)(self.x + other, self.items)\n    return NotImplemented",
    uses: { object: ["(OBJECT + «int»)"], statement: ["print((OBJECT + «str»).x)"] },
  },
  {
    text: "def __radd__(self, other):\n    return self.x - other",
    uses: { int: ["(«int» + OBJECT)", "sum([OBJECT])"] },
  },
  {
    text: "def __iadd__(self, other):\n    self.items.append(other)\n    return self",
    uses: { statement: ["«own:OBJECT $n» += «int»\nprint($n.items)"] },
  },
  { text: "def __neg__(self):\n    return -self.x", uses: { int: ["(-OBJECT)"] } },
  {
    text: "def __len__(self):\n    return len(self.items)",
    uses: {
      int: ["*2 len(OBJECT)"],
      statement: ["if OBJECT:\n    «block»\nelse:\n    «block»", "while OBJECT:\n    break"],
      bool: ["(not OBJECT)"],
    },
  },
  {
    text: "def __bool__(self):\n    return self.x > 0",
    uses: {
      bool: ["bool(OBJECT)", "(not OBJECT)", "(OBJECT and True)"],
      statement: ["if OBJECT:\n    «block»"],
    },
  },
  {
    text: "def __getitem__(self, index):\n    return self.items[index]",
    uses: { int: ["*2 OBJECT[«index»]"], ints: ["OBJECT[«bound»:«bound»]", "list(OBJECT)"] },
  },
  {
    text: "def __setitem__(self, index, value):\n    self.items[index] = value",
    uses: {
      statement: [
        "«own:OBJECT $n»[«index»] = «int»\nprint($n.items)",
        "«own:OBJECT $n»[«index»] += «int»\nprint($n.items)",
      ],
    },
  },
  {
    text: "def __contains__(self, item):\n    return item in self.items",
    uses: { bool: ["(«int» in OBJECT)", "(«int» not in OBJECT)"] },
  },
  {
    text: "def __iter__(self):\n    yield from self.items",
    uses: {
      ints: ["list(OBJECT)", "sorted(OBJECT)"],
      statement: ["for $x in OBJECT:\n    «block|$x:int|loop»", "$a, *$b = OBJECT\nprint($a, $b)"],
      int: ["sum(OBJECT)"],
    },
  },
  {
    text: "def __call__(self, n, *rest):\n    return n + self.x + len(rest)",
    uses: { int: ["*2 OBJECT(«int»)", "OBJECT(«int», *«!ints»)"] },
  },
  {
    text: "def __enter__(self):\n    print('enter', self.x)\n    return self\n\ndef __exit__(self, kind, value, traceback):\n    print('exit', kind.__name__ if kind else None)\n    return kind is ValueError",
    uses: {
      statement: [
        "*2 with OBJECT as $c:\n    «block»",
        "with OBJECT, OBJECT as $c:\n    «block»\nprint('after')",
      ],
    },
  },
  {
    text: "def __index__(self):\n    return len(self.items)",
    uses: { int: ["«ints»[OBJECT]", "hex(OBJECT).count('0')"] },
  },
  {
    text: "def __getattr__(self, name):\n    return 'no ' + name",
    uses: { str: ["OBJECT.missing"] },
  },
  {
    text: "def __format__(self, spec):\n    return f'[{spec}|{self.x}]'",
    uses: { str: ["f'{OBJECT:>5}'", "format(OBJECT, 'abc')"] },
  },
];

export function write_class(w: Writer, base: string | null): { name: string; text: string } {
  const { random } = w;
  const name = w.fresh("C");
  const members = MEMBERS.filter(() => random.below(3) === 0);
  const parts = ["count = 0"];
  if (base === null || random.below(2) === 0) parts.push(constructor(w, base));
  parts.push(...members.map(({ text }) => text));
  if (random.below(2) === 0) parts.push(own_method(w, name));
  w.add(name, [`${name}(«int», «ints»)`, `${name}(«int»)`]);
  w.add("statement", [
    `*3 $a = «${name}»\n=> $a:${name}`,
    `«own:${name} $n».x += «int»\nprint($n.x)`,
    `«own:${name} $n».items[«index»] += 1`,
    `${name}.count += 1\nprint(${name}.count, «${name}».count)`,
  ]);
  w.add("int", [`«${name}».x`]);
  w.add("ints", [`«${name}».items`]);
  w.add("bool", [`isinstance(«${name}», ${name})`]);
  for (const { uses } of members)
    for (const [type, templates] of Object.entries(uses))
      w.add(
        type === "object" ? name : type,
        templates.map((template) =>
          template
            .replaceAll("own:OBJECT", `own:${name}`)
            .replaceAll("OBJECT", `«${name}»`)
            .replaceAll("CLASS", name),
        ),
      );
  return {
    name,
    text: block(`class ${name}${base === null ? "" : `(${base})`}:`, parts.join("\n\n")),
  };
}

function constructor(w: Writer, base: string | null): string {
  const head = w.random.pick([
    "def __init__(self, x, items=None):",
    "def __init__(self, x: int, items: list[int] | None = None):",
  ]);
  if (base !== null)
    return block(head, `super().__init__(x + 1, items)\nself.extra = ${w.expression("int", 1)}`);
  return block(head, "self.x = x\nself.items = items if items is not None else []");
}

function own_method(w: Writer, name: string): string {
  const method = w.fresh("m");
  const body = w.inside_function(
    [
      { name: "n", type: "int" },
      { name: "self.x", type: "int" },
      { name: "self.items", type: "ints" },
    ],
    [],
    () => `${w.statements(w.random.int(1, 2))}\nreturn ${w.expression("int", 2)}`,
  );
  w.add("int", [`*2 «${name}».${method}(«int»)`]);
  return block(`def ${method}(self, n):`, body);
}
