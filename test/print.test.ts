// The printer on hand-built trees: parentheses, escapes, comments, types on and off, maps.
import { decode } from "@jridgewell/sourcemap-codec";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { format } from "../src/4-print/format.ts";
import { print } from "../src/4-print/print.ts";
import { realign } from "../src/4-print/realign.ts";
import { read_program, write_module } from "../src/transpile.ts";
import * as b from "../src/target/build.ts";
import type { Expression, Program, Statement } from "../src/target/nodes.ts";
import { generate_program } from "./property/generate.ts";

const program = (...statements: readonly Statement[]): Program => ({ kind: "Program", statements });
const text = (...statements: readonly Statement[]): string =>
  print(program(...statements), { types: true }).code;
const script = (...statements: readonly Statement[]): string =>
  print(program(...statements), { types: false }).code;
const shown = (node: Expression): string => text(b.statement(node)).trimEnd();
const read_back = (node: Expression): unknown => runInNewContext(shown(node));
const [x, y, z] = [b.identifier("x"), b.identifier("y"), b.identifier("z")];

describe("parentheses", () => {
  const cases: readonly (readonly [Expression, string])[] = [
    [b.binary("*", b.binary("+", x, y), z), "(x + y) * z;"],
    [b.binary("-", x, b.binary("-", y, z)), "x - (y - z);"],
    [b.binary("-", b.binary("-", x, y), z), "x - y - z;"],
    [b.binary("&&", x, b.binary("&&", y, z)), "x && y && z;"],
    [b.binary("**", b.unary("-", x), y), "(-x) ** y;"],
    [b.unary("-", b.binary("**", x, y)), "-(x ** y);"],
    [b.binary("**", b.await_(x), y), "(await x) ** y;"],
    [b.binary("**", x, b.binary("**", y, z)), "x ** (y ** z);"],
    [b.binary("**", b.binary("**", x, y), z), "(x ** y) ** z;"],
    [b.binary("??", x, b.binary("||", y, z)), "x ?? (y || z);"],
    [b.binary("&&", b.binary("??", x, y), z), "(x ?? y) && z;"],
    [b.unary("-", b.unary("-", x)), "-(-x);"],
    [b.binary("-", x, b.unary("-", y)), "x - -y;"],
    [b.new_(b.call(x)), "new (x())();"],
    [b.new_(b.member(b.call(x), "C")), "new (x().C)();"],
    [b.new_(b.member(x, "C"), [y]), "new x.C(y);"],
    [b.member(b.number(1), "real"), "(1).real;"],
    [b.member(b.await_(x), "y"), "(await x).y;"],
    [b.call(b.arrow([], x)), "(() => x)();"],
    [b.arrow([], b.object([])), "() => ({});"],
    [b.arrow([], b.member(b.object([]), "x")), "() => ({}.x);"],
    [b.object([]), "({});"],
    [b.call(x, [b.sequence([y, z])]), "x((y, z));"],
    [b.conditional(b.conditional(x, y, z), x, y), "(x ? y : z) ? x : y;"],
    [b.binary("<", b.as_(x, b.type_name("any")), y), "(x as any) < y;"],
    [b.member(b.as_(x, b.type_name("any")), "y"), "(x as any).y;"],
    [b.not(b.binary("instanceof", x, y)), "!(x instanceof y);"],
    [b.await_(b.conditional(x, y, z)), "await (x ? y : z);"],
    [b.binary("+", x, b.yield_(y)), "x + (yield y);"],
    [b.member(x, "a-b"), 'x["a-b"];'],
    [b.assign(b.object_target([{ key: "x", value: x }]), y), "({ x } = y);"],
  ];
  it.each(cases)("%# %s", (node, expected) => expect(shown(node)).toBe(expected));
});

describe("literals", () => {
  it("escapes strings so that they read back the same", () => {
    const value = "a\"b'c\\d\n\t\x001\u2028\u{1f469}\u200d\u{1f680}\ud800é\u00a0\u200b";
    expect(read_back(b.string(value))).toBe(value);
    expect(read_back(b.template([value], []))).toBe(value);
  });

  it("escapes what a template would read as code", () => {
    expect(shown(b.template(["`${", "}"], [x]))).toBe("`\\`\\${${x}}`;");
  });

  it("keeps the line ends of long text", () => {
    expect(shown(b.template(["a\nb\nc"], []))).toBe("`a\nb\nc`;");
    expect(shown(b.template(["a\n"], []))).toBe("`a\\n`;");
  });

  it("writes numbers as JavaScript does, exponents as prettier does", () => {
    expect(shown(b.number(-0))).toBe("-0;");
    expect(shown(b.number(-Infinity))).toBe("-Infinity;");
    expect(shown(b.number(1e21))).toBe("1e21;");
    expect(shown(b.bigint(-5n))).toBe("-5n;");
  });

  it("keeps __proto__ an ordinary key", () => {
    const node = b.object([b.property("__proto__", x), b.property("y", y), b.property("a b", z)]);
    expect(shown(b.call(x, [node]))).toBe('x({ ["__proto__"]: x, y, "a b": z });');
  });
});

describe("statements", () => {
  it("places comments, JSDoc and blank lines", () => {
    const inner = b.attach(b.return_(x), {
      leading: [{ text: "one", at: 0 }, null, { text: "two", at: 1 }],
      trailing: { text: "behind", at: 2 },
      blank_before: true,
    });
    const node = b.function_declaration("f", b.function_parts([]), b.block([inner]));
    expect(text(b.attach(node, { doc: "Says\nmore." }))).toBe(
      "/**\n * Says\n * more.\n */\nfunction f() {\n  // one\n\n  // two\n  return x; // behind\n}\n",
    );
  });

  it("keeps comments among arguments", () => {
    const call = b.call(x, [
      b.attach(y, { leading: [{ text: "first", at: 0 }] }),
      b.attach(z, { trailing: { text: "z", at: 1 } }),
    ]);
    expect(text(b.statement(call))).toBe("x(\n  // first\n  y,\n  z, // z\n);\n");
  });

  it("drops types from JavaScript", () => {
    const number = b.type_name("number");
    const parts = b.function_parts([b.parameter("x", { type: number, optional: true })], {
      returns: number,
    });
    const node = b.function_declaration("f", parts, b.block([b.return_(b.as_(x, number))]));
    expect(script(node, b.let_("y", null, number))).toBe(
      "function f(x) {\n  return x;\n}\nlet y;\n",
    );
    expect(text(node)).toBe("function f(x?: number): number {\n  return x as number;\n}\n");
  });

  it("parenthesises types", () => {
    const any = b.type_name("any");
    const union = b.union_type([any, b.literal_type("a")]);
    expect(union).toBe(any);
    const either = b.union_type([b.type_name("A"), b.function_type([], b.type_name("void"))]);
    expect(text(b.let_("x", null, b.array_type(either, { readonly: true })))).toBe(
      "let x: readonly (A | (() => void))[];\n",
    );
    expect(text(b.let_("x", null, b.array_type(b.tuple_type([any]))))).toBe(
      "let x: (readonly [any])[];\n",
    );
  });

  it("prints long chains without deep recursion, in linear time", () => {
    let sum: Expression = x;
    for (let count = 0; count < 20_000; count++) sum = b.binary("+", sum, y);
    expect(shown(sum)).toHaveLength(20_000 * 4 + 2);
  });
});

describe("source map", () => {
  it("leads from printed positions to the Python text", () => {
    const source = "a\nbb(c)\n";
    const call = b.from(
      { start: 2, end: 7 },
      b.call(b.identifier("bb"), [b.from({ start: 5, end: 6 }, b.identifier("c"))]),
    );
    const { map } = print(program(b.statement(x), b.statement(call)), {
      types: true,
      source,
      file: "t.py",
      map: true,
    });
    expect(decode(map?.mappings ?? "")).toEqual([
      [],
      [
        [0, 0, 1, 0],
        [3, 0, 1, 3],
      ],
    ]);
    expect(map?.sources).toEqual(["t.py"]);
  });
});

describe("realign", () => {
  it("moves the map to where prettier moves the words", async () => {
    const source = "first\nsecond(third)\n";
    const long = "x".repeat(70);
    const call = b.from(
      { start: 6, end: 19 },
      b.call(b.identifier(long), [
        b.from({ start: 13, end: 18 }, b.identifier("third")),
        b.identifier("fourth"),
      ]),
    );
    const { code, map } = print(program(b.statement(call)), { types: true, source, map: true });
    const after = await format(code);
    const moved = map === null ? null : realign(map, code, after);
    expect(decode(moved?.mappings ?? "")).toEqual([[[0, 0, 1, 0]], [[2, 0, 1, 7]]]);
  });
});

describe("format", () => {
  it("lays code out as prettier does", async () => {
    expect(await format("const a = 'it'\nlet b={'c':1}")).toBe(
      'const a = "it";\nlet b = { c: 1 };\n',
    );
  });

  it("lays out what it leaves to prettier where maps are wanted", async () => {
    let left = 0;
    for (let seed = 0; seed < 40; seed++) {
      const read = read_program(generate_program(seed, "programs"), "test.py", () => null);
      if (read.project === null) throw new Error(`program ${seed} has errors`);
      const { main } = read.project;
      const { code, rough } = write_module(read, main, { types: true });
      const prettier = write_module(read, main, { types: true, map: true });
      left += prettier.rough.length - rough.length;
      expect(await format(code, rough)).toBe(await format(prettier.code, prettier.rough));
    }
    expect(left).toBeGreaterThan(100);
  });

  it.each([
    "print(any(first_of_them < second_of_them and second_of_them < third_of_them for first_of_them in [1]))",
    "print([x for x in range(2) if x in set([1, 2]) & set([2, 3]) | set([3, 4, 5]) | set([6, 7, 8, 9, 10, 11, 12])])",
    "print(f\"{str(next(x for x in [1, 2] if x))} {'.'.join(k + v for k, v in {'a': 'b'}.items() if k) or 'none of them'}\")",
    "print([*'a' + chr(98)])",
  ])("leaves nothing to prettier of %s", async (line) => {
    const text = `def f(second_of_them: int, third_of_them: int):\n    ${line}\n`;
    const read = read_program(text, "test.py", () => null);
    if (read.project === null) throw new Error("errors");
    const { code, rough } = write_module(read, read.project.main, { types: true });
    expect(rough).toEqual([]);
    expect(code).toBe(await format(code));
  });
});
