// Random Python programs that compile: a small grammar over Python's constructs, and seeded choices.
import type { Random } from "./random.ts";

/** Each alternative is a text in which `{name}` stands for a part by that name. */
const expressions: readonly string[] = [
  ..."a b c xs d s n 0 1 2.5 'text' None True [] {}".split(" "),
  "({e} + {e})|({e} * {e})|({e} - {e})|({e} // {e})|({e} % {e})|({e} ** 2)|(-{e})|(not {e})",
  "({e} and {e})|({e} or {e})|({e} if {e} else {e})|({e} < {e} <= {e})|({e} == {e})",
  "({e} is None)|({e} in {e})|({e} is not {e})|({e} not in {e})",
  "[{e}, {e}]|({e}, {e})|{{e}: {e}, 'k': {e}}|{{e}, {e}}|[*{e}, {e}]|{**{e}}",
  "[{e} for i in {e}]|[{e} for i in {e} if {e}]|{i: {e} for i in {e}}|sum({e} for i in {e})",
  "any({e} for i in {e})|{i for i in {e}}|list(i for i in {e} for j in {e})",
  "f({e})|f({e}, k={e})|f(*{e})|f(**{e})|C({e})|C({e}).m({e})|C.made({e})|(lambda x, y=1: {e})",
  "len({e})|str({e})|int({e})|sorted({e}, key=lambda x: {e})|isinstance({e}, int)|max({e}, {e})",
  "print({e}, end={e})|range({e})|enumerate({e})|zip({e}, {e})|repr({e})|bool({e})|abs({e})",
  "({e}).attr|({e}).method({e})|({e})[{e}]|({e})[{e}:]|({e})[1:{e}:2]|s.split({e})|s.join({e})|d.get({e}, 1)",
  "f'{({e})}'|f'{({e})!r:>8} '|f'a{({e}):.2f}b'|'%s %d' % ({e}, {e})|'{}'.format({e})",
  "math.sqrt({e})|time.time()|asyncio.Queue({e})|functools.partial(f, {e})|random.choice({e})",
].flatMap((line) => line.split(/\|(?![^']*'(?:[^']*'[^']*')*[^']*$)/u));

const awaited =
  "a = await g({e})|await asyncio.sleep({e})|xs = await asyncio.gather(g({e}), g({e}))|print(await g({e}))".split(
    "|",
  );

const simple: readonly string[] =
  "{e}\na = {e}\na, b = {e}, {e}\na = b = {e}\n[a, *xs] = {e}\nn += {e}\nxs[0] = {e}\nd[{e}] = {e}\nc.attr = {e}\ndel d[{e}]\nassert {e}, {e}\npass\nxs.append({e})\nprint({e})\nraise ValueError({e})\na = (w := {e})\nimport json\nfrom collections import deque as dq".split(
    "\n",
  );

/** `{s}` is a suite, indented one level more than the line that ends in its colon. */
const compound: readonly string[] =
  "if {e}:{s}|if {e}:{s}elif {e}:{s}else:{s}|while {e}:{s}|for i in {e}:{s}|for i, (a, b) in {e}:{s}else:{s}|try:{s}except ValueError as error:{s}|try:{s}except (KeyError, TypeError):{s}except Exception:{s}else:{s}finally:{s}|try:{s}finally:{s}|with open({e}) as file:{s}|def f{u}(x, y={e}, *args, k=1, **kw):{s}|async def g{u}(x):{a}|class C{u}(C):{s}|match {e}:{m}".split(
    "|",
  );

const patterns =
  "1|'a'|None|[x, y]|[x, *_]|{'k': x, **rest}|C(x=1)|1 | 2|x if x|(1, x)|C() as made".split("|");

/** A program of `size` statements or so at its top level. */
export function generated_program(random: Random, size: number): string {
  return new Program(random).text(size);
}

const HEAD = `import asyncio, functools, math, random, time

class C:
    def __init__(self, x=1):
        self.x = self.attr = x
    def m(self, q=1):
        return self
    @classmethod
    def made(cls, x):
        return cls(x)

def f(*args, **kw):
    return args
async def g(x):
    return x
a = b = n = 1
c = C()
xs = [1, 2]
d = {1: 2}
s = "text"
`;

class Program {
  private readonly random: Random;
  private unique = 0;
  private is_async = false;

  constructor(random: Random) {
    this.random = random;
  }

  text(size: number): string {
    let text = HEAD;
    for (let i = 0; i < size; i++) text += this.statement(0, 3);
    return text;
  }

  private statement(level: number, budget: number): string {
    const indent = "    ".repeat(level);
    if (this.is_async && this.random.next() < 0.2)
      return `${indent}${this.filled(this.random.pick(awaited), level, budget)}\n`;
    if (budget === 0 || this.random.next() < 0.6)
      return `${indent}${this.filled(this.random.pick(simple), level, budget)}\n`;
    return `${indent}${this.filled(this.random.pick(compound), level, budget)}`;
  }

  private suite(level: number, budget: number): string {
    const count = this.random.int(1, 3);
    let text = "\n";
    for (let i = 0; i < count; i++) text += this.statement(level + 1, budget - 1);
    return text;
  }

  private async_suite(level: number, budget: number): string {
    const outer = this.is_async;
    this.is_async = true;
    const text = this.suite(level, budget);
    this.is_async = outer;
    return text;
  }

  /** A function or class inside of an `async def` is none itself. */
  private plain_suite(form: string, level: number, budget: number): string {
    const outer = this.is_async;
    this.is_async = outer && !/^(?:def|class) /u.test(form);
    const text = this.suite(level, budget);
    this.is_async = outer;
    return text;
  }

  private filled(form: string, level: number, budget: number): string {
    const indent = "    ".repeat(level);
    const at_clause = form.replace(/(?<=\{[sa]\})(?=\w)/gu, indent);
    return at_clause.replace(/\{([esamu])\}/gu, (_, part: string) => {
      if (part === "e") return this.expression(3);
      if (part === "u") return `${this.unique++}`;
      if (part === "m") return this.cases(level, budget);
      if (part === "a") return this.async_suite(level, budget);
      return this.plain_suite(form, level, budget);
    });
  }

  private cases(level: number, budget: number): string {
    const indent = "    ".repeat(level + 1);
    const [one, other] = [this.random.pick(patterns), this.random.pick(patterns)];
    const suites = [one, other].map(
      (pattern) => `${indent}case ${pattern}:${this.suite(level + 1, budget)}`,
    );
    return `\n${suites.join("")}`;
  }

  private expression(depth: number): string {
    const leaf = depth === 0 || this.random.next() < 0.3;
    const form = leaf ? expressions[this.random.below(15)] : this.random.pick(expressions);
    return this.nested(form ?? "a", depth);
  }

  private nested(form: string, depth: number): string {
    return form.replaceAll("{e}", () => this.expression(depth - 1));
  }
}
