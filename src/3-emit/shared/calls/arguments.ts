// Arguments in the order in which the callee declares its parameters, evaluated in the order of the source.
import type * as ast from "../../../../grammar/ast/index.ts";
import type { ParameterInfo } from "../../../facts/calls.ts";
import type { Type } from "../../../facts/types.ts";
import * as build from "../../../target/build.ts";
import type * as target from "../../../target/nodes.ts";
import type { Emit } from "../../emit.ts";
import { attached } from "../attached.ts";
import { is_array, type_of } from "../kinds.ts";
import { members } from "../types.ts";
import { numeric } from "../numeric.ts";
import { is_movable } from "../once.ts";
import { spread } from "../spread.ts";
import { takes_awaitable } from "./handed-over.ts";
import { takes_numbers } from "./number-functions.ts";
import { seconds_argument } from "./seconds.ts";

export interface Placed {
  /** What is evaluated before the call, where the order of the parameters is not that of the source. */
  readonly before: readonly target.Expression[];
  readonly args: readonly target.Element[];
}

/** Positional arguments; `*xs` spreads. */
export function positional_arguments(node: ast.Call, emit: Emit): readonly target.Element[] {
  const seconds = seconds_argument(node, emit);
  const is_number = takes_numbers(node, emit);
  return node.args.map((each) =>
    attached(
      each,
      is_number || each === seconds ? numeric(each, emit) : argument(each, node, emit),
      emit,
    ),
  );
}

function argument(node: ast.Expression, call: ast.Call, emit: Emit): target.Expression {
  if (node.tag !== "Starred") {
    const value = emit.expression(node);
    return is_uncalled(node, call, emit) ? build.call(emit.builtin("uncalled"), [value]) : value;
  }
  return spread(node.value, emit, call.args.length === 1 ? callee_of_items(call.func, emit) : null);
}

/** `asyncio.run(main)`: a function, where a coroutine is wanted. */
function is_uncalled(node: ast.Expression, call: ast.Call, emit: Emit): boolean {
  if (node.tag === "Call" || !takes_awaitable(call, node, emit)) return false;
  return members(type_of(node, emit)).some(({ type }) => FUNCTIONS.has(type));
}

const FUNCTIONS: ReadonlySet<Type["type"]> = new Set([
  "function",
  "bound_method",
  "runtime_function",
  "runtime_method",
] as const);

function callee_of_items(func: ast.Expression, emit: Emit): target.Expression | null {
  if (func.tag !== "Name") return null;
  if (emit.facts.scopes.resolve(func).kind === "builtin") return build.string(func.id);
  const callee = emit.expression(func);
  return callee.kind === "Identifier" ? callee : null;
}

/** Keywords as the properties of the trailing object; mappings among them are unpacked by the runtime. */
export function keyword_object(
  keywords: readonly ast.Keyword[],
  emit: Emit,
  func: ast.Expression | null = null,
): target.Expression {
  if (keywords.every(({ arg }) => arg !== null)) return named_keywords(keywords, emit);
  const parts: target.Expression[] = [];
  let named: ast.Keyword[] = [];
  const close = (): void => {
    if (named.length > 0) parts.push(named_keywords(named, emit));
    named = [];
  };
  for (const keyword of keywords) {
    if (keyword.arg !== null) named.push(keyword);
    else {
      close();
      parts.push(attached(keyword.value, emit.expression(keyword.value), emit));
    }
  }
  close();
  return build.call(emit.builtin("keywords"), [named_callee(func, emit), ...parts]);
}

/** Who is named by the error of two keywords that say the same. */
function named_callee(func: ast.Expression | null, emit: Emit): target.Expression {
  const callee = func?.tag === "Name" ? emit.expression(func) : null;
  return callee?.kind === "Identifier" ? callee : build.null_();
}

function named_keywords(keywords: readonly ast.Keyword[], emit: Emit): target.Expression {
  return build.object(
    keywords.map((keyword) => {
      const property = build.property(keyword.arg, emit.expression(keyword.value));
      return attached(keyword.value, attached(keyword, property, emit), emit);
    }),
  );
}

/** Positional arguments, then all keywords in the trailing object, whatever the callee makes of them. */
export function trailing_arguments(node: ast.Call, emit: Emit): readonly target.Element[] {
  const args = positional_arguments(node, emit);
  return node.keywords.length === 0
    ? args
    : [...args, keyword_object(node.keywords, emit, node.func)];
}

/** Arguments for known parameters; `null` where only the runtime can place them (or must refuse them). */
export function placed_arguments(
  node: ast.Call,
  parameters: readonly ParameterInfo[],
  emit: Emit,
): Placed | null {
  const { args, keywords } = node;
  if (keywords.length === 0) return { before: [], args: positional_arguments(node, emit) };
  const plan = plan_of(node, parameters);
  if (plan === null) return null;
  const moved = moved_keywords([...plan.slots.values(), ...plan.rest], keywords, emit);
  const before: target.Expression[] = [];
  const values = new Map<ast.Keyword, target.Expression>();
  const first = positional_arguments(node, emit);
  const is_moved = moved.size > 0;
  const positional = is_moved
    ? first.map((each, index) => kept(each, args[index], before, emit))
    : first;
  const seconds = seconds_argument(node, emit);
  for (const keyword of keywords) {
    const { value } = keyword;
    const emitted = value === seconds ? numeric(value, emit) : emit.expression(value);
    values.set(keyword, is_moved ? kept(emitted, keyword.value, before, emit) : emitted);
  }
  const value_of = (keyword: ast.Keyword): target.Expression =>
    attached(keyword.value, attached(keyword, values.get(keyword) ?? build.null_(), emit), emit);
  const placed: target.Element[] = [...positional];
  // The trailing object stands behind all positional parameters.
  const count = plan.rest.length > 0 ? plan.positional : plan.last + 1;
  for (let index = args.length; index < count; index++) {
    const keyword = plan.slots.get(index);
    placed.push(keyword === undefined ? build.undefined_() : value_of(keyword));
  }
  if (plan.rest.length > 0) {
    const properties = plan.rest.map((keyword) => {
      const property = build.property(keyword.arg, values.get(keyword) ?? build.null_());
      return attached(keyword.value, attached(keyword, property, emit), emit);
    });
    placed.push(build.object(properties));
  }
  return { before, args: placed };
}

interface Plan {
  /** Keywords that name positional parameters, by place, in order of places. */
  readonly slots: ReadonlyMap<number, ast.Keyword>;
  /** Keywords for the trailing object. */
  readonly rest: readonly ast.Keyword[];
  readonly positional: number;
  /** The last place that is given. */
  readonly last: number;
}

function plan_of(node: ast.Call, parameters: readonly ParameterInfo[]): Plan | null {
  const positional = parameters.filter(
    ({ kind }) => kind === "positional" || kind === "positional_only",
  );
  const takes_rest = parameters.some(({ kind }) => kind === "rest");
  const takes_any = parameters.some(({ kind }) => kind === "keyword_rest");
  const has_star = node.args.some((each) => each.tag === "Starred");
  const found: [number, ast.Keyword][] = [];
  const rest: ast.Keyword[] = [];
  for (const keyword of node.keywords) {
    if (keyword.arg === null) return null;
    const place = positional.findIndex(
      ({ name, kind }) => name === keyword.arg && kind === "positional",
    );
    if (place >= 0) {
      if (has_star || place < node.args.length) return null;
      found.push([place, keyword]);
    } else if (
      takes_any ||
      parameters.some(({ name, kind }) => name === keyword.arg && kind === "keyword_only")
    ) {
      rest.push(keyword);
    } else return null;
  }
  if (has_star && !takes_rest && rest.length > 0) return null;
  const slots = new Map(found.toSorted(([one], [other]) => one - other));
  const is_missing = positional.some(
    ({ optional }, place) =>
      !optional && !has_star && place >= node.args.length && !slots.has(place),
  );
  if (is_missing) return null;
  const last = Math.max(node.args.length - 1, ...slots.keys());
  return { slots, rest, positional: positional.length, last };
}

/** Keywords that would be evaluated in another order than the source's, if that could be seen. */
function moved_keywords(
  order: readonly ast.Keyword[],
  source: readonly ast.Keyword[],
  emit: Emit,
): ReadonlySet<ast.Keyword> {
  const is_same = order.every((keyword, index) => keyword === source[index]);
  if (is_same) return new Set();
  const fixed = source.filter((keyword) => !is_movable(keyword.value, emit));
  const placed = order.filter((keyword) => !is_movable(keyword.value, emit));
  return new Set(fixed.every((keyword, index) => keyword === placed[index]) ? [] : fixed);
}

function kept(
  emitted: target.Expression,
  node: ast.Expression | undefined,
  before: target.Expression[],
  emit: Emit,
): target.Expression {
  if (node === undefined || is_movable(node, emit)) return emitted;
  const value = emitted.kind === "Spread" ? build.array([emitted]) : emitted;
  const name = emit.temporary("argument", null);
  before.push(build.assign(name, value));
  return emitted.kind === "Spread" ? build.spread(name) : name;
}

/** Positional arguments as one array. */
export function argument_array(node: ast.Call, emit: Emit): target.Expression {
  const [only] = node.args;
  if (only?.tag === "Starred" && node.args.length === 1 && is_array(only.value, emit))
    return emit.expression(only.value);
  return build.array(positional_arguments(node, emit));
}
