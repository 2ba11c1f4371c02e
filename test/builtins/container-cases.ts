// Random cases of operations on sets, dicts, lists and what reads them.
import type { Encoded, Operation } from "./operations.ts";
import type { Random } from "../support/random.ts";

/** Sets of ints, floats and tuples: their order is CPython's own. */
export function set_case(random: Random): Operation[] {
  const element = element_maker(random);
  const elements = (most: number): Encoded => ({ list: random.many(most, element) });
  const name = (): Encoded => ({ name: random.pick(["a", "b"]) });
  const operations: Operation[] = [
    ["a", "set", elements(random.pick([6, 12, 40]))],
    ["b", random.pick(["set", "frozenset"]), elements(random.pick([6, 12, 60]))],
  ];
  for (let count = random.int(3, 14); count > 0; count--) {
    operations.push(
      random.pick<() => Operation>([
        () => [null, ".add", { name: "a" }, element()],
        () => [null, ".discard", { name: "a" }, element()],
        () => [null, ".remove", { name: "a" }, element()],
        () => [null, ".pop", { name: "a" }],
        () => [null, ".update", { name: "a" }, random.pick([elements(20), name()])],
        () => ["a", random.pick(["or_", "and_", "sub", "xor"]), { name: "a" }, name()],
        () => ["a", random.pick(["ior", "iand", "isub", "ixor"]), { name: "a" }, name()],
        () => ["b", random.pick(["or_", "and_", "sub", "xor"]), name(), name()],
        () => [
          "c",
          random.pick([".union", ".intersection", ".difference", ".symmetric_difference"]),
          name(),
          random.pick([
            elements(10),
            name(),
            { dict: random.many(9, () => ({ list: [element(), 1] })) },
          ]),
        ],
        () => [
          null,
          random.pick([
            ".intersection_update",
            ".difference_update",
            ".symmetric_difference_update",
          ]),
          { name: "a" },
          random.pick([elements(30), name()]),
        ],
        () => ["c", ".copy", name()],
        () => ["a", "set", name()],
        () => [null, random.pick(["eq", "ne", "lt", "le", "gt", "ge"]), name(), name()],
        () => [null, random.pick([".issubset", ".issuperset", ".isdisjoint"]), name(), name()],
        () => [
          "d",
          "constant",
          random.int(-50, 50),
          random.int(0, 99),
          random.int(0, 99),
          random.int(0, 9),
        ],
        () => [null, "hash", { name: "b" }],
        () => [null, "contains", { name: "a" }, element()],
      ])(),
    );
  }
  return operations;
}

/** Ints of some size, with now and then something else that hashes the same everywhere. */
function element_maker(random: Random): () => Encoded {
  const high = random.pick([9, 40, 1000, 2 ** 40]);
  const int = (): number => random.int(-Math.floor(high / 3), high);
  return () =>
    random.pick<() => Encoded>([
      int,
      int,
      int,
      int,
      () => ({ float: String(int() / 2) }),
      () => ({ tuple: [int(), int()] }),
      () => ({ int: String(BigInt(int()) ** 5n) }),
      () => random.pick([true, false, null]),
    ])();
}

/** Dicts with keys of every kind. */
export function dict_case(random: Random): Operation[] {
  const key = (): Encoded =>
    random.pick<Encoded>([
      random.int(0, 4),
      random.pick(["a", "b", "", "\0x", "1"]),
      true,
      false,
      null,
      { float: String(random.int(0, 4)) },
      { float: "0.5" },
      { tuple: [random.int(0, 2), random.pick(["a", 1, true])] },
      { frozenset: [random.int(0, 1), 2] },
      { int: "18446744073709551616" },
      { float: "18446744073709551616" },
      { list: [1] },
    ]);
  const d: Encoded = { name: "d" };
  const pairs = (): Encoded => ({
    list: random.many(5, () => ({ list: [key(), random.int(0, 9)] })),
  });
  const operations: Operation[] = [
    ["d", "dict", { list: [] }],
    ["e", "dict", pairs()],
  ];
  for (let count = random.int(3, 20); count > 0; count--) {
    operations.push(
      random.pick<() => Operation>([
        () => [null, "setitem", d, key(), random.int(0, 99)],
        () => [null, "setitem", d, key(), random.int(0, 99)],
        () => [null, "setitem", d, key(), random.int(0, 99)],
        () => [null, "delitem", d, key()],
        () => [null, "getitem", d, key()],
        () => [null, ".get", d, key()],
        () => [null, ".get", d, key(), "no"],
        () => [null, ".pop", d, key()],
        () => [null, ".pop", d, key(), "no"],
        () => [null, ".popitem", d],
        () => [null, ".setdefault", d, key(), random.int(0, 9)],
        () => [null, ".update", d, random.pick([pairs(), { name: "e" }])],
        () => ["d", random.pick(["or_", "ior"]), d, { name: "e" }],
        () => ["e", ".copy", d],
        () => [null, random.pick(["eq", "ne"]), d, { name: "e" }],
        () => [null, random.pick(["list", "len", "reversed", "items", "tuple"]), d],
        () => [null, "contains", d, key()],
        () => [null, random.pick([".keys", ".values", ".items"]), d],
        () => [null, ".clear", { name: "e" }],
        () => [null, random.pick(["lt", "or_", "sub"]), d, random.pick<Encoded>([1, { list: [] }])],
      ])(),
    );
  }
  return operations;
}

/** Lists and tuples: slices, methods, comparisons, sorting, unpacking. */
export function list_case(random: Random): Operation[] {
  const item = (): Encoded =>
    random.pick<Encoded>([
      random.int(-5, 9),
      random.int(-5, 9),
      random.int(-5, 9),
      { float: String(random.int(-9, 9) / 2) },
      true,
      random.pick(["a", "b", "é"]),
      { tuple: [random.int(0, 2), random.int(0, 2)] },
      null,
    ]);
  const number = (): Encoded =>
    random.pick<Encoded>([random.int(-9, 9), { float: String(random.int(-20, 20) / 4) }, false]);
  const items = (): Encoded => ({
    [random.pick(["list", "list", "tuple"])]: random.many(7, item),
  });
  const bound = (): Encoded => random.pick([null, random.int(-9, 9), random.int(-3, 3)]);
  const slice = (): Encoded => ({
    slice: [bound(), bound(), random.pick([null, null, 1, -1, 2, -2, 3, 0, "x"])],
  });
  const key = (): Encoded =>
    random.pick<Encoded>([
      random.int(-8, 8),
      random.int(-8, 8),
      slice(),
      slice(),
      true,
      "a",
      { float: "1" },
      null,
    ]);
  const x: Encoded = { name: "x" };
  const operations: Operation[] = [
    ["x", "list", items()],
    ["y", "tuple", items()],
  ];
  for (let count = random.int(3, 14); count > 0; count--) {
    operations.push(
      random.pick<() => Operation>([
        () => [
          null,
          "getitem",
          random.pick<Encoded>([x, { name: "y" }, "héllo😀x", { range: [1, 20, 3] }]),
          key(),
        ],
        () => [null, "getitem", random.pick<Encoded>([x, { name: "y" }]), slice()],
        () => [null, "setitem", x, slice(), items()],
        () => [null, "setitem", x, key(), random.pick([item(), items()])],
        () => [null, "delitem", x, random.pick([key(), slice()])],
        () => [null, ".append", x, item()],
        () => [null, ".extend", x, random.pick<Encoded>([items(), "ab", { range: [0, 3, 1] }, 5])],
        () => [null, ".insert", x, random.int(-9, 9), item()],
        () => [null, ".pop", x, random.int(-4, 4)],
        () => [null, ".pop", x],
        () => [null, ".remove", x, item()],
        () => [
          null,
          random.pick([".index", ".count"]),
          random.pick<Encoded>([x, { name: "y" }]),
          item(),
        ],
        () => [null, ".index", x, item(), random.int(-5, 5), random.int(-5, 9)],
        () => [null, ".reverse", x],
        () => ["z", "sorted", { list: random.many(12, number) }],
        () => ["z", "sorted", { list: random.many(5, item) }],
        () => [null, "sort", { name: "x" }, random.pick([true, false])],
        () => [null, random.pick(["eq", "ne", "lt", "le", "gt", "ge"]), items(), items()],
        () => [
          null,
          random.pick(["min", "max", "sum", "any", "all", "len"]),
          { list: random.many(6, number) },
        ],
        () => [null, random.pick(["min", "max", "sum"]), items()],
        () => [
          null,
          "sum",
          {
            list: random.many(12, () => ({
              float: String(random.next() * 10 ** random.int(-9, 9)),
            })),
          },
        ],
        () => [null, "unpack", random.pick<Encoded>([items(), 5, "ab", x]), random.int(0, 4)],
        () => [
          null,
          "unpack_star",
          random.pick<Encoded>([items(), 5, "ab", x]),
          random.int(0, 2),
          random.int(0, 2),
        ],
        () => [null, "zip", items(), x, items()],
        () => [null, "enumerate", x, random.int(-2, 5)],
        () => [
          null,
          "reversed",
          random.pick<Encoded>([x, "héy", { range: [9, -4, -2] }, { set: [1] }, 5]),
        ],
        () => [null, "contains", random.pick<Encoded>([x, { range: [0, 9, 2] }, "abé"]), item()],
        () => [
          "r",
          "value",
          { range: [random.int(-9, 9), random.int(-9, 9), random.pick([1, 2, -1, -3])] },
        ],
        () => [
          null,
          "getitem",
          { range: [random.int(-9, 9), random.int(-9, 9), random.pick([1, 2, -1, -3])] },
          slice(),
        ],
        () => [
          null,
          "eq",
          { range: [0, random.int(0, 4), 2] },
          { range: [0, random.int(0, 4), 2] },
        ],
        () => [null, "hash", { range: [0, random.int(0, 4), 2] }],
      ])(),
    );
  }
  return operations;
}
