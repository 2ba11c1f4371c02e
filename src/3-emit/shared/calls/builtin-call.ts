// Calls of built-in functions and types: native where that is the same, the runtime's function of that name otherwise.
import type * as ast from "../../../../grammar/ast/index.ts";
import * as build from "../../../target/build.ts";
import type * as target from "../../../target/nodes.ts";
import type { Emit } from "../../emit.ts";
import { builtin_name } from "../builtin-name.ts";
import { is_a, is_dict, is_flat_text, literal_int, safe_range } from "../kinds.ts";
import { numeric } from "../numeric.ts";
import { untraced_read } from "../untraced.ts";
import { arity_error } from "./arity.ts";
import { isinstance } from "./isinstance.ts";
import { consumed, counted, quantified } from "../comprehension/consumed.ts";
import {
  argument_array,
  keyword_object,
  placed_arguments,
  positional_arguments,
  trailing_arguments,
} from "./arguments.ts";
import { function_parameters } from "./builtin-parameters.ts";
import { is_misfit } from "./misfit.ts";

export function builtin_call(node: ast.Call, name: string, emit: Emit): target.Expression {
  return (
    arity_error(node, name, emit) ??
    native(node, name, emit) ??
    untraced_read(node, runtime_call(node, name, emit), emit)
  );
}

function native(node: ast.Call, name: string, emit: Emit): target.Expression | null {
  const [first, ...others] = node.args;
  if (node.keywords.length > 0 || first === undefined || first.tag === "Starred") return null;
  if (name === "isinstance") return isinstance(node, emit);
  if (others.length > 0) return extreme(node, name, emit);
  switch (name) {
    case "len":
      if (is_a(first, emit, "list", "tuple", "tuple_of"))
        return selected(first, emit) ?? build.member(emit.expression(first), "length");
      if (is_flat_text(first, emit)) return build.member(emit.expression(first), "length");
      if (is_dict(first, emit) || is_a(first, emit, "set", "frozenset"))
        return build.member(emit.expression(first), "size");
      return null;
    case "str":
      if (is_a(first, emit, "str")) return emit.expression(first);
      // Beyond 4300 digits Python refuses.
      return safe_range(first, emit) !== null
        ? build.call(build.identifier("String"), [emit.expression(first)])
        : null;
    case "bool": {
      const test = emit.test(first);
      if (build.is_boolean(test) || is_a(first, emit, "bool")) return test;
      const bool = emit.builtin("bool");
      const is_asked =
        test.kind === "Call" && test.callee.kind === "Identifier" && test.callee.name === bool.name;
      return is_asked ? test : build.call(build.from(node.func, bool), [test]);
    }
    case "int":
      return is_a(first, emit, "int") ? emit.expression(first) : floored(node, first, emit);
    case "abs":
      return safe_range(first, emit) === null
        ? null
        : build.method_call(build.identifier("Math"), "abs", [emit.expression(first)]);
    default:
      return null;
  }
}

/** `len(xs[::2])` without the slice. */
function selected(node: ast.Expression, emit: Emit): target.Expression | null {
  if (node.tag !== "Subscript" || node.slice.tag !== "Slice" || node.slice.step === null)
    return null;
  if (!is_a(node.value, emit, "list", "tuple", "tuple_of")) return null;
  const args = [emit.expression(node.value), emit.expression(node.slice)];
  return build.call(emit.builtin("slice_length"), args);
}

/** `int(n * 0.5)` of what is calculated natively, and not negative: the number itself is rounded down. */
function floored(node: ast.Call, value: ast.Expression, emit: Emit): target.Expression | null {
  if (!emit.facts.floats.is_arithmetic(value)) return null;
  if ((safe_range(node, emit)?.min ?? -1) < 0) return null;
  return build.method_call(build.identifier("Math"), "floor", [numeric(value, emit)]);
}

/** `max(a, b)` of safe ints: JavaScript's own gives the same number. */
function extreme(node: ast.Call, name: string, emit: Emit): target.Expression | null {
  if (name !== "max" && name !== "min") return null;
  if (!node.args.every((each) => safe_range(each, emit) !== null)) return null;
  const args = node.args.map((each) => emit.expression(each));
  return build.method_call(build.identifier("Math"), name, args);
}

/** These take all that a generator expression gives, one after the other, before they do anything else. */
const CONSUMERS: ReadonlySet<string> = new Set([
  "sum",
  "min",
  "max",
  "sorted",
  "list",
  "tuple",
  "set",
  "frozenset",
  "dict",
]);

function runtime_call(node: ast.Call, name: string, emit: Emit): target.Expression {
  const callee = build.from(node.func, builtin_name(node.func, name, emit));
  const [first] = node.args;
  if ((name === "any" || name === "all") && first?.tag === "GeneratorExp") {
    const method = name === "any" ? "some" : "every";
    const found = node.args.length === 1 ? quantified(first, method, emit) : null;
    if (found !== null) return found;
  }
  if (CONSUMERS.has(name) && first?.tag === "GeneratorExp") {
    if (name === "sum" && node.args.length === 1 && literal_int(first.elt) === 1) {
      const found = counted(first, emit);
      if (found !== null) return build.member(found, "length");
    }
    const list = consumed(first, emit);
    if (list !== null && name === "list" && node.args.length === 1) return list;
    if (list !== null && name === "sum" && node.args.length === 1) {
      const together = summed(list, node, emit);
      if (together !== null) return together;
    }
    if (list !== null) {
      const rest = { ...node, args: node.args.slice(1) };
      const start = name === "sum" ? the_start(rest) : null;
      if (start !== null) return build.call(callee, [list, emit.expression(start)]);
      return build.call(callee, [list, ...trailing_arguments(rest, emit)]);
    }
  }
  const parameters = function_parameters(name);
  if (parameters !== null && is_misfit(node, parameters)) return misfit(node, name, emit);
  const is_class = IS_CLASS.test(name) || name === "object";
  const make = is_class ? build.new_ : build.call;
  if (node.keywords.length === 0) return make(callee, positional_arguments(node, emit));
  if (node.keywords.every((keyword) => keyword.arg === null)) {
    if (name === "dict" || name === "print") return make(callee, trailing_arguments(node, emit));
    return build.call(emit.builtin("call_with"), [
      callee,
      argument_array(node, emit),
      keyword_object(node.keywords, emit, node.func),
    ]);
  }
  if (parameters === null) return make(callee, trailing_arguments(node, emit));
  const placed = placed_arguments(node, parameters, emit);
  if (placed === null) return misfit(node, name, emit);
  return build.sequence([...placed.before, make(callee, placed.args)]);
}

/** `sum(…, start=x)`: what the runtime takes by its place. */
function the_start({ args, keywords }: ast.Call): ast.Expression | null {
  const [only, ...others] = keywords;
  return args.length === 0 && others.length === 0 && only?.arg === "start" ? only.value : null;
}

/** `sum(zip_with((x, y) => x * y, xs, ys))` → `sum_with(…)`: nobody needs the list. */
function summed(list: target.Expression, node: ast.Call, emit: Emit): target.Expression | null {
  if (list.kind !== "Call" || list.callee.kind !== "Identifier") return null;
  if (list.callee.runtime !== "builtins.zip_with") return null;
  return build.call(build.from(node.func, emit.builtin("sum_with")), list.arguments);
}

/** A call that can only fail: the runtime says how. */
function misfit(node: ast.Call, name: string, emit: Emit): target.Expression {
  const args = [build.string(name), argument_array(node, emit)];
  const keywords = node.keywords.length > 0 ? [keyword_object(node.keywords, emit, node.func)] : [];
  return build.call(emit.builtin("misfit"), [...args, ...keywords]);
}

/** Exceptions are made with `new`; types like `int` and `list` are called. */
const IS_CLASS =
  /(?:Error|Exception|Warning|Interrupt|Exit|StopIteration|StopAsyncIteration|ExceptionGroup|UnsupportedOperation)$/u;
