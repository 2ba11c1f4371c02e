// Functions with parameters of every kind, and calls of them that fit or do not.
import type { Random } from "../../support/random.ts";
import { block } from "./functions.ts";

/** A definition, and twelve calls of it, each under a guard. */
export function write_calls(random: Random, index: number): string {
  const { text, names } = parameters(random);
  const name = `f${index}`;
  const shown = names.length === 0 ? "'nothing'" : names.join(", ");
  const calls = (callee: string): string[] =>
    Array.from({ length: 4 }, () => guarded(`print(${callee}(${args(random)}))`));
  const body = `return ${shown}`;
  switch (random.below(6)) {
    case 0:
      return [`${name} = lambda ${text}: (${shown})`, ...calls(name), ...calls(name)].join("\n");
    case 1: {
      const head = `def ${random.pick(["run", "__call__"])}(self${text === "" ? "" : `, ${text}`}):`;
      const call = head.includes("__call__") ? "" : ".run";
      const text_of_class = block(`class C${index}:`, block(head, body));
      return [text_of_class, ...calls(`C${index}()${call}`), ...calls(`C${index}${call}`)].join(
        "\n",
      );
    }
    case 2: {
      const head = `def __init__(self${text === "" ? "" : `, ${text}`}):`;
      const made = block(
        `class C${index}:`,
        `${block(head, `self.given = (${shown},)`)}\n\n${block("def __repr__(self):", "return f'made{self.given}'")}`,
      );
      return [made, ...calls(`C${index}`), ...calls(`C${index}`)].join("\n");
    }
    case 3: {
      const inner = block(`def ${name}(${text}):`, body);
      const through = block(
        `def through${index}(f, *args, **kwargs):`,
        "return f(*args, **kwargs)",
      );
      return [
        inner,
        through,
        ...calls(`(lambda *a, **k: through${index}(${name}, *a, **k))`),
        ...calls(name),
      ].join("\n");
    }
    case 4: {
      const decorator = random.pick(["@staticmethod\n", "@classmethod\n"]);
      const self = decorator.startsWith("@class") ? `cls${text === "" ? "" : ", "}` : "";
      const method = `${decorator}${block(`def run(${self}${text}):`, body)}`;
      return [
        block(`class C${index}:`, method),
        ...calls(`C${index}.run`),
        ...calls(`C${index}().run`),
      ].join("\n");
    }
    default:
      return [block(`def ${name}(${text}):`, body), ...calls(name), ...calls(name)].join("\n");
  }
}

function guarded(statement: string): string {
  return `try:\n    ${statement}\nexcept TypeError as error:\n    print(error)`;
}

const NAMES = ["a", "b", "c", "d"];

function parameters(random: Random): { readonly text: string; readonly names: readonly string[] } {
  const count = random.below(4);
  const slash = random.below(4) === 0 ? random.int(1, Math.max(1, count)) : 0;
  const defaults = random.below(2) === 0 ? random.int(0, count) : 0;
  const parts: string[] = [];
  const names: string[] = [];
  NAMES.slice(0, count).forEach((name, i) => {
    parts.push(i >= count - defaults ? `${name}=${i}` : name);
    names.push(name);
    if (i + 1 === slash) parts.push("/");
  });
  const keywords = random.below(3) === 0 ? random.int(1, 2) : 0;
  if (random.below(3) === 0) {
    parts.push("*args");
    names.push("args");
  } else if (keywords > 0) parts.push("*");
  for (const name of ["k", "l"].slice(0, keywords)) {
    parts.push(random.below(2) === 0 ? `${name}='${name}'` : name);
    names.push(name);
  }
  if (random.below(3) === 0) {
    parts.push("**rest");
    names.push("rest");
  }
  return { text: parts.join(", "), names };
}

function args(random: Random): string {
  const parts: string[] = random.many(4, () => String(random.int(1, 9)));
  if (random.below(5) === 0)
    parts.push(random.pick(["*[7, 8]", "*(5,)", "*'xy'", "*range(3)", "*()"]));
  const keywords = new Set(random.many(2, () => random.pick(["a", "b", "c", "k", "l", "z"])));
  for (const name of keywords) parts.push(`${name}=${random.int(10, 19)}`);
  if (random.below(6) === 0)
    parts.push(
      random.pick([
        "**{'k': 30}",
        "**{'a': 31, 'z': 32}",
        "**{}",
        "**{1: 2}",
        "**dict(l=33)",
        "**5",
      ]),
    );
  return parts.join(", ");
}
