// Fills templates in: «int» becomes a random expression of that type, «block» a few statements, $a a fresh name.
//
// Holes: «type»; «!type» (of no other type, as now and then); «type|$x:int» (the expression sees a variable more); «block|$x:int|loop» (statements in a loop, or in
// other surroundings; «block||!loop» out of them); «suite|…» (the body of a function: outer variables are read only); «own:int» (a variable that may
// be assigned), «own:int $n» (which $n names from then on).
// A statement template may end in a line `=> $a:int, $b:str`: the variables it defines. `*3 ` before a template makes it
// three times as likely, `@loop ` admits it in these surroundings only.
import type { Random } from "../support/random.ts";

export interface Variable {
  readonly name: string;
  readonly type: string;
  readonly is_outer?: boolean;
}

/** Templates of expressions by type; those of "statement" are statements. */
export type Templates = Readonly<Record<string, readonly string[]>>;

interface Choice {
  readonly template: string;
  readonly surroundings: string | null;
  readonly is_leaf: boolean;
}

interface Hole {
  readonly kind: string;
  /** What stands behind the colon. */
  readonly of: string;
  readonly variables: readonly Variable[];
  readonly surroundings: readonly string[];
}

const DEEPEST_BLOCK = 3;
const DEEPEST_EXPRESSION = 3;
const PROBABILITY_OF_WRONG_TYPE = 0.015;
const LATEST_VARIABLES = 6;

export class Writer {
  readonly random: Random;
  readonly #choices = new Map<string, Choice[]>();
  #variables: readonly Variable[] = [];
  #surroundings: readonly string[] = [];
  #names = 0;

  constructor(random: Random, templates: readonly Templates[]) {
    this.random = random;
    for (const table of templates)
      for (const [type, list] of Object.entries(table)) this.add(type, list);
  }

  /** From now on the type has these templates too. */
  add(type: string, templates: readonly string[]): void {
    const known = this.#choices.get(type) ?? [];
    const is_leaf = (text: string) => !text.includes(type === "statement" ? "«block" : "«");
    this.#choices.set(type, [
      ...known,
      ...templates.flatMap((text) => read_template(text, is_leaf(text))),
    ]);
  }

  fresh(prefix = "v"): string {
    return `${prefix}${++this.#names}`;
  }

  define(...variables: readonly Variable[]): void {
    this.#variables = [...this.#variables, ...variables];
  }

  /** What `write` writes sees these variables too, and is in these surroundings. */
  inside<T>(variables: readonly Variable[], surroundings: readonly string[], write: () => T): T {
    const before = [this.#variables, this.#surroundings] as const;
    this.#variables = [...before[0], ...variables];
    this.#surroundings = surroundings;
    try {
      return write();
    } finally {
      [this.#variables, this.#surroundings] = before;
    }
  }

  /** The same for the body of a function, which does not assign to what is outside. */
  inside_function<T>(
    variables: readonly Variable[],
    surroundings: readonly string[],
    write: () => T,
  ): T {
    const before = this.#variables;
    this.#variables = before.map((variable) => ({ ...variable, is_outer: true }));
    try {
      return this.inside(variables, ["function", ...surroundings], write);
    } finally {
      this.#variables = before;
    }
  }

  statements(count: number, depth = 0): string {
    return Array.from({ length: count }, () => this.statement(depth)).join("\n");
  }

  statement(depth: number): string {
    const choices = this.#of("statement").filter(
      ({ surroundings, is_leaf }) =>
        (surroundings === null || this.#surroundings.includes(surroundings)) &&
        (is_leaf || depth < DEEPEST_BLOCK),
    );
    for (;;) {
      const [text = "", defined = ""] = this.random.pick(choices).template.split("\n=> ");
      const names = new Map<string, string>();
      try {
        const filled = this.#filled(text, names, (hole, indent) =>
          hole.kind === "block" || hole.kind === "suite"
            ? indented(this.#block(hole, depth + 1), indent)
            : this.#expression(hole, this.random.int(0, DEEPEST_EXPRESSION)),
        );
        this.define(...read_variables(defined, names));
        return filled;
      } catch (error) {
        if (!(error instanceof NoSuchVariable)) throw error;
      }
    }
  }

  expression(wanted: string, depth = DEEPEST_EXPRESSION): string {
    const is_strict = wanted.startsWith("!");
    const type = is_strict ? wanted.slice(1) : wanted;
    if (!is_strict && ANY.includes(type) && this.random.next() < PROBABILITY_OF_WRONG_TYPE)
      return in_parentheses(this.expression(this.random.pick(ANY), 0));
    const variables = this.#variables.filter((variable) => variable.type === type);
    if (variables.length > 0 && this.random.next() < (depth > 0 ? 0.35 : 0.75))
      return this.random.pick(variables.slice(-LATEST_VARIABLES)).name;
    const all = this.#of(type);
    const leaves = all.filter(({ is_leaf }) => is_leaf);
    const choices = depth > 0 || leaves.length === 0 ? all : leaves;
    return this.#filled(this.random.pick(choices).template, new Map(), (hole) =>
      this.#expression(hole, Math.max(0, depth - 1)),
    );
  }

  #expression(hole: Hole, depth: number): string {
    return this.inside(hole.variables, this.#surroundings, () => this.expression(hole.kind, depth));
  }

  #block({ kind, variables, surroundings }: Hole, depth: number): string {
    const write = () => this.statements(this.random.int(1, 3), depth);
    if (kind === "suite") return this.inside_function(variables, surroundings, write);
    const left = this.#surroundings.filter((each) => !surroundings.includes(`!${each}`));
    return this.inside(variables, [...left, ...surroundings], write);
  }

  #of(type: string): readonly Choice[] {
    const choices = this.#choices.get(type);
    if (choices === undefined) throw new Error(`no templates for «${type}»`);
    return choices;
  }

  #filled(
    template: string,
    names: Map<string, string>,
    fill: (hole: Hole, indent: string) => string,
  ): string {
    return template.replaceAll(
      /\$([a-z])(?![a-z])|«([^»]*)»/g,
      (_, local: string | undefined, inner: string | undefined, offset: number) => {
        if (local !== undefined) return this.#name(local, names);
        const hole = this.#hole(inner ?? "", names);
        if (hole.kind === "own") return this.#own_variable(hole.of, names);
        const line = template.slice(template.lastIndexOf("\n", offset) + 1, offset);
        return fill(hole, /^ */.exec(line)?.[0] ?? "");
      },
    );
  }

  #name(local: string, names: Map<string, string>): string {
    const name = names.get(local) ?? this.fresh(local);
    names.set(local, name);
    return name;
  }

  #own_variable(wanted: string, names: Map<string, string>): string {
    const [type, local] = wanted.split(" $");
    // `nonlocal` takes no attributes.
    const is_nameable = (name: string): boolean => local === undefined || !name.includes(".");
    const known = this.#variables.filter(
      (variable) =>
        variable.type === type && variable.is_outer !== true && is_nameable(variable.name),
    );
    if (known.length === 0) throw new NoSuchVariable();
    const { name } = this.random.pick(known);
    if (local !== undefined) names.set(local, name);
    return name;
  }

  #hole(text: string, names: Map<string, string>): Hole {
    const [head = "", variables = "", surroundings = ""] = text.split("|");
    const [kind = "", of = ""] = head.split(":");
    for (const [, local = ""] of variables.matchAll(/\$([a-z])/g)) this.#name(local, names);
    return {
      kind,
      of,
      variables: read_variables(variables, names),
      surroundings: surroundings.split(" ").filter((each) => each !== ""),
    };
  }
}

/** A template asks for a variable that is not there. */
class NoSuchVariable extends Error {}

/** What may stand where another type is expected, now and then. */
const ANY = ["int", "float", "bool", "str", "ints", "map", "maybe", "pair", "bytes"];

/** `7.items()` is no Python. */
function in_parentheses(text: string): string {
  return /^-?\.?\d/.test(text) ? `(${text})` : text;
}

function read_template(text: string, is_leaf: boolean): Choice[] {
  const { weight, where, body } =
    /^(?:\*(?<weight>\d+) )?(?:@(?<where>\w+) )?(?<body>.*)$/s.exec(text)?.groups ?? {};
  const choice = { template: body ?? text, surroundings: where ?? null, is_leaf };
  return Array.from({ length: Number(weight ?? 1) }, () => choice);
}

function read_variables(text: string, names: ReadonlyMap<string, string>): readonly Variable[] {
  return [...text.matchAll(/\$([a-z]):(\w+)/g)].map(([, local = "", type = ""]) => ({
    name: names.get(local) ?? local,
    type,
  }));
}

function indented(text: string, indent: string): string {
  return text.replaceAll("\n", `\n${indent}`);
}
