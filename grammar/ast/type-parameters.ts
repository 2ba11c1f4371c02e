// Type parameters (PEP 695, 696), as CPython's ast names them.
import type { Expression } from "./expressions.ts";
import type { Node } from "./node.ts";

export type TypeParameter = TypeVar | ParamSpec | TypeVarTuple;

export interface TypeVar extends Node {
  readonly tag: "TypeVar";
  readonly name: string;
  readonly bound: Expression | null;
  readonly default_value: Expression | null;
}

export interface ParamSpec extends Node {
  readonly tag: "ParamSpec";
  readonly name: string;
  readonly default_value: Expression | null;
}

export interface TypeVarTuple extends Node {
  readonly tag: "TypeVarTuple";
  readonly name: string;
  readonly default_value: Expression | null;
}
