// Python's rules of scope, as CPython's symtable has them, and definite assignment.
import { expect, test } from "vitest";
import { analysed, binding, nodes } from "./support.ts";

test("functions inside a class skip its names", () => {
  const a = analysed("x = 1\nclass C:\n    x = 2\n    def f(self):\n        return x\n    y = x\n");
  const [in_method, in_class] = nodes(a, "Name", "x").filter(({ ctx }) => ctx === "Load");
  expect(in_method && a.facts.scopes.resolve(in_method)).toMatchObject({
    binding: { scope: { kind: "module" } },
  });
  expect(in_class && a.facts.scopes.resolve(in_class)).toMatchObject({
    binding: { scope: { kind: "class" } },
  });
});

test("a class name that is not bound yet is a global", () => {
  const a = analysed("x = 1\nclass C:\n    x = x\n");
  const load = nodes(a, "Name", "x").find(({ ctx }) => ctx === "Load");
  expect(load && a.facts.scopes.resolve(load)).toMatchObject({
    binding: { scope: { kind: "module" } },
  });
});

test("global and nonlocal bind outside", () => {
  const a = analysed(
    "n = 0\ndef f():\n    global n\n    n += 1\n    k = 0\n    def g():\n        nonlocal k\n        k += 1\n    return g\n",
  );
  expect(binding(a, "n")).toMatchObject({ is_rebound: true, is_bound_from_inside: true });
  expect(binding(a, "k")).toMatchObject({
    is_rebound: true,
    is_captured: true,
    scope: { kind: "function" },
  });
});

test("a walrus in a comprehension binds around it", () => {
  const a = analysed("def f(xs):\n    return [y for x in xs if (y := x)]\n");
  expect(binding(a, "y").scope.kind).toBe("function");
  expect(binding(a, "x").scope.kind).toBe("comprehension");
});

test("a loop variable in a closure is captured in a loop", () => {
  const a = analysed("def f():\n    for i in range(3):\n        yield lambda: i\n");
  expect(binding(a, "i").is_captured_in_loop).toBe(true);
});

test("type parameters have a scope of their own", () => {
  const a = analysed("def f[T](x: T) -> T:\n    y: T = x\n    return y\n");
  expect(binding(a, "T").scope.kind).toBe("type_parameters");
});

test.each([
  ["if c:\n    x = 1\nprint(x)\n", true],
  ["if c:\n    x = 1\nelse:\n    x = 2\nprint(x)\n", false],
  ["while True:\n    x = 1\n    break\nprint(x)\n", false],
  ["for i in xs:\n    x = 1\nprint(x)\n", true],
  ["try:\n    x = f()\nexcept ValueError:\n    pass\nprint(x)\n", true],
  ["try:\n    x = f()\nexcept ValueError:\n    raise\nprint(x)\n", false],
  ["try:\n    x = f()\nfinally:\n    print(1)\nprint(x)\n", false],
  ["x = 1\ndel x\nprint(x)\n", true],
  ["try:\n    pass\nexcept E as x:\n    pass\nprint(x)\n", true],
  ["match v:\n    case [x]:\n        pass\n    case _:\n        x = 1\nprint(x)\n", false],
  ["if a and (x := f()):\n    print(x)\n", false],
  ["if a or (x := f()):\n    print(x)\n", true],
  ["with open(p) as h:\n    x = 1\nprint(x)\n", false],
  ["with suppress(E):\n    x = 1\nprint(x)\n", true],
  ["x += 1\n", true],
])("may be unbound: %j", (source, expected) => {
  expect(binding(analysed(source), "x").may_be_unbound).toBe(expected);
});

test("a function may read what is bound after it, but before its first mention", () => {
  const source = "def f():\n    return helper()\ndef helper():\n    return 1\nf()\n";
  expect(binding(analysed(source), "helper").may_be_unbound).toBe(false);
  const early = "def f():\n    return helper()\nf()\ndef helper():\n    return 1\n";
  expect(binding(analysed(early), "helper").may_be_unbound).toBe(true);
  const through = "def f():\n    return g()\ndef g():\n    return x\nf()\nx = 1\n";
  expect(binding(analysed(through), "x").may_be_unbound).toBe(true);
});

test("imports know what they name", () => {
  const a = analysed("import concurrent.futures\nfrom asyncio import sleep as nap\n");
  expect(binding(a, "concurrent").imported).toMatchObject({ module: "concurrent", name: null });
  expect(binding(a, "nap").imported).toMatchObject({ module: "asyncio", name: "sleep" });
});
