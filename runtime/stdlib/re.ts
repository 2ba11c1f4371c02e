// Python's re, over JavaScript's regular expressions.
import type { Dynamic } from "../builtins/dynamic.ts";
import type { Match } from "./_re/match.ts";
import { Pattern } from "./_re/pattern.ts";

export { Match } from "./_re/match.ts";
export {
  ASCII,
  ASCII as A,
  DOTALL,
  DOTALL as S,
  IGNORECASE,
  IGNORECASE as I,
  MULTILINE,
  MULTILINE as M,
  Pattern,
  UNICODE,
  UNICODE as U,
  VERBOSE,
  VERBOSE as X,
} from "./_re/pattern.ts";
export { PatternError, PatternError as error } from "./_re/translate.ts";

type PatternLike = string | Pattern;
type Replacement = string | ((match: Match) => unknown);

/** PatternError for a pattern that is none. */
export function compile(pattern: PatternLike, flags: number = 0): Pattern {
  if (pattern instanceof Pattern) return pattern;
  const key = `${flags}:${pattern}`;
  let known = compiled.get(key);
  if (known === undefined) {
    known = new Pattern(pattern, flags);
    if (compiled.size >= MAX_COMPILED) compiled.clear();
    compiled.set(key, known);
  }
  return known;
}

const MAX_COMPILED = 512;
const compiled = new Map<string, Pattern>();

export function search(pattern: PatternLike, string: string, flags: number = 0): Match | null {
  return compile(pattern, flags).search(string);
}

export function match(pattern: PatternLike, string: string, flags: number = 0): Match | null {
  return compile(pattern, flags).match(string);
}

export function fullmatch(pattern: PatternLike, string: string, flags: number = 0): Match | null {
  return compile(pattern, flags).fullmatch(string);
}

export function findall(pattern: PatternLike, string: string, flags: number = 0): Dynamic[] {
  return compile(pattern, flags).findall(string);
}

export function finditer(
  pattern: PatternLike,
  string: string,
  flags: number = 0,
): Generator<Match> {
  return compile(pattern, flags).finditer(string);
}

export function sub(
  pattern: PatternLike,
  repl: Replacement,
  string: string,
  count: number = 0,
  flags: number = 0,
): string {
  return compile(pattern, flags).sub(repl, string, count);
}

export function subn(
  pattern: PatternLike,
  repl: Replacement,
  string: string,
  count: number = 0,
  flags: number = 0,
): readonly [string, number] {
  return compile(pattern, flags).subn(repl, string, count);
}

export function split(
  pattern: PatternLike,
  string: string,
  maxsplit: number = 0,
  flags: number = 0,
): (string | null)[] {
  return compile(pattern, flags).split(string, maxsplit);
}

/** The text with everything escaped that means something in a pattern. */
export function escape(pattern: string): string {
  return pattern.replace(/[\t\n\v\f\r !"#$%&'()*+,\-./:;<=>?@[\\\]^`{|}~]/g, (found) =>
    /[!"%',/:;<=>@`]/.test(found) ? found : `\\${found}`,
  );
}

export function purge(): void {
  compiled.clear();
}
