// Simple statements, as CPython's ast names them.
import type { Expression, Name, Operator } from "./expressions.ts";
import type { Node } from "./node.ts";
import type { TypeParameter } from "./type-parameters.ts";

export type SimpleStatement =
  | Return
  | Delete
  | Assign
  | TypeAlias
  | AugAssign
  | AnnAssign
  | Raise
  | Assert
  | Import
  | ImportFrom
  | Global
  | Nonlocal
  | Expr
  | Pass
  | Break
  | Continue;

export interface Return extends Node {
  readonly tag: "Return";
  readonly value: Expression | null;
}

export interface Delete extends Node {
  readonly tag: "Delete";
  readonly targets: readonly Expression[];
}

export interface Assign extends Node {
  readonly tag: "Assign";
  readonly targets: readonly Expression[];
  readonly value: Expression;
}

export interface TypeAlias extends Node {
  readonly tag: "TypeAlias";
  readonly name: Name;
  readonly type_params: readonly TypeParameter[];
  readonly value: Expression;
}

export interface AugAssign extends Node {
  readonly tag: "AugAssign";
  readonly target: Expression;
  readonly op: Operator;
  readonly value: Expression;
}

export interface AnnAssign extends Node {
  readonly tag: "AnnAssign";
  readonly target: Expression;
  readonly annotation: Expression;
  readonly value: Expression | null;
  readonly simple: 0 | 1;
}

export interface Raise extends Node {
  readonly tag: "Raise";
  readonly exc: Expression | null;
  readonly cause: Expression | null;
}

export interface Assert extends Node {
  readonly tag: "Assert";
  readonly test: Expression;
  readonly msg: Expression | null;
}

export interface Import extends Node {
  readonly tag: "Import";
  readonly names: readonly Alias[];
}

export interface ImportFrom extends Node {
  readonly tag: "ImportFrom";
  readonly module: string | null;
  readonly names: readonly Alias[];
  readonly level: number;
}

export interface Global extends Node {
  readonly tag: "Global";
  readonly names: readonly string[];
}

export interface Nonlocal extends Node {
  readonly tag: "Nonlocal";
  readonly names: readonly string[];
}

export interface Expr extends Node {
  readonly tag: "Expr";
  readonly value: Expression;
}

export interface Pass extends Node {
  readonly tag: "Pass";
}

export interface Break extends Node {
  readonly tag: "Break";
}

export interface Continue extends Node {
  readonly tag: "Continue";
}

export interface Alias extends Node {
  readonly tag: "alias";
  readonly name: string;
  readonly asname: string | null;
}
