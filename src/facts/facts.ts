// All that the analysis knows: read-only tables keyed by node. Emission only asks.
import type * as ast from "../../grammar/ast/index.ts";
import type { Calls } from "./calls.ts";
import type { Classes } from "./classes.ts";
import type { Effects, FunctionNode } from "./effects.ts";
import type { Floats } from "./floats.ts";
import type { Binding, Scopes } from "./scopes.ts";
import type { Traces } from "./traces.ts";
import type { Range, Type } from "./types.ts";

export interface Types {
  /** The type of an expression where it stands (narrowed by the flow above it). */
  of(node: ast.Expression): Type;
  of_binding(binding: Binding): Type;
  /** What a call of the function gives when done: for coroutines the awaited result. */
  returns(node: FunctionNode): Type;
  parameter(node: ast.Arg): Type;
  /** What a generator function yields. */
  yields(node: FunctionNode): Type;
  /** A list that nobody takes items out of, as far as it lives: its length never gets less. */
  only_grows(node: ast.Expression): boolean;
  /** What `x op= y` stores; `of` the target is what it held before. */
  of_result(node: ast.AugAssign): Type;
}

export interface Ranges {
  /**
   * For an expression of type int (or bool): an interval that holds for every value; `null`: nothing is known.
   * The target of `x op= y` has both its old and its new value in the interval.
   */
  of(node: ast.Expression): Range | null;
}

/** The facts of one module of a project. */
export interface Facts {
  readonly scopes: Scopes;
  readonly types: Types;
  readonly ranges: Ranges;
  readonly floats: Floats;
  readonly effects: Effects;
  readonly calls: Calls;
  readonly classes: Classes;
  readonly traces: Traces;
}
