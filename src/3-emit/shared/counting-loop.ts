// for i in range(a, b, c) → for (let i = a; i < b; i += c), where nobody can tell the difference.
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";
import { is_ignored } from "./ignored.ts";
import { safe_range } from "./kinds.ts";
import type { StatementEmit } from "./statement-emit.ts";
import { some_node } from "./walk.ts";

/** The native loop, or `null`. `inner` emits the loop's body. */
export function counting_loop(node: ast.For, inner: StatementEmit): target.Statement | null {
  const { target: to, iter } = node;
  if (to.tag !== "Name" || iter.tag !== "Call" || !is_range(iter, inner)) return null;
  // Declared here and never assigned in the body: the loop's own variable.
  if (!is_ignored(to, inner.facts) && inner.declarations.declares(to) !== "const") return null;
  const bounds = bounds_of(iter);
  if (bounds === null || !bounds.all.every((each) => is_small_int(each, inner))) return null;
  if (Math.abs(Number(bounds.step)) !== 1 && !is_added_to(bounds, node, inner)) return null;
  const name = build.identifier(inner.name(inner.facts.scopes.defined_by(to)));
  const start = bounds.start === null ? build.number(0) : inner.expression(bounds.start);
  const declarators: target.Declarator[] = [{ target: name, type: null, value: start }];
  let stop: target.Expression;
  const rises = typeof bounds.step !== "number" || bounds.step > 0;
  let operator: "<" | "<=" | ">" | ">=" = rises ? "<" : ">";
  const inclusive = rises ? minus_one(bounds.stop) : null;
  const limit = inclusive ?? bounds.stop;
  if (inclusive !== null) operator = "<=";
  if (is_steady(limit, node, inner)) {
    stop = inner.expression(limit);
  } else {
    stop = build.identifier(inner.fresh("stop"));
    declarators.push({ target: stop, type: null, value: inner.expression(limit) });
  }
  return build.for_(
    { kind: "VariableDeclaration", keyword: "let", declarators, export: false },
    build.binary(operator, name, stop),
    typeof bounds.step === "number"
      ? step_of(name, bounds.step)
      : build.assign(name, inner.expression(bounds.step), "+="),
    inner.suite(node.body, node),
  );
}

function is_range(call: ast.Call, emit: Emit): boolean {
  if (call.func.tag !== "Name" || call.func.id !== "range" || call.keywords.length > 0)
    return false;
  return emit.facts.scopes.resolve(call.func).kind === "builtin";
}

interface Bounds {
  readonly start: ast.Expression | null;
  readonly stop: ast.Expression;
  /** An expression where it is no constant. */
  readonly step: number | ast.Expression;
  readonly all: readonly ast.Expression[];
}

function bounds_of(call: ast.Call): Bounds | null {
  const [first, second, third] = call.args;
  if (first === undefined || call.args.length > 3) return null;
  if (second === undefined) return { start: null, stop: first, step: 1, all: [first] };
  const step = third === undefined ? 1 : (constant_int(third) ?? third);
  if (step === 0) return null;
  return { start: first, stop: second, step, all: [first, second] };
}

/**
 * Steps of other sizes are added, which JavaScript does for numbers only: an int of the loop must not be a bigint. A step
 * that is no constant has to be positive, and the same in each round.
 */
function is_added_to({ start, stop, step }: Bounds, loop: ast.For, emit: Emit): boolean {
  if (typeof step !== "number") {
    const range = safe_range(step, emit);
    if (range === null || range.min <= 0 || !is_steady(step, loop, emit)) return false;
  }
  if (start !== null && safe_range(start, emit) === null) {
    // One that is too large is behind the stop, and no round is made.
    const least = emit.facts.ranges.of(start)?.min ?? -Infinity;
    if (least < Number.MIN_SAFE_INTEGER || (typeof step === "number" && step < 0)) return false;
  }
  return safe_range(stop, emit) !== null;
}

function constant_int(node: ast.Expression): number | null {
  if (node.tag === "UnaryOp" && node.op === "USub") {
    const value = constant_int(node.operand);
    return value === null ? null : -value;
  }
  if (node.tag !== "Constant" || node.value.type !== "int") return null;
  const value = Number(node.value.value);
  return Number.isSafeInteger(value) ? value : null;
}

/** An int; a start or stop beyond 2**53 would not be counted to in a lifetime. */
function is_small_int(node: ast.Expression, emit: Emit): boolean {
  const { type } = emit.facts.types.of(node);
  return type === "int" || type === "bool";
}

/** `n` of `n + 1`. */
function minus_one(node: ast.Expression): ast.Expression | null {
  if (node.tag !== "BinOp" || node.op !== "Add") return null;
  return constant_int(node.right) === 1 ? node.left : null;
}

/** Evaluating the limit before each round gives what it gave before the first. */
function is_steady(limit: ast.Expression, loop: ast.For, emit: Emit): boolean {
  if (limit.tag === "Constant") return true;
  if (limit.tag === "UnaryOp") return is_steady(limit.operand, loop, emit);
  if (limit.tag !== "Name") return false;
  const resolution = emit.facts.scopes.resolve(limit);
  if (resolution.kind !== "binding") return false;
  const { binding } = resolution;
  if (!binding.is_rebound) return true;
  if (binding.is_captured || binding.scope.kind !== "function") return false;
  return !some_node(loop, (each) => binding.definitions.includes(each));
}

function step_of(name: target.Identifier, step: number): target.Expression {
  if (step === 1) return build.update("++", name);
  if (step === -1) return build.update("--", name);
  return step > 0
    ? build.assign(name, build.number(step), "+=")
    : build.assign(name, build.number(-step), "-=");
}
