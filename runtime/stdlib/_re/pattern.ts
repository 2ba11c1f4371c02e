// re.Pattern: a compiled regular expression.
import { call } from "../../builtins/calls/call.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { TypeError } from "../../builtins/exceptions/index.ts";
import { hash } from "../../builtins/hash.ts";
import { repr, text_of } from "../../builtins/representation.ts";
import { type_name } from "../../builtins/type-name.ts";
import { Tuple } from "../../builtins/tuple.ts";
import { expand_template, Match, type MatchedPattern } from "./match.ts";
import { PatternError, translate, type Flags } from "./translate.ts";

export const IGNORECASE = 2;
export const MULTILINE = 8;
export const DOTALL = 16;
export const UNICODE = 32;
export const VERBOSE = 64;
export const ASCII = 256;

type Replacement = string | ((match: Match) => unknown);

export class Pattern implements MatchedPattern {
  static readonly __name__: string = "Pattern";
  static readonly __full_name__: string = "re.Pattern";
  static readonly __module__: string = "re";

  readonly pattern: string;
  readonly flags: number;
  readonly groups: number;
  readonly group_names: ReadonlyMap<string, number>;
  readonly #anywhere: RegExp;
  readonly #here: RegExp;
  readonly #whole: RegExp;
  #plain: RegExp | null = null;

  /** PatternError for a pattern that is none. */
  constructor(pattern: string, flags: number = 0) {
    if (typeof pattern !== "string")
      throw new TypeError(
        (pattern as unknown) instanceof Uint8Array
          ? "patterns of bytes are not supported here"
          : "first argument must be string or compiled pattern",
      );
    const { source, group_names, group_count, flags: found } = translate(pattern, flags_of(flags));
    this.pattern = pattern;
    this.flags = flags | UNICODE;
    this.groups = group_count;
    this.group_names = group_names;
    const letters = `du${found.ignore_case ? "i" : ""}`;
    this.#anywhere = compiled(source, `${letters}g`, pattern);
    this.#here = compiled(source, `${letters}y`, pattern);
    this.#whole = compiled(`(?:${source})(?![^])`, `${letters}y`, pattern);
  }

  /** Anywhere in the string. */
  search(string: string, pos: number = 0, endpos: number | null = null): Match | null {
    return this.#exec(this.#anywhere, string, pos, endpos);
  }

  /** At the beginning. */
  match(string: string, pos: number = 0, endpos: number | null = null): Match | null {
    return this.#exec(this.#here, string, pos, endpos);
  }

  /** The whole string. */
  fullmatch(string: string, pos: number = 0, endpos: number | null = null): Match | null {
    return this.#exec(this.#whole, string, pos, endpos);
  }

  *finditer(string: string, pos: number = 0, endpos: number | null = null): Generator<Match> {
    const text = checked(string).slice(0, unit_index(string, endpos ?? Infinity));
    let at = unit_index(text, pos);
    while (at <= text.length) {
      this.#anywhere.lastIndex = at;
      const found = this.#anywhere.exec(text);
      if (found === null) return;
      yield new Match(this, text, found, pos, text.length);
      const end = found.index + found[0].length;
      // After an empty match a longer one may begin at the same place; then the search goes on behind it.
      at = found[0] === "" ? end + ((text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1) : end;
    }
  }

  /** All matches: texts, or those of the group, or tuples of the groups. */
  findall(string: string, pos: number = 0, endpos: number | null = null): Dynamic[] {
    if (this.groups === 0) return this.#texts(string, pos, endpos);
    return Array.from(this.finditer(string, pos, endpos), (match) => {
      const groups = match.groups("");
      return this.groups === 1 ? groups[0] : groups;
    });
  }

  /** The texts alone: where nobody asks for places, the engine need not note them. */
  #texts(string: string, pos: number, endpos: number | null): string[] {
    const { source, flags } = this.#anywhere;
    this.#plain ??= new RegExp(source, flags.replace("d", ""));
    const text = checked(string).slice(0, unit_index(string, endpos ?? Infinity));
    const texts: string[] = [];
    this.#plain.lastIndex = unit_index(text, pos);
    for (let found = this.#plain.exec(text); found !== null; found = this.#plain.exec(text)) {
      texts.push(found[0]);
      if (found[0] !== "") continue;
      const { lastIndex } = this.#plain;
      this.#plain.lastIndex = lastIndex + ((text.codePointAt(lastIndex) ?? 0) > 0xffff ? 2 : 1);
    }
    return texts;
  }

  sub(repl: Replacement, string: string, count: number = 0): string {
    return this.subn(repl, string, count)[0];
  }

  /** `(text, how many were replaced)`. */
  subn(repl: Replacement, string: string, count: number = 0): readonly [string, number] {
    let [text, last, done] = ["", 0, 0];
    for (const match of this.finditer(string)) {
      if (count > 0 && done >= count) break;
      const [start, end] = match._range;
      const replaced =
        typeof repl === "string" ? expand_template(repl, match) : text_of(call(repl, match));
      text += string.slice(last, start) + replaced;
      last = end;
      done++;
    }
    return Tuple.of(text + string.slice(last), done);
  }

  /** The pieces between the matches, with the groups of each match. */
  split(string: string, maxsplit: number = 0): (string | null)[] {
    const pieces: (string | null)[] = [];
    let [last, done] = [0, 0];
    for (const match of this.finditer(string)) {
      if (maxsplit > 0 && done >= maxsplit) break;
      const [start, end] = match._range;
      pieces.push(string.slice(last, start), ...(match.groups() as (string | null)[]));
      last = end;
      done++;
    }
    pieces.push(string.slice(last));
    return pieces;
  }

  get groupindex(): ReadonlyMap<string, number> {
    return this.group_names;
  }

  __hash__(): number {
    return hash(Tuple.of(this.pattern, this.flags));
  }

  __eq__(other: unknown): boolean {
    return other instanceof Pattern && other.pattern === this.pattern && other.flags === this.flags;
  }

  __repr__(): string {
    const names = [
      [IGNORECASE, "re.IGNORECASE"],
      [MULTILINE, "re.MULTILINE"],
      [DOTALL, "re.DOTALL"],
      [VERBOSE, "re.VERBOSE"],
      [ASCII, "re.ASCII"],
    ] as const;
    const flags = names.filter(([bit]) => (this.flags & bit) !== 0).map(([, name]) => name);
    return `re.compile(${repr(this.pattern)}${flags.length > 0 ? `, ${flags.join("|")}` : ""})`;
  }

  #exec(expression: RegExp, string: string, pos: number, endpos: number | null): Match | null {
    const text = checked(string).slice(0, endpos === null ? undefined : unit_index(string, endpos));
    expression.lastIndex = unit_index(text, pos);
    const found = expression.exec(text);
    return found === null ? null : new Match(this, string, found, pos, text.length);
  }
}

function flags_of(flags: number): Flags {
  return {
    ignore_case: (flags & IGNORECASE) !== 0,
    multiline: (flags & MULTILINE) !== 0,
    dot_all: (flags & DOTALL) !== 0,
    verbose: (flags & VERBOSE) !== 0,
    ascii: (flags & ASCII) !== 0,
  };
}

function compiled(source: string, letters: string, pattern: string): RegExp {
  try {
    return new RegExp(source, letters);
  } catch (error) {
    throw new PatternError(error instanceof Error ? error.message : String(error), pattern, 0);
  }
}

function checked(string: unknown): string {
  if (typeof string === "string") return string;
  if (string instanceof Uint8Array)
    throw new TypeError("cannot use a string pattern on a bytes-like object");
  throw new TypeError(`expected string or bytes-like object, got '${type_name(string)}'`);
}

/** Code points as UTF-16 units. */
function unit_index(text: string, code_points: number): number {
  if (code_points <= 0) return 0;
  if (code_points >= text.length) return text.length;
  let index = 0;
  for (let left = code_points; left > 0 && index < text.length; left--) {
    index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
  }
  return index;
}
