// re.Match: what a pattern found.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { IndexError } from "../../builtins/exceptions/index.ts";
import { Dict } from "../../builtins/index.ts";
import { repr } from "../../builtins/representation.ts";
import { Tuple } from "../../builtins/tuple.ts";
import { text_of } from "../../builtins/representation.ts";

/** What a match must know of its pattern. */
export interface MatchedPattern {
  readonly group_names: ReadonlyMap<string, number>;
  readonly groups: number;
  readonly pattern: string;
}

export class Match {
  static readonly __name__: string = "Match";
  static readonly __full_name__: string = "re.Match";
  static readonly __module__: string = "re";

  readonly re: MatchedPattern;
  readonly string: string;
  readonly pos: number;
  readonly endpos: number;
  readonly #found: RegExpExecArray;

  constructor(
    re: MatchedPattern,
    text: string,
    found: RegExpExecArray,
    pos: number,
    endpos: number,
  ) {
    this.re = re;
    this.string = text;
    this.pos = pos;
    this.endpos = endpos;
    this.#found = found;
  }

  /** The text of a group, by number or name; of several as a tuple; the whole match without one. */
  group(...groups: readonly (number | string)[]): Dynamic {
    if (groups.length <= 1) return this.#text(groups[0] ?? 0) ?? null;
    return Tuple.from_iterable(groups.map((each) => this.#text(each) ?? null));
  }

  groups(default_: Dynamic = null): readonly Dynamic[] {
    return Tuple.from_iterable(
      Array.from(this.#found)
        .slice(1)
        .map((text) => text ?? default_),
    );
  }

  groupdict(default_: Dynamic = null): Dict<string, Dynamic> {
    return new Dict<string, Dynamic>(
      [...this.re.group_names].map(([name, number]) => [name, this.#found[number] ?? default_]),
    );
  }

  start(group: number | string = 0): number {
    return this.span(group)[0];
  }

  end(group: number | string = 0): number {
    return this.span(group)[1];
  }

  span(group: number | string = 0): readonly [number, number] {
    const place = this.#found.indices?.[this.#number(group)];
    if (place === undefined) return Tuple.of(-1, -1);
    return Tuple.of(this.#code_points(place[0]), this.#code_points(place[1]));
  }

  get lastindex(): number | null {
    let last: number | null = null;
    for (let at = 1; at < this.#found.length; at++) if (this.#found[at] !== undefined) last = at;
    return last;
  }

  get lastgroup(): string | null {
    const last = this.lastindex;
    return [...this.re.group_names].find(([, number]) => number === last)?.[0] ?? null;
  }

  /** A template with `\1` and `\g<name>` filled in. */
  expand(template: string): string {
    return expand_template(template, this);
  }

  /** Where the match lies in the string, in UTF-16 units. */
  get _range(): readonly [number, number] {
    return [this.#found.index, this.#found.index + this.#found[0].length];
  }

  __getitem__(group: number | string): string | null {
    return this.#text(group) ?? null;
  }

  __bool__(): boolean {
    return true;
  }

  __repr__(): string {
    const [start, end] = this.span();
    return `<re.Match object; span=(${start}, ${end}), match=${repr(this.#found[0])}>`;
  }

  #text(group: number | string): string | undefined {
    return this.#found[this.#number(group)];
  }

  #number(group: number | string): number {
    const number = typeof group === "string" ? this.re.group_names.get(group) : Number(group);
    if (number === undefined || number < 0 || number >= this.#found.length)
      throw new IndexError("no such group");
    return number;
  }

  #code_points(index: number): number {
    let count = 0;
    for (let at = 0; at < index; at++)
      if ((this.string.charCodeAt(at) & 0xfc00) !== 0xdc00) count++;
    return count;
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  a: "\x07",
  b: "\b",
  f: "\f",
  v: "\v",
  "\\": "\\",
};

/** `\1`, `\g<1>`, `\g<name>` and the usual escapes. */
export function expand_template(template: string, match: Match): string {
  return template.replace(
    /\\(?:g<([^>]+)>|(\d{1,2})|(.))/gs,
    (found: string, name?: string, digits?: string, letter?: string) => {
      if (letter !== undefined) return ESCAPES[letter] ?? found;
      const group = digits ?? name ?? "";
      return text_of(match.group(/^\d+$/.test(group) ? Number(group) : group) ?? "");
    },
  );
}
