// Every name of CPython's built-in types and of its builtins is there, or has a reason.
import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import * as builtins from "../../runtime/builtins/index.ts";
import type { Dynamic } from "../../runtime/builtins/index.ts";
import { find_python } from "../support/python.ts";

const python = find_python("3.13");
const { b, bytearray, dict, frozenset, iter, memoryview, range, reversed, slice, Tuple } = builtins;

/** A value of each type, in Python's text and as ours. */
const VALUES: Readonly<Record<string, Dynamic>> = {
  "5": 5,
  "1.5": 1.5,
  "1j": new builtins.Complex(0, 1),
  True: true,
  "'a'": "a",
  "b'a'": b("a"),
  "bytearray(b'a')": bytearray(b("a") as Dynamic),
  "memoryview(b'a')": (memoryview as Dynamic)(b("a")),
  "[1]": [1],
  "(1,)": Tuple.of(1),
  "{1: 2}": dict([Tuple.of(1, 2)]),
  "{1}": new builtins.PySet([1]),
  "frozenset([1])": frozenset([1]),
  "range(3)": range(3),
  "slice(1)": slice(1),
  "{1: 2}.keys()": dict([Tuple.of(1, 2)]).keys(),
  "{1: 2}.values()": dict([Tuple.of(1, 2)]).values(),
  "{1: 2}.items()": dict([Tuple.of(1, 2)]).items(),
  "iter([1])": iter([1]),
  "iter({1})": iter(new builtins.PySet([1])),
  "iter({1: 2})": iter(dict([Tuple.of(1, 2)])),
  "iter(range(3))": iter(range(3)),
  "reversed([1])": reversed([1]),
  "zip([1])": builtins.zip([1]),
  "map(str, [1])": builtins.map(builtins.str, [1]),
  "filter(None, [1])": builtins.filter(null, [1]),
  "enumerate([1])": builtins.enumerate([1]),
};

/** Names that are missing, and why. */
const REASONS: readonly (readonly [reason: string, names: RegExp])[] = [
  [
    "values are pickled and copied by other means",
    /^__(?:getstate|setstate|reduce|reduce_ex|getnewargs|length_hint)__$/,
  ],
  ["instances are made by calls", /^__(?:new|init|init_subclass|subclasshook|class_getitem)__$/],
  [
    "sizes in memory and buffers are C's",
    /^__(?:sizeof|buffer|release_buffer|alloc|getformat)__$|^_from_flags$/,
  ],
  ["there are no docstrings of built-ins", /^__doc__$/],
  [
    "attributes of plain values are read by the runtime",
    /^__(?:getattribute|setattr|delattr|dir|class)__$/,
  ],
  ["reflected operators are tried by the operators themselves", /^__r(?:mod|and|or|sub|xor)__$/],
  [
    "views of memory are bytes in one dimension",
    /^(?:[cf]_)?contiguous$|^(?:shape|strides|suboffsets|cast|__delitem__)$/,
  ],
];

/** Built-in functions that programs can't have. */
const ABSENT: readonly string[] = [
  "aiter anext breakpoint compile copyright credits eval exec globals help license locals", // no text is run
  "EnvironmentError IOError", // the emitter writes OSError
  "_IncompleteInputError", // there is no prompt
  "super __build_class__ __import__ __debug__ __loader__ __spec__ __doc__ __name__ __package__ _",
].flatMap((names) => names.split(" "));

function ask(source: string): Dynamic {
  const { stdout } = spawnSync(python ?? "", ["-c", source], { encoding: "utf8" });
  return JSON.parse(stdout);
}

test.skipIf(python === null)(
  "built-in types have CPython's names (skipped without Python 3.13)",
  () => {
    const names = ask(
      `import json; print(json.dumps([dir(x) for x in [${Object.keys(VALUES).join(", ")}]]))`,
    ) as string[][];
    const missing = Object.entries(VALUES).flatMap(([text, value], index) =>
      (names[index] ?? [])
        .filter((name) => !builtins.hasattr(value, name))
        .filter((name) => !REASONS.some(([, pattern]) => pattern.test(name)))
        .map((name) => `${text} ${name}`),
    );
    expect(missing).toEqual([]);
  },
);

test.skipIf(python === null)("every built-in is there (skipped without Python 3.13)", () => {
  const names = ask("import builtins, json; print(json.dumps(dir(builtins)))") as string[];
  const ours: Dynamic = builtins;
  const constants = /^(?:None|True|False|Ellipsis|NotImplemented)$/;
  const missing = names.filter(
    (name) => !(name in ours) && !constants.test(name) && !ABSENT.includes(name),
  );
  expect(missing).toEqual([]);
});
