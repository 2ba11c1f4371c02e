// For each node of the tree the one place that emits it: a new node does not compile until it has its room.
import type * as ast from "../../grammar/ast/index.ts";
import type { Binding } from "../facts/scopes.ts";
import type { Type } from "../facts/types.ts";
import * as build from "../target/build.ts";
import type * as target from "../target/nodes.ts";
import { async_for } from "./compound-statements/async-for.ts";
import { class_def } from "./compound-statements/class-def.ts";
import { for_ } from "./compound-statements/for.ts";
import { function_def } from "./compound-statements/function-def.ts";
import { if_ } from "./compound-statements/if.ts";
import { match } from "./compound-statements/match.ts";
import { try_star } from "./compound-statements/try-star.ts";
import { try_ } from "./compound-statements/try.ts";
import { while_ } from "./compound-statements/while.ts";
import { with_ } from "./compound-statements/with.ts";
import type { Emit, PatternParts } from "./emit.ts";
import { attribute } from "./expressions/attribute.ts";
import { await_ } from "./expressions/await.ts";
import { bin_op } from "./expressions/bin-op.ts";
import { bool_op } from "./expressions/bool-op.ts";
import { call } from "./expressions/call.ts";
import { compare } from "./expressions/compare.ts";
import { dict_comp, generator_exp, list_comp, set_comp } from "./expressions/comprehensions.ts";
import { constant } from "./expressions/constant.ts";
import { dict, list, set, starred, tuple } from "./expressions/displays.ts";
import { if_exp } from "./expressions/if-exp.ts";
import { formatted_value, joined_str } from "./expressions/joined-str.ts";
import { lambda } from "./expressions/lambda.ts";
import { name } from "./expressions/name.ts";
import { named_expr } from "./expressions/named-expr.ts";
import { slice, subscript } from "./expressions/subscript.ts";
import { test as test_of } from "./expressions/test.ts";
import { unary_op } from "./expressions/unary-op.ts";
import { yield_, yield_from } from "./expressions/yield.ts";
import { match_as } from "./patterns/match-as.ts";
import { match_class } from "./patterns/match-class.ts";
import { match_mapping } from "./patterns/match-mapping.ts";
import { match_or } from "./patterns/match-or.ts";
import { match_sequence } from "./patterns/match-sequence.ts";
import { match_singleton } from "./patterns/match-singleton.ts";
import { match_star } from "./patterns/match-star.ts";
import { match_value } from "./patterns/match-value.ts";
import { lambda_with_defaults } from "./shared/lambda-defaults.ts";
import type { StatementEmit } from "./shared/statement-emit.ts";
import { pattern_target } from "./shared/store.ts";
import { plain_number } from "./shared/numeric.ts";
import { declare_ahead } from "./shared/variable.ts";
import { ann_assign } from "./simple-statements/ann-assign.ts";
import { assert } from "./simple-statements/assert.ts";
import { assign } from "./simple-statements/assign.ts";
import { aug_assign } from "./simple-statements/aug-assign.ts";
import { break_ } from "./simple-statements/break.ts";
import { continue_ } from "./simple-statements/continue.ts";
import { delete_ } from "./simple-statements/delete.ts";
import { expr } from "./simple-statements/expr.ts";
import { import_ } from "./simple-statements/import.ts";
import { pass } from "./simple-statements/pass.ts";
import { raise } from "./simple-statements/raise.ts";
import { return_ } from "./simple-statements/return.ts";
import { scope_statement } from "./simple-statements/scope-statement.ts";
import { type_alias } from "./simple-statements/type-alias.ts";
import { annotation as annotation_of } from "./types/annotation.ts";
import { type as type_of } from "./types/type.ts";

type Statements = readonly target.Statement[];
type ExpressionTable = {
  readonly [N in ast.Expression as N["tag"]]: (node: N, emit: StatementEmit) => target.Expression;
};
type StatementTable = {
  readonly [N in ast.Statement as N["tag"]]: (node: N, emit: StatementEmit) => Statements;
};
type PatternTable = {
  readonly [N in ast.Pattern as N["tag"]]: (
    node: N,
    subject: target.Expression,
    emit: Emit,
  ) => PatternParts;
};

const expressions: ExpressionTable = {
  BoolOp: bool_op,
  NamedExpr: named_expr,
  BinOp: bin_op,
  UnaryOp: unary_op,
  Lambda: (node, emit) => lambda_with_defaults(node, emit, lambda),
  IfExp: if_exp,
  Dict: dict,
  Set: set,
  ListComp: list_comp,
  SetComp: set_comp,
  DictComp: dict_comp,
  GeneratorExp: generator_exp,
  Await: await_,
  Yield: yield_,
  YieldFrom: yield_from,
  Compare: compare,
  Call: call,
  FormattedValue: formatted_value,
  JoinedStr: joined_str,
  Constant: constant,
  Attribute: attribute,
  Subscript: subscript,
  Starred: starred,
  Name: name,
  List: list,
  Tuple: tuple,
  Slice: slice,
};

const statements: StatementTable = {
  Return: return_,
  Delete: delete_,
  Assign: assign,
  TypeAlias: type_alias,
  AugAssign: aug_assign,
  AnnAssign: ann_assign,
  Raise: raise,
  Assert: assert,
  Import: import_,
  ImportFrom: import_,
  Global: scope_statement,
  Nonlocal: scope_statement,
  Expr: expr,
  Pass: pass,
  Break: break_,
  Continue: continue_,
  FunctionDef: function_def,
  AsyncFunctionDef: function_def,
  ClassDef: class_def,
  For: for_,
  AsyncFor: async_for,
  While: while_,
  If: if_,
  With: with_,
  AsyncWith: with_,
  Match: match,
  Try: try_,
  TryStar: try_star,
};

const patterns: PatternTable = {
  MatchValue: match_value,
  MatchSingleton: match_singleton,
  MatchSequence: match_sequence,
  MatchMapping: match_mapping,
  MatchClass: match_class,
  MatchStar: match_star,
  MatchAs: match_as,
  MatchOr: match_or,
};

/** TypeScript can't know that a tag picks the emitter of its own node: these three say so. */
export function expression(node: ast.Expression, emit: StatementEmit): target.Expression {
  const room = expressions[node.tag] as (
    node: ast.Expression,
    emit: StatementEmit,
  ) => target.Expression;
  return build.from(node, room(node, emit));
}

export function statement(node: ast.Statement, emit: StatementEmit): Statements {
  const room = statements[node.tag] as (node: ast.Statement, emit: StatementEmit) => Statements;
  return room(node, emit).map((each) => build.from(node, each));
}

export function pattern(node: ast.Pattern, subject: target.Expression, emit: Emit): PatternParts {
  const room = patterns[node.tag] as (
    node: ast.Pattern,
    subject: target.Expression,
    emit: Emit,
  ) => PatternParts;
  return room(node, subject, emit);
}

export function test(node: ast.Expression, emit: Emit): target.Expression {
  return build.from(node, test_of(node, emit));
}

/** A float as a number that is certainly no object. */
export function number(node: ast.Expression, emit: Emit): target.Expression {
  return plain_number(node, emit);
}

export function store_target(node: ast.Expression, emit: StatementEmit): target.Target {
  return pattern_target(node, emit);
}

export function declaration(
  binding: Binding,
  before: ast.Statement | null,
  emit: StatementEmit,
): target.Statement {
  return declare_ahead(binding, before, emit);
}

export function type(node: Type, emit: Emit): target.Type {
  return type_of(node, emit);
}

export function annotation(node: ast.Expression, emit: Emit): target.Type | null {
  return annotation_of(node, emit);
}
