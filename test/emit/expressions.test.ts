// What expressions are emitted as: native where the facts prove it the same, a helper otherwise.
import { describe, expect, it } from "vitest";
import { transpile } from "../../src/index.ts";

const PROGRAM = `import asyncio
def use(*args): print(args)
def n(): return len(str(3))
def unknown(x): return x
class P:
    def __init__(self, x): self.x = x
    def get(self): return self.x
    async def work(self, k, *, slow=False): return k
async def co(a, b=2): return a
def kw(a, b=2, *, c=3): return a
s = "text"[0:2] + "x"
xs = [1, 2, 3]
d = {"a": 1}
p = P(1)
f = 1.5
async def main():
    i = n()
    u = getattr(p, s)
    use(@)
asyncio.run(main())
`;

/** The expression as an argument of a call, on one line. */
function emitted(python: string): string {
  const { code, diagnostics } = transpile(
    PROGRAM.replace("@", () => python),
    { file: "test.py" },
  );
  if (code === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const inside = /\n {2}use\((?<argument>[^]*?)\);\n\}/u.exec(
    code.slice(code.indexOf("function main")),
  );
  return (inside?.groups?.["argument"] ?? code).replace(/\n\s*/gu, " ").replace(/^ |, $/gu, "");
}

function table(title: string, rows: readonly (readonly [python: string, code: string])[]): void {
  describe(title, () => {
    it.each(rows)("%s", (python, code) => expect(emitted(python)).toBe(code));
  });
}

table("literals", [
  ["1.0", "float(1)"],
  ["1.5", "1.5"],
  ["-1", "-1"],
  ["-0.0", "neg(float(0))"],
  ["12345678901234567890", "int(12345678901234567890n)"],
  ["None", "null"],
  ["'a' \"'b\"", '"a\'b"'],
]);

table("text", [
  ['f"{i} {s} {f}"', "`${i} ${s} ${str(f)}`"],
  ['f"{f:.2f}|{p!r}|{i:>{i}}"', '`${format(f, ".2f")}|${repr(p)}|${format(i, `>${i}`)}`'],
  ['"%s is %d (%.1f)" % (s, i, f)', '`${s} is ${i} (${format(f, ".1f")})`'],
  ['"{} {1}".format(s, 1)', 'str.format("{} {1}", s, 1)'],
  ['"{0} {x:>4}".format(s, x=i)', "`${s} ${String(i).padStart(4)}`"],
]);

table("operators", [
  ["i + 1", "i + 1"],
  ["i * i", "mul(i, i)"],
  ["i % 2", "i % 2"],
  ["u % 2", "mod(u, 2)"],
  ["i / 2", "truediv(i, 2)"],
  ["s + 'x'", 's + "x"'],
  ["xs + [4]", "[...xs, 4]"],
  ["f + 1", "as_float(f + 1)"],
  ["f - 1 > 2.0", "f - 1 > 2"],
  ["0 <= i < 10", "0 <= i && i < 10"],
  ["s == 'x'", 's === "x"'],
  ["xs == [1]", "eq(xs, [1])"],
  ["u is not None", "u != null"],
  ["'a' in d", 'd.has("a")'],
  ["1 not in xs", "!xs.includes(1)"],
  ["s or 'd'", 's || "d"'],
  ["xs or [0]", "xs.length > 0 ? xs : [0]"],
  ["not xs", "xs.length === 0"],
  ["not u", "!bool(u)"],
  ["1 if u else 2", "bool(u) ? 1 : 2"],
]);

table("comprehensions", [
  ["[x * 2 for x in xs]", "xs.map((x) => x * 2)"],
  ["[x for x in xs if x > 1]", "xs.filter((x) => x > 1)"],
  ["[str(x) for x in xs if x > 1]", "xs.filter((x) => x > 1).map((x) => String(x))"],
  ["[p.get() for x in xs]", "Array.from(xs, (x) => p.get())"],
  ["[x + y for x in xs for y in xs]", "xs.flatMap((x) => xs.map((y) => x + y))"],
  ["sum(1 for x in xs if x > 1)", "xs.filter((x) => x > 1).length"],
  ["any(x > 1 for x in xs)", "xs.some((x) => x > 1)"],
  ["', '.join(str(x) for x in xs)", 'xs.map((x) => String(x)).join(", ")'],
  ["(x for x in xs)", "(function* () { for (const x of xs) { yield x; } })()"],
  [
    "[await co(x) for x in xs]",
    "await (async () => { const items: number[] = []; for (const x of xs) { items.push(await co(x)); } return items; })()",
  ],
  [
    "[lambda: x for x in xs]",
    "(() => { const items: any[] = []; let x!: number; for (x of xs) { items.push(() => x); } return items; })()",
  ],
]);

table("subscripts and displays", [
  ["xs[i]", "xs[i] ?? index_error()"],
  ["xs[1:-1]", "xs.slice(1, -1)"],
  ["d['a']", 'd.at("a")'],
  ["(1, 'a')[1]", 'Tuple.of(1, "a")[1]'],
  ["{'a': 1}", "dict({ a: 1 })"],
  ["{**d, 'z': 3}", 'new Dict<string, number>([...d.items(), ["z", 3]])'],
  ["[*xs, 0]", "[...xs, 0]"],
]);

table("calls", [
  ["co(1)", "coroutine(co, 1)"],
  ["await co(1)", "await co(1)"],
  ["asyncio.create_task(co(i))", "asyncio.create_task(() => co(i))"],
  ["asyncio.create_task(co(xs[0]))", "asyncio.create_task(coroutine(co, xs[0]))"],
  ["asyncio.gather(*[co(x) for x in xs])", "asyncio.gather(...xs.map((x) => () => co(x)))"],
  ["p.work(1)", "coroutine(p.work.bind(p), 1)"],
  ["await p.work(1, slow=True)", "await p.work(1, { slow: true })"],
  ["kw(b=1, a=2)", "kw(2, 1)"],
  ["kw(1, c=4)", "kw(1, undefined, { c: 4 })"],
  [
    "kw(b=n(), a=unknown(2))",
    "((argument = n()), (argument2 = unknown(2)), kw(argument2, argument))",
  ],
  ["kw(**d)", "call_with(kw, [], keywords(kw, d))"],
  ["u(1)", "call(u, 1)"],
  ["u.append(1)", 'call_method(u, "append", 1)'],
  ["isinstance(p, P)", "p instanceof P"],
  ["isinstance(u, (str, P))", 'typeof u === "string" || u instanceof P'],
  ["s.split(',')", 's.split(",")'],
  ["s.split()", "str.split(s)"],
  ["sorted(xs, reverse=True)", "sorted(xs, { reverse: true })"],
  ["P(x=3).x", "new P(3).x"],
]);

describe("source order", () => {
  it("prints a sum of many terms", () => {
    const sum = Array.from({ length: 400 }, () => "i").join(" + ");
    expect(emitted(sum).length).toBeGreaterThan(400);
  });
});
