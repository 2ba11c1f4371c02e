// Python beside the TypeScript that statements are emitted as; imports left out. Read by eye, changed with the emitter.
export interface Case {
  readonly title: string;
  readonly python: string;
  readonly typescript: string;
}

export const CASES: Readonly<Record<string, readonly Case[]>> = {
  declarations: [
    {
      title: "const for what is bound once, let for what is bound again",
      python: `
def f(a):
    x = a + 1
    y = 0
    y = x
    return y
f(1)
`,
      typescript: `
export function f(a: number): number {
  const x = a + 1;
  let y = 0;
  y = x;
  return y;
}
f(1);
`,
    },
    {
      title: "a variable of several branches is declared before them",
      python: `
def f(a):
    if a:
        x = 1
    else:
        x = 2
    return x
f(1)
`,
      typescript: `
export function f(a: number): number {
  let x: number;
  if (a) {
    x = 1;
  } else {
    x = 2;
  }
  return x;
}
f(1);
`,
    },
    {
      title: "loops of their own declare the same name separately",
      python: `
def f():
    for i in range(3):
        print(i)
    for i in range(4):
        print(i)
f()
`,
      typescript: `
export function f(): void {
  for (let i = 0; i < 3; i++) {
    print(i);
  }
  for (let i = 0; i < 4; i++) {
    print(i);
  }
}
f();
`,
    },
    {
      title: "a loop variable that is used later is declared outside",
      python: `
def f(xs):
    for x in xs:
        print(x)
    return x
f([1])
`,
      typescript: `
export function f(xs: number[]): number {
  let x!: number;
  for (x of xs) {
    print(unbound(x, "x"));
  }
  return unbound(x, "x");
}
f([1]);
`,
    },
    {
      title: "what a closure captures in a loop is shared",
      python: `
def f():
    out = []
    for i in range(3):
        out.append(lambda: i)
    return [g() for g in out]
print(f())
`,
      typescript: `
export function f(): number[] {
  const out: any[] = [];
  let i!: number;
  for (i of range(3)) {
    out.push(() => i);
  }
  return Array.from(out, (g) => g());
}
print(f());
`,
    },
    {
      title: "global and nonlocal assign the outer variable",
      python: `
total = 0
def add(n):
    global total
    total += n
def outer():
    x = 1
    def inner():
        nonlocal x
        x = 2
    inner()
    return x
add(1)
outer()
`,
      typescript: `
let total = 0;
export function add(n: number): void {
  total += n;
}
export function outer(): number {
  let x = 1;
  function inner(): void {
    x = 2;
  }
  inner();
  return x;
}
add(1);
outer();
`,
    },
    {
      title: "a function that is defined twice is a variable",
      python: `
flag = bool(input())
if flag:
    def f():
        return 1
else:
    def f():
        return 2
print(f())
`,
      typescript: `
const flag = bool(input());
let f!: any;
if (flag) {
  f = function f(): number {
    return 1;
  };
} else {
  f = function f(): number {
    return 2;
  };
}
print(call(f));
`,
    },
    {
      title: "reserved words get an underscore",
      python: `
new = 1
function = 2
print(new, function)
`,
      typescript: `
const new_ = 1;
const function_ = 2;
print(new_, function_);
`,
    },
    {
      title: "an import gives way to the program's name",
      python: `
def add(a, b):
    return a + b
print(add(input(), 1))
`,
      typescript: `
export function add(a: string, b: number): any {
  return py_add(a, b);
}
print(add(input(), 1));
`,
    },
  ],
  assignments: [
    {
      title: "swaps and displays need no tuple",
      python: `
def f(a, b):
    a, b = b, a
    return a
f(1, 2)
`,
      typescript: `
export function f(a: number, b: number): number {
  [a, b] = [b, a];
  return a;
}
f(1, 2);
`,
    },
    {
      title: "unknown lengths are checked",
      python: `
def f(xs):
    a, b = xs
    c, *d = xs
    return a, b, c, d
print(f(list(input())))
`,
      typescript: `
export function f(xs: string[]): readonly [string, string, string, string[]] {
  const [a, b] = unpack(xs, 2);
  const [c, d] = unpack_star(xs, 1, 0);
  return Tuple.of(a, b, c, d);
}
print(f(list(input())));
`,
    },
    {
      title: "several targets",
      python: `
a = b = []
c = d = 0
print(a, b, c, d)
`,
      typescript: `
const a: any[] = [];
const b = a;
const c = 0;
const d = 0;
print(a, b, c, d);
`,
    },
    {
      title: "the value comes before the target's parts",
      python: `
d = {}
def key():
    return 1
d[key()] = key()
d[key()] += key()
del d[1]
`,
      typescript: `
const d: Dict<number, number> = new Dict();
export function key(): number {
  return 1;
}
const value = key();
d.set(key(), value);
const key2 = key();
d.set(key2, d.at(key2) + key());
d.delete(1);
`,
    },
    {
      title: "what nobody reads",
      python: `
for _ in range(2):
    print(1)
_, x = (1, 2)
print(x)
`,
      typescript: `
for (let _ = 0; _ < 2; _++) {
  print(1);
}
const [, x] = [1, 2];
print(x);
`,
    },
  ],
  loops: [
    {
      title: "range with a last value, a step, a changing limit",
      python: `
def f(n, xs):
    for i in range(2, n + 1):
        print(i)
    for i in range(n, 0, -2):
        print(i)
    for i in range(len(xs)):
        xs.append(i)
f(3, [1])
`,
      typescript: `
export function f(n: number, xs: number[]): void {
  for (let i = 2; i <= n; i++) {
    print(i);
  }
  for (let i = n; i > 0; i -= 2) {
    print(i);
  }
  for (let i = 0, stop = xs.length; i < stop; i++) {
    xs.push(i);
  }
}
f(3, [1]);
`,
    },
    {
      title: "else behind a loop that may be left",
      python: `
def f(xs):
    for x in xs:
        if x:
            break
    else:
        print('none')
f([0])
`,
      typescript: `
export function f(xs: number[]): void {
  search: {
    for (const x of xs) {
      if (x) {
        break search;
      }
    }
    print("none");
  }
}
f([0]);
`,
    },
    {
      title: "a generator that somebody holds stays open",
      python: `
def gen():
    yield 1
def f():
    g = gen()
    for x in g:
        break
    for x in gen():
        break
f()
`,
      typescript: `
export function* gen(): Generator<number, void, any> {
  yield 1;
}
export function f(): void {
  const g = gen();
  for (const x of keep_open(g)) {
    break;
  }
  for (const x of gen()) {
    break;
  }
}
f();
`,
    },
    {
      title: "async for",
      python: `
import asyncio
async def rows():
    yield 1
async def cleaned():
    try:
        yield 1
    finally:
        print('end')
async def main():
    async for x in rows():
        print(x)
    async for x in cleaned():
        break
asyncio.run(main())
`,
      typescript: `
export async function* rows(): AsyncGenerator<number, void, any> {
  yield 1;
}
export async function* cleaned(): AsyncGenerator<number, void, any> {
  try {
    yield 1;
  } finally {
    print("end");
  }
}
export async function main(): Promise<void> {
  for await (const x of rows()) {
    print(x);
  }
  for await (const x of finalized(cleaned())) {
    break;
  }
}
await asyncio.run(main);
`,
    },
  ],
  exceptions: [
    {
      title: "handlers by class",
      python: `
try:
    print(1)
except (KeyError, IndexError) as e:
    print(e)
except OSError:
    raise
finally:
    print(2)
`,
      typescript: `
try {
  print(1);
} catch (error) {
  const e = as_exception(error);
  if (e instanceof KeyError || e instanceof IndexError) {
    print(e);
  } else if (e instanceof OSError) {
    throw e;
  } else {
    throw e;
  }
} finally {
  print(2);
}
`,
    },
    {
      title: "errors of the engine are converted where they could be meant",
      python: `
try:
    print(1)
except Exception as e:
    print(e)
`,
      typescript: `
try {
  print(1);
} catch (error) {
  const e = as_exception(error);
  if (e instanceof Exception) {
    print(e);
  } else {
    throw e;
  }
}
`,
    },
    {
      title: "else is not guarded",
      python: `
try:
    print(1)
except KeyError:
    print(2)
else:
    print(3)
`,
      typescript: `
attempt: {
  try {
    print(1);
  } catch (error) {
    if (error instanceof KeyError) {
      print(2);
      break attempt;
    } else {
      throw error;
    }
  }
  print(3);
}
`,
    },
    {
      title: "raise with cause and context",
      python: `
try:
    print(1)
except KeyError as e:
    raise ValueError('x') from e
except IndexError:
    raise ValueError
`,
      typescript: `
try {
  print(1);
} catch (e) {
  if (e instanceof KeyError) {
    throw raise_from(new ValueError("x"), e);
  } else if (e instanceof IndexError) {
    throw in_context(new ValueError(), e);
  } else {
    throw e;
  }
}
`,
    },
    {
      title: "except*",
      python: `
try:
    print(1)
except* ValueError as g:
    print(g)
`,
      typescript: `
try {
  print(1);
} catch (error) {
  except_star(error, [
    [
      ValueError,
      (g) => {
        print(g);
      },
    ],
  ]);
}
`,
    },
    {
      title: "assert",
      python: `
x = input()
assert x, 'message'
`,
      typescript: `
const x = input();
if (!x) {
  throw new AssertionError("message");
}
`,
    },
  ],
  with: [
    {
      title: "a lock",
      python: `
import asyncio
lock = asyncio.Lock()
async def f():
    async with lock:
        print(1)
asyncio.run(f())
`,
      typescript: `
const lock = new asyncio.Lock();
export async function f(): Promise<void> {
  await lock.acquire();
  try {
    print(1);
  } finally {
    lock.release();
  }
}
await asyncio.run(f);
`,
    },
    {
      title: "a manager that never suppresses",
      python: `
class M:
    def __enter__(self):
        return self
    def __exit__(self, *exc):
        return None
def f():
    with M() as m:
        return m
f()
`,
      typescript: `
export class M {
  __enter__(): M {
    return this;
  }

  __exit__(...exc: any[]): void {
    return;
  }
}
export function f(): M {
  const scope = enter(new M());
  try {
    const m = scope.value;
    return m;
  } catch (error) {
    throw scope.raised(error);
  } finally {
    scope.leave();
  }
}
f();
`,
    },
  ],
  functions: [
    {
      title: "parameters of all kinds",
      python: `
def f(a, b=2, *args, c, d=4, **rest):
    print(a, b, args, c, d, rest)
f(1, c=3)
`,
      typescript: `
export function f(a: number, b: number = 2, ...values: any[]): void {
  const [args, { c, d = 4, ...options }] = split_keywords(values);
  const rest = dict(options);
  print(a, b, args, c, d, rest);
}
f(1, undefined, { c: 3 });
`,
    },
    {
      title: "keyword-only parameters",
      python: `
def f(a, *, timeout=1.5, name):
    print(a, timeout, name)
f(1, name='x')
`,
      typescript: `
export function f(
  a: number,
  { timeout = 1.5, name }: { timeout?: number; name: string },
): void {
  print(a, timeout, name);
}
f(1, { name: "x" });
`,
    },
    {
      title: "defaults are evaluated once",
      python: `
def f(x, acc=[]):
    acc.append(x)
    return acc
f(1)
`,
      typescript: `
const f_acc: number[] = [];
export function f(x: number, acc: number[] = f_acc): number[] {
  acc.push(x);
  return acc;
}
f(1);
`,
    },
    {
      title: "decorators",
      python: `
def d(f):
    return f
@d
def g():
    return 1
print(g())
`,
      typescript: `
export function d(f: any): any {
  return f;
}
export const g = d(function g(): number {
  return 1;
});
print(g());
`,
    },
    {
      title: "falling off the end",
      python: `
def f(x):
    if x:
        return 1
print(f(len(input())))
`,
      typescript: `
export function f(x: number): number | null {
  if (x) {
    return 1;
  }
  return null;
}
print(f(len(input())));
`,
    },
  ],
  classes: [
    {
      title: "constructor, fields, properties",
      python: `
class A:
    count = 0
    def __init__(self, name):
        self.name = name
    @property
    def title(self):
        return self.name.title() + str(self.count)
    @staticmethod
    def make():
        return A('x')
print(A.make().title)
`,
      typescript: `
export class A {
  name: string;
  declare count: number;
  static count = 0;

  constructor(name: string) {
    this.name = name;
  }

  get title(): string {
    return str.title(this.name) + String(this.count);
  }

  static make(): A {
    return new A("x");
  }

  static {
    class_attributes(this, "count");
  }
}
print(A.make().title);
`,
    },
    {
      title: "exceptions set their arguments",
      python: `
class E(Exception):
    def __init__(self, code):
        self.code = code
        super().__init__(f'code {code}')
raise E(1)
`,
      typescript: `
export class E extends Exception {
  code: number;

  constructor(code: number) {
    super(\`code \${code}\`);
    this.code = code;
  }
}
throw new E(1);
`,
    },
    {
      title: "__init__ that uses self too early stays a method",
      python: `
class A:
    def __init__(self):
        self.x = 1
class B(A):
    def __init__(self):
        self.y = 2
        super().__init__()
print(B().y)
`,
      typescript: `
export class A {
  declare x: number;

  constructor(...args: any[]) {
    (this as any).__init__(...args);
  }

  __init__(): void {
    this.x = 1;
  }
}
export class B extends A {
  declare y: number;

  __init__(): void {
    this.y = 2;
    super.__init__();
  }
}
print(new B().y);
`,
    },
    {
      title: "self inside of functions",
      python: `
class A:
    def __init__(self):
        self.x = 1
    def m(self):
        def inner():
            return self.x
        return inner()
print(A().m())
`,
      typescript: `
export class A {
  x: number;

  constructor() {
    this.x = 1;
  }

  m(): number {
    const self = this;
    function inner(): number {
      return self.x;
    }
    return inner();
  }
}
print(new A().m());
`,
    },
  ],
  match: [
    {
      title: "values, sequences, mappings, classes",
      python: `
def f(x):
    match x:
        case 1 | 2:
            return 'n'
        case [a, *rest]:
            return a, rest
        case {'k': v}:
            return v
        case str():
            return 's'
        case _:
            return None
print(f(getattr(f, 'x', 1)))
`,
      typescript: `
export function f(x: any): any {
  if (eq(x, 1) || eq(x, 2)) {
    return "n";
  } else if (is_sequence(x) && len(x) >= 1) {
    const a = getitem(x, 0);
    const rest = sequence_rest(x, 1);
    return Tuple.of(a, rest);
  } else if (is_mapping(x) && contains(x, "k")) {
    const v = getitem(x, "k");
    return v;
  } else if (isinstance(x, str)) {
    return "s";
  } else {
    return null;
  }
}
print(f(getattr(f, "x", 1)));
`,
    },
    {
      title: "a guard that reads a capture",
      python: `
def f(x):
    match x:
        case [a, b] if a == b:
            print(a)
        case _:
            print('other')
f(input())
`,
      typescript: `
export function f(x: string): void {
  match: {
    if (is_sequence(x) && len(x) === 2) {
      const a = getitem(x, 0);
      const b = getitem(x, 1);
      if (eq(a, b)) {
        print(a);
        break match;
      }
    }
    print("other");
  }
}
f(input());
`,
    },
  ],
  modules: [
    {
      title: "the main guard",
      python: `
import asyncio
async def main():
    pass
if __name__ == '__main__':
    asyncio.run(main())
`,
      typescript: `
export async function main(): Promise<void> {}
if (is_main(import.meta)) {
  await asyncio.run(main);
}
`,
    },
    {
      title: "a module that is not there, where that is expected",
      python: `
try:
    import uvloop
except ImportError:
    uvloop = None
print(uvloop)
`,
      typescript: `
let uvloop!: any;
try {
  throw new ModuleNotFoundError("No module named 'uvloop'", { name: "uvloop" });
} catch (error) {
  if (error instanceof ImportError) {
    uvloop = null;
  } else {
    throw error;
  }
}
print(uvloop);
`,
    },
  ],
  comments: [
    {
      title: "keep their places",
      python: `
# head
"""Doc."""

# above
def f():  # behind
    """Doc of f."""
    # in
    x = 1  # trailing

    return x
    # end


# last
f()
# end of file
`,
      typescript: `
/** Doc. */

// head

// above
/** Doc of f. */
export function f(): number {
  // behind
  // in
  const x = 1; // trailing

  return x;
  // end
}

// last
f();
// end of file
`,
    },
  ],
};
