// Compound statements, as CPython's ast names them.
import type { Arguments, Expression, Keyword } from "./expressions.ts";
import type { Node } from "./node.ts";
import type { Pattern } from "./patterns.ts";
import type { SimpleStatement } from "./simple-statements.ts";
import type { TypeParameter } from "./type-parameters.ts";

export type Statement = SimpleStatement | CompoundStatement;

export type CompoundStatement =
  | FunctionDef
  | AsyncFunctionDef
  | ClassDef
  | For
  | AsyncFor
  | While
  | If
  | With
  | AsyncWith
  | Match
  | Try
  | TryStar;

export interface FunctionDef extends Node {
  readonly tag: "FunctionDef";
  readonly name: string;
  readonly args: Arguments;
  readonly body: readonly Statement[];
  readonly decorator_list: readonly Expression[];
  readonly returns: Expression | null;
  readonly type_params: readonly TypeParameter[];
}

export interface AsyncFunctionDef extends Node {
  readonly tag: "AsyncFunctionDef";
  readonly name: string;
  readonly args: Arguments;
  readonly body: readonly Statement[];
  readonly decorator_list: readonly Expression[];
  readonly returns: Expression | null;
  readonly type_params: readonly TypeParameter[];
}

export interface ClassDef extends Node {
  readonly tag: "ClassDef";
  readonly name: string;
  readonly bases: readonly Expression[];
  readonly keywords: readonly Keyword[];
  readonly body: readonly Statement[];
  readonly decorator_list: readonly Expression[];
  readonly type_params: readonly TypeParameter[];
}

export interface For extends Node {
  readonly tag: "For";
  readonly target: Expression;
  readonly iter: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}

export interface AsyncFor extends Node {
  readonly tag: "AsyncFor";
  readonly target: Expression;
  readonly iter: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}

export interface While extends Node {
  readonly tag: "While";
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}

export interface If extends Node {
  readonly tag: "If";
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}

export interface With extends Node {
  readonly tag: "With";
  readonly items: readonly WithItem[];
  readonly body: readonly Statement[];
}

export interface AsyncWith extends Node {
  readonly tag: "AsyncWith";
  readonly items: readonly WithItem[];
  readonly body: readonly Statement[];
}

export interface Match extends Node {
  readonly tag: "Match";
  readonly subject: Expression;
  readonly cases: readonly MatchCase[];
}

export interface Try extends Node {
  readonly tag: "Try";
  readonly body: readonly Statement[];
  readonly handlers: readonly ExceptHandler[];
  readonly orelse: readonly Statement[];
  readonly finalbody: readonly Statement[];
}

export interface TryStar extends Node {
  readonly tag: "TryStar";
  readonly body: readonly Statement[];
  readonly handlers: readonly ExceptHandler[];
  readonly orelse: readonly Statement[];
  readonly finalbody: readonly Statement[];
}

export interface ExceptHandler extends Node {
  readonly tag: "ExceptHandler";
  readonly type: Expression | null;
  readonly name: string | null;
  readonly body: readonly Statement[];
}

export interface WithItem extends Node {
  readonly tag: "withitem";
  readonly context_expr: Expression;
  readonly optional_vars: Expression | null;
}

export interface MatchCase extends Node {
  readonly tag: "match_case";
  readonly pattern: Pattern;
  readonly guard: Expression | null;
  readonly body: readonly Statement[];
}
