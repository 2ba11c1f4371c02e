// Types: what is claimed is true of all values, and what can be known is known.
import { describe, expect, test } from "vitest";
import { analysed, function_named, short, type_of } from "./support.ts";

function types(source: string, ...texts: readonly string[]): string[] {
  const analysis = analysed(source);
  return texts.map((text) => type_of(analysis, text));
}

describe("containers", () => {
  test("an element stored through an alias is seen", () => {
    expect(types("xs = [1]\nys = xs\nys.append('a')\nz = xs[0]\nprint(z)\n", "z")).toEqual([
      "int | str",
    ]);
  });

  test("a list that escapes holds anything", () => {
    expect(types("import nowhere\nxs = [1]\nnowhere.f(xs)\nz = xs[0]\nprint(z)\n", "z")).toEqual([
      "unknown",
    ]);
  });

  test("a list that is only read by built-ins keeps its type", () => {
    expect(types("xs = [1]\nprint(len(xs), sorted(xs))\nz = xs[0]\nprint(z)\n", "z")).toEqual([
      "int",
    ]);
  });

  test("a function may fill what it is given", () => {
    const source = "def fill(a, b):\n    a.append(b)\nxs = []\nfill(xs, 2.5)\nprint(xs[0])\n";
    expect(types(source, "xs[0]")).toEqual(["float"]);
  });

  test("a list that holds itself is cut off", () => {
    expect(types("xs = []\nxs.append(xs)\nprint(xs)\n", "xs")).toEqual(["list[unknown]"]);
  });

  test("tuples keep their places", () => {
    const source = "def f():\n    return 1, 'a'\nn, s = f()\nprint(n, s)\n";
    expect(types(source, "n", "s")).toEqual(["int", "str"]);
  });
});

describe("flow", () => {
  test("None is narrowed away", () => {
    const source = "x = None\nfor i in range(3):\n    x = i\nif x is not None:\n    print(x + 0)\n";
    expect(types(source, "x + 0")).toEqual(["int"]);
  });

  test("isinstance narrows unknown values", () => {
    const source =
      "import nowhere\nv = nowhere.v\nif isinstance(v, str):\n    print(v + '')\nelse:\n    print(v)\n";
    expect(types(source, "v + ''", "v")).toEqual(["str", "unknown"]);
  });

  test("an exception may leave a variable as it was", () => {
    const source = "x = 'a'\ntry:\n    x = int('1')\nexcept ValueError:\n    pass\nprint(x)\n";
    expect(types(source, "x")).toEqual(["int | str"]);
  });

  test("a variable that a closure writes is everything that it is ever given", () => {
    const source =
      "def f():\n    v = 1\n    def g():\n        nonlocal v\n        v = 'a'\n    g()\n    return v\nf()\n";
    const analysis = analysed(source);
    expect(short(analysis.facts.types.returns(function_named(analysis, "f")))).toBe("int | str");
  });

  test("a finally on the way out of a loop counts", () => {
    const source =
      "x = 1\nfor i in range(3):\n    try:\n        break\n    finally:\n        x = 'a'\nprint(x)\n";
    expect(types(source, "x")).toEqual(["int | str"]);
  });
});

describe("parameters", () => {
  test("come from the calls where all calls are known", () => {
    const analysis = analysed("def f(a, b=None):\n    return a\nf(1)\nf('x', b=2)\n");
    const { facts } = analysis;
    const infos = facts.calls.parameters(function_named(analysis, "f"));
    expect(infos.map(({ type }) => short(type))).toEqual(["int | str", "int | none"]);
    expect(facts.calls.is_closed(function_named(analysis, "f"))).toBe(true);
  });

  test("a wrong annotation changes nothing there", () => {
    const analysis = analysed("def f(a: int):\n    return a\nf('x')\n");
    expect(short(analysis.facts.types.returns(function_named(analysis, "f")))).toBe("str");
  });

  test("an annotation is trusted where the callers are not known", () => {
    const analysis = analysed("def f(a: int, b):\n    return a\n");
    const infos = analysis.facts.calls.parameters(function_named(analysis, "f"));
    expect(infos.map(({ type }) => short(type))).toEqual(["int", "unknown"]);
  });

  test("a callback gets what the runtime passes on", () => {
    const analysis = analysed(
      "import asyncio\ndef cb(name):\n    print(name)\nasyncio.get_event_loop().call_soon(cb, 'a')\n",
    );
    const infos = analysis.facts.calls.parameters(function_named(analysis, "cb"));
    expect(infos.map(({ type }) => short(type))).toEqual(["str"]);
  });
});

describe("classes", () => {
  test("attributes are what is assigned anywhere", () => {
    const source =
      "class C:\n    def __init__(self):\n        self.x = None\n    def f(self):\n        self.x = 1\n        return self.x\nc = C()\nprint(c.f(), c.x)\n";
    expect(types(source, "c.x")).toEqual(["int | none"]);
  });

  test("an assignment to an unknown object reaches attributes of that name", () => {
    const source =
      "import nowhere\nclass C:\n    def __init__(self):\n        self.x = 1\nnowhere.o.x = 'a'\nprint(C().x)\n";
    expect(types(source, "C().x")).toEqual(["int | str"]);
  });

  test("setattr with a name that is not known reaches all", () => {
    const source =
      "class C:\n    def __init__(self):\n        self.x = 1\nc = C()\nsetattr(c, input(), 'a')\nprint(c.x)\n";
    expect(types(source, "c.x")).toEqual(["unknown"]);
  });

  test("an overriding method may be meant", () => {
    const source =
      "class A:\n    def f(self):\n        return 1\nclass B(A):\n    def f(self):\n        return 'b'\nfor o in [A(), B()]:\n    print(o.f())\n";
    expect(types(source, "o.f()")).toEqual(["int | str"]);
  });

  test("a property and its setter", () => {
    const source =
      "class P:\n    def __init__(self):\n        self._v = 0\n    @property\n    def v(self):\n        return self._v\n    @v.setter\n    def v(self, value):\n        self._v = value\np = P()\np.v = 'a'\nprint(p.v)\n";
    expect(types(source, "p.v")).toEqual(["int | str"]);
  });
});

describe("asyncio", () => {
  test("results come through tasks, gather and queues", () => {
    const source = `import asyncio
async def work(n):
    return n
async def main():
    t = asyncio.create_task(work(1))
    r = await t
    xs = await asyncio.gather(work(2), work(3))
    q = asyncio.Queue()
    await q.put("a")
    item = await q.get()
    print(r, xs, item)
asyncio.run(main())
`;
    expect(types(source, "r", "xs", "item")).toEqual(["int", "list[int]", "str"]);
  });

  test("with return_exceptions, results may be exceptions", () => {
    const source =
      "import asyncio\nasync def w():\n    return 1\nasync def main():\n    xs = await asyncio.gather(w(), return_exceptions=True)\n    print(xs)\nasyncio.run(main())\n";
    expect(types(source, "xs")).toEqual(["list[unknown]"]);
  });
});

test("modules of a project know each other's values", () => {
  const analysis = analysed("from shapes import area\nprint(area(2))\n", {
    shapes: "def area(side):\n    return side * side\n",
  });
  expect(type_of(analysis, "area(2)")).toBe("int");
});
