// Patterns of the match statement, as CPython's ast names them.
import type { ConstantValue, Expression } from "./expressions.ts";
import type { Node } from "./node.ts";

export type Pattern =
  | MatchValue
  | MatchSingleton
  | MatchSequence
  | MatchMapping
  | MatchClass
  | MatchStar
  | MatchAs
  | MatchOr;

export interface MatchValue extends Node {
  readonly tag: "MatchValue";
  readonly value: Expression;
}

export interface MatchSingleton extends Node {
  readonly tag: "MatchSingleton";
  readonly value: ConstantValue;
}

export interface MatchSequence extends Node {
  readonly tag: "MatchSequence";
  readonly patterns: readonly Pattern[];
}

export interface MatchMapping extends Node {
  readonly tag: "MatchMapping";
  readonly keys: readonly Expression[];
  readonly patterns: readonly Pattern[];
  readonly rest: string | null;
}

export interface MatchClass extends Node {
  readonly tag: "MatchClass";
  readonly cls: Expression;
  readonly patterns: readonly Pattern[];
  readonly kwd_attrs: readonly string[];
  readonly kwd_patterns: readonly Pattern[];
}

export interface MatchStar extends Node {
  readonly tag: "MatchStar";
  readonly name: string | null;
}

export interface MatchAs extends Node {
  readonly tag: "MatchAs";
  readonly pattern: Pattern | null;
  readonly name: string | null;
}

export interface MatchOr extends Node {
  readonly tag: "MatchOr";
  readonly patterns: readonly Pattern[];
}
