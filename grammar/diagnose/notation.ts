// The notation of the second reading's rules, and what it means: CPython's order of trying.
//   name:          a rule; `name (memo):` is read once at a place
//     | a b        an alternative; `|? a b` is a mistake, looked for in the second pass only
//     x=a          the value of a under the name x, for the action ${…} at the alternative's end
//     -> Kind      the alternative is a node of this kind; `-> x` is what x is
//     'if' "match" keyword or operator; word      NAME NEWLINE …  kinds of tokens
//     a? [a] a* a+ ','.a+ (a | b) &a !a           as in the language reference; ~ commits
//     &&':'        or else: expected ':'
//     a < b | c >  a, then b or c any number of times, nested to the left
import * as t from "../tokens/vocabulary.ts";
import type { Found, Value } from "./found.ts";
import { type Machine, no_match, type Result, type Step } from "./machine.ts";

/** The named values of an alternative. */
export type Names = Readonly<Record<string, Value>>;
/** Raises, or gives the alternative's value; `undefined`: none of the mistakes of this kind. */
export type Action = (machine: Machine, names: Names) => Value | undefined;

/** One found thing of a name; the notation says that it is one. */
export function one(names: Names, name: string): Found {
  const value = names[name];
  if (value === null || value === undefined || !("kind" in value))
    throw new Error(`no ${name} was found`);
  return value;
}

/** The rules of one chapter, as they are written. */
export interface Chapter {
  readonly text: string;
  readonly actions: readonly Action[];
}

export function chapter(strings: TemplateStringsArray, ...actions: readonly Action[]): Chapter {
  return { text: strings.reduce((all, part, index) => `${all} {${index - 1}} ${part}`), actions };
}

/** The rules of a chapter by name. */
export function read({ text, actions }: Chapter): ReadonlyMap<string, Step> {
  return new Reader(text, actions).rules();
}

interface Item {
  readonly step: Step;
  readonly name: string;
  readonly is_value: boolean;
}

interface Alternative {
  readonly items: readonly Item[];
  readonly is_mistake: boolean;
  readonly action: Action | null;
  readonly result: string;
  /** The index of the item behind `~`; -1: there is none. */
  readonly cut: number;
}

const committed = Symbol("committed");
const settled = Symbol("settled");

class Reader {
  readonly #words: readonly string[];
  readonly #actions: readonly Action[];
  #at = 0;

  constructor(text: string, actions: readonly Action[]) {
    this.#words =
      text.match(/\{\d+\}|'[^']*'|"[^"]*"|[A-Za-z_]\w*|\|\?|->|&&|[|()[\]<>*+?&!~=:.]/g) ?? [];
    this.#actions = actions;
  }

  rules(): ReadonlyMap<string, Step> {
    const rules = new Map<string, Step>();
    while (this.#at < this.#words.length) {
      const name = this.#word();
      const is_remembered = this.#skip("(");
      if (is_remembered) this.#at += 2;
      this.#expect(":");
      const step = this.#alternatives();
      rules.set(name, is_remembered ? (machine) => machine.remembered(name, step) : step);
    }
    return rules;
  }

  get #next(): string {
    return this.#words[this.#at] ?? "";
  }

  #word(): string {
    return this.#words[this.#at++] ?? "";
  }

  #skip(word: string): boolean {
    if (this.#next !== word) return false;
    this.#at++;
    return true;
  }

  #expect(word: string): void {
    if (!this.#skip(word))
      throw new Error(
        `${word} expected before ${this.#words.slice(this.#at, this.#at + 5).join(" ")}`,
      );
  }

  #alternatives(): Step {
    const list: Alternative[] = [];
    do {
      const is_mistake = this.#skip("|?");
      if (!is_mistake) this.#skip("|");
      list.push(this.#alternative(is_mistake));
    } while (this.#next === "|" || this.#next === "|?");
    return choice(list);
  }

  #alternative(is_mistake: boolean): Alternative {
    const items: Item[] = [];
    let cut = -1;
    let result = "";
    let action: Action | null = null;
    for (;;) {
      const word = this.#next;
      const after = this.#words[this.#at + 1];
      const is_rule_name =
        /^[A-Za-z_]/.test(word) &&
        (after === ":" || (after === "(" && this.#words[this.#at + 2] === "memo"));
      if (word === "" || ["|", "|?", ")", "]", ">"].includes(word) || is_rule_name) break;
      if (this.#skip("~")) cut = items.length;
      else if (this.#skip("->")) result = this.#word();
      else if (word.startsWith("{"))
        action = this.#actions[Number(this.#word().slice(1, -1))] ?? null;
      else items.push(this.#item());
    }
    return { items, is_mistake, action, result, cut };
  }

  #item(): Item {
    let name = "";
    if (this.#words[this.#at + 1] === "=") {
      name = this.#word();
      this.#at++;
    }
    if (this.#skip("&&")) return { step: forced(this.#word().slice(1, -1)), name, is_value: false };
    if (this.#skip("&"))
      return { step: looking_ahead(this.#repeated(), true), name, is_value: false };
    if (this.#skip("!"))
      return { step: looking_ahead(this.#repeated(), false), name, is_value: false };
    let step = this.#repeated();
    if (this.#skip("<")) {
      step = nested(step, this.#alternative_list());
      this.#expect(">");
    }
    return { step, name, is_value: true };
  }

  #alternative_list(): readonly Alternative[] {
    const list: Alternative[] = [];
    do {
      this.#skip("|");
      list.push(this.#alternative(false));
    } while (this.#next === "|");
    return list;
  }

  #repeated(): Step {
    const step = this.#primary();
    if (this.#next === ".") {
      this.#at++;
      const element = this.#primary();
      this.#expect("+");
      return separated(step, element);
    }
    if (this.#skip("*")) return many(step, 0);
    if (this.#skip("+")) return many(step, 1);
    return this.#skip("?") ? optional(step) : step;
  }

  #primary(): Step {
    const word = this.#word();
    if (word === "(" || word === "[") {
      const step = this.#alternatives();
      this.#expect(word === "(" ? ")" : "]");
      return word === "(" ? step : optional(step);
    }
    if (word.startsWith('"')) {
      const image = word.slice(1, -1);
      return (machine) => machine.take_word(image);
    }
    const index = word.startsWith("'")
      ? t.index_of(t.type_written(word.slice(1, -1)))
      : kinds[word];
    if (index !== undefined) return (machine) => machine.take(index);
    return (machine) => machine.read(word);
  }
}

const kinds: Readonly<Record<string, number>> = {
  NAME: t.index_of(t.Name),
  NUMBER: t.index_of(t.NumberLiteral),
  STRING: t.index_of(t.StringLiteral),
  FSTRING_START: t.index_of(t.FStringStart),
  FSTRING_MIDDLE: t.index_of(t.FStringMiddle),
  FSTRING_END: t.index_of(t.FStringEnd),
  NEWLINE: t.index_of(t.Newline),
  INDENT: t.index_of(t.Indent),
  DEDENT: t.index_of(t.Dedent),
  ENDMARKER: t.index_of(t.EndMarker),
};

function choice(list: readonly Alternative[]): Step {
  return (machine) => {
    const from = machine.mark;
    let is_settled = false;
    for (const alternative of list) {
      if (alternative.is_mistake) {
        if (!machine.seeks_mistakes || is_settled) continue;
      } else is_settled = false;
      const result = attempt(machine, alternative, from);
      if (result === committed) return no_match;
      if (result === settled) {
        // what matched but is no mistake ends the search for its like
        if (!alternative.is_mistake) return no_match;
        is_settled = true;
      } else if (result !== no_match) return result;
      machine.mark = from;
    }
    return no_match;
  };
}

function attempt(
  machine: Machine,
  { items, action, result, cut }: Alternative,
  from: number,
): Result | typeof committed | typeof settled {
  const values: Value[] = [];
  const names: Record<string, Value> = {};
  for (let index = 0; index < items.length; index++) {
    const { step, name, is_value } = items[index] as Item;
    const value = step(machine);
    if (value === no_match) return cut >= 0 && index >= cut ? committed : no_match;
    if (name !== "") names[name] = value;
    if (is_value) values.push(value);
  }
  return valued(machine, { action, result }, from, values, names);
}

function valued(
  machine: Machine,
  { action, result }: Pick<Alternative, "action" | "result">,
  from: number,
  values: readonly Value[],
  names: Names,
): Value | typeof settled {
  if (action !== null) {
    const value = action(machine, names);
    return value === undefined ? settled : value;
  }
  const named = names[result];
  if (named !== undefined) return named;
  if (result !== "") return machine.node(result, from, values);
  return values.length === 1 ? (values[0] ?? null) : machine.node("", from, values);
}

/** `a < b >`: what b matches begins with what has been matched so far. */
function nested(first: Step, list: readonly Alternative[]): Step {
  return (machine) => {
    const from = machine.mark;
    let left = first(machine);
    if (left === no_match) return no_match;
    for (;;) {
      const at = machine.mark;
      const longer = continued(machine, list, from, left);
      if (longer === no_match) {
        machine.mark = at;
        return left;
      }
      left = longer;
    }
  };
}

function continued(
  machine: Machine,
  list: readonly Alternative[],
  from: number,
  left: Value,
): Result {
  const at = machine.mark;
  for (const { items, action, result } of list) {
    machine.mark = at;
    const values: Value[] = [left];
    const names: Record<string, Value> = {};
    const is_match = items.every(({ step, name, is_value }) => {
      const value = step(machine);
      if (value === no_match) return false;
      if (name !== "") names[name] = value;
      if (is_value) values.push(value);
      return true;
    });
    if (!is_match) continue;
    const value = valued(machine, { action, result }, from, values, names);
    if (value !== settled) return value;
  }
  return no_match;
}

function forced(image: string): Step {
  const index = t.index_of(t.type_written(image));
  return (machine) => {
    const found = machine.take(index);
    if (found === no_match) machine.refuse_next(`expected '${image}'`);
    return found;
  };
}

function looking_ahead(step: Step, is_wanted: boolean): Step {
  return (machine) => {
    const from = machine.mark;
    const result = step(machine);
    machine.mark = from;
    return (result !== no_match) === is_wanted ? null : no_match;
  };
}

function optional(step: Step): Step {
  return (machine) => {
    const from = machine.mark;
    const result = step(machine);
    if (result !== no_match) return result;
    machine.mark = from;
    return null;
  };
}

function many(step: Step, least: number): Step {
  return (machine) => {
    const found: Value[] = [];
    for (;;) {
      const from = machine.mark;
      const result = step(machine);
      if (result === no_match) {
        machine.mark = from;
        return found.length < least ? no_match : found;
      }
      found.push(result);
    }
  };
}

function separated(separator: Step, element: Step): Step {
  return (machine) => {
    const first = element(machine);
    if (first === no_match) return no_match;
    const found: Value[] = [first];
    for (;;) {
      const from = machine.mark;
      const next = separator(machine) === no_match ? no_match : element(machine);
      if (next === no_match) {
        machine.mark = from;
        return found;
      }
      found.push(next);
    }
  };
}
