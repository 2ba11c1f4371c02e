// Functions: annotated or not, with defaults, stars and keywords, closures and generators; and calls of them.
import type { Variable, Writer } from "../writer.ts";

const ANNOTATIONS: Readonly<Record<string, string>> = {
  int: "int",
  float: "float",
  bool: "bool",
  str: "str",
  ints: "list[int]",
  strs: "list[str]",
  map: "dict[str, int]",
  maybe: "int | None",
  pair: "tuple[int, str]",
};

/** Writes a function and lets later expressions call it. */
export function write_function(w: Writer): string {
  const { random } = w;
  const name = w.fresh("f");
  const is_typed = random.below(2) === 0;
  const result = random.pick(["int", "int", "float", "str", "bool", "ints", "map"]);
  const parameters: Variable[] = random.many(3, () => ({
    name: w.fresh("p"),
    type: random.pick(Object.keys(ANNOTATIONS)),
  }));
  const defaults = random.below(3) === 0 ? random.int(0, parameters.length) : 0;
  const written = parameters.map(({ name: own, type }, i) => {
    const annotated = is_typed ? `${own}: ${ANNOTATIONS[type]}` : own;
    if (i < parameters.length - defaults) return annotated;
    return `${annotated}${is_typed ? " = " : "="}${w.expression(type, 1)}`;
  });
  const extras: Variable[] = [];
  if (random.below(6) === 0) {
    extras.push({ name: "args", type: "ints" });
    written.push(is_typed ? "*args: int" : "*args");
  }
  if (random.below(6) === 0) {
    const option = w.fresh("o");
    if (extras.length === 0) written.push("*");
    extras.push({ name: option, type: "int" });
    written.push(`${option}${is_typed ? ": int = " : "="}${w.expression("int", 0)}`);
  }
  const returned = is_typed && random.below(2) === 0;
  const body = w.inside_function([...parameters, ...extras], [], () => {
    const statements = w.statements(random.int(1, 4));
    return `${statements}\n${returned ? returning(w, result) : `return ${w.expression(result)}`}`;
  });
  const required = parameters.slice(0, parameters.length - defaults).map(({ type }) => `«${type}»`);
  const all = parameters.map(({ type }) => `«${type}»`);
  // Behind the body: a function that calls itself without end prints as often as the stack is deep.
  for (const { name: option } of extras.filter((extra) => extra.name !== "args"))
    w.add(result, [`${name}(${[...all, `${option}=«int»`].join(", ")})`]);
  w.add(result, [`*3 ${name}(${all.join(", ")})`, `${name}(${required.join(", ")})`]);
  if (parameters.length > 1) {
    const keywords = parameters.map(({ name: own, type }) => `${own}=«${type}»`).reverse();
    w.add(result, [`${name}(${keywords.join(", ")})`]);
  }
  const head = `def ${name}(${written.join(", ")})${returned ? ` -> ${ANNOTATIONS[result]}` : ""}:`;
  return block(head, body);
}

function returning(w: Writer, type: string): string {
  return `result: ${ANNOTATIONS[type]} = ${w.expression(type)}\nreturn result`;
}

/** Writes a generator function and statements that drive one. */
export function write_generator(w: Writer): string {
  const name = w.fresh("g");
  const body = w.inside_function([{ name: "n", type: "int" }], ["generator"], () =>
    w.statements(w.random.int(1, 3)),
  );
  w.add("ints", [`list(${name}(«small»))`]);
  w.add("int", [`sum(1 for $x in ${name}(«small»))`, `next(${name}(«small»), «int»)`]);
  w.add("statement", [
    `*2 for $x in ${name}(«small»):\n    print($x)`,
    `for $x in ${name}(«small»):\n    «block||loop»\n    break`,
    `*2 $a = ${name}(«small»)\ntry:\n    print(next($a))\n    print($a.send(«any»))\n    print($a.throw(«error»))\n    print(list($a))\nexcept StopIteration as $e:\n    print('stopped', $e.value)\nexcept Exception as $e:\n    print(repr($e))\nprint($a.close())`,
    `$a = ${name}(«small»)\nprint(next($a, 'end'))\nprint($a.close())\nprint(next($a, 'end'))`,
    `print(*${name}(«small»), sep=', ')`,
    `@generator yield from ${name}(«small»)`,
  ]);
  const tail = w.random.pick(["yield n", "yield from range(n)", "return n"]);
  return block(`def ${name}(n):`, `yield 'start'\n${body}\n${tail}`);
}

export const generator_statements: readonly string[] = [
  "*6 @generator yield «any»",
  "*3 @generator $a = yield «int»\nprint('got', $a)",
  "@generator yield from «ints»",
  "*2 @generator try:\n    yield «any»\nexcept ValueError as $e:\n    print('value', $e)\nfinally:\n    print('finally')",
  "@generator try:\n    yield «int»\nexcept GeneratorExit:\n    print('exit')\n    raise",
  "@generator for $i in range(«small»):\n    yield «int|$i:int»\n    «block|$i:int|loop»",
  "@generator while True:\n    $a = yield «int»\n    if not $a:\n        break",
];

export const closure_statements: readonly string[] = [
  "def $f($p, $q=«int»):\n    «suite|$p:int, $q:int»\n    return «int|$p:int, $q:int»\nprint($f(«int»), $f(«int», «int»))",
  "@function def $f($p):\n    nonlocal «own:int $n»\n    $n += $p\n    return $n\nprint($f(«int»), $f(«int»), $n)",
  "$l = []\nfor $i in range(3):\n    def $f($p=$i):\n        return $p, $i\n    $l.append($f)\nprint([$f() for $f in $l])",
  "def $f($p, $l=[]):\n    $l.append($p)\n    return $l\nprint($f(«int»), $f(«str»), $f(«int», [0]))",
  "def $f(*$p, **$q):\n    return $p, $q\nprint($f(«int», *«!ints», **{«key»: «int»}), $f(a=«any»))",
  "def $f($n):\n    return 1 if $n <= 1 else $n * $f($n - 1)\nprint($f(«small» * 6))",
  "def $f($p):\n    if $p > «int»:\n        return «int|$p:int»\nprint($f(«int»))",
  "def $f($p):\n    def $g($q):\n        return $p + $q\n    return $g\nprint($f(«int»)(«int»))",
  "def $f($p):\n    try:\n        return «int|$p:int»\n    finally:\n        print('finally', $p)\nprint($f(«int»))",
  "def $f($p):\n    for $i in range(3):\n        try:\n            if «bool|$i:int, $p:int»:\n                return $i\n            if «bool|$i:int, $p:int»:\n                continue\n            print('body', $i)\n        finally:\n            if «bool|$i:int, $p:int»:\n                break\n            print('after', $i)\n    return 'end'\nprint($f(«int»))",
  "def $f($p):\n    try:\n        return «int|$p:int»\n    except ZeroDivisionError:\n        return 'zero'\n    finally:\n        if «bool|$p:int»:\n            return 'override'\nprint($f(«int»))",
];

export function block(head: string, body: string): string {
  return `${head}\n    ${body.replaceAll("\n", "\n    ")}`;
}
