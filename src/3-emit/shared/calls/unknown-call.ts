// Calls of which nothing is known: f(x) → call(f, x);   x.m(y) → x.m(y), call_method(x, "m", y) where x may be a built-in
import type * as ast from "../../../../grammar/ast/index.ts";
import * as build from "../../../target/build.ts";
import type * as target from "../../../target/nodes.ts";
import type { Emit } from "../../emit.ts";
import { is_marker } from "../construction.ts";
import { members } from "../types.ts";
import { is_a } from "../kinds.ts";
import { some_class_watches_reads, watches_reads } from "../attribute-hooks.ts";
import { present } from "../present.ts";
import { method_kind } from "../receiver.ts";
import { argument_array, keyword_object, positional_arguments } from "./arguments.ts";
import { is_misfit } from "./misfit.ts";
import { is_missing_method, may_be_method_of_builtin } from "./builtin-methods.ts";
import { may_be_coroutine_method } from "./coroutine-methods.ts";

export function unknown_call(node: ast.Call, emit: Emit): target.Expression {
  const { func } = node;
  if (node.keywords.length > 0)
    return build.call(emit.builtin("call_with"), [
      function_value(func, emit),
      argument_array(node, emit),
      keyword_object(node.keywords, emit, node.func),
    ]);
  const args = positional_arguments(node, emit);
  if (emit.facts.types.of(func).type === "runtime_class")
    return build.new_(emit.expression(func), args);
  if (is_remembering(node, emit)) return build.call(emit.expression(func), args);
  if (func.tag === "Attribute" && is_of_cache(node, func, emit))
    return build.call(build.from(func, build.member(emit.expression(func.value), func.attr)), []);
  if (func.tag !== "Attribute")
    return build.call(emit.builtin("call"), [emit.expression(func), ...args]);
  if (node.args.some(may_raise) && is_surely_missing(func, emit))
    return build.call(emit.builtin("call"), [function_value(func, emit), ...args]);
  if (emit.facts.types.of(func.value).type === "module")
    return build.call(emit.builtin("call"), [emit.expression(func), ...args]);
  if (
    emit.facts.effects.uses_mocks ||
    may_be_data(func.attr, emit) ||
    may_be_method_of_builtin(func.attr) ||
    may_be_coroutine_method(node, func.attr, emit) ||
    may_be_of_class(func.attr, emit) ||
    is_not_of_program(func, emit) ||
    may_not_fit(node, func.attr, emit)
  )
    return build.call(emit.builtin("call_method"), [
      emit.expression(func.value),
      build.string(func.attr),
      ...args,
    ]);
  return build.call(build.from(func, build.member(present(func.value, emit), func.attr)), args);
}

/** A function whose results are remembered, called with what it takes: arguments that are given by name are other keys. */
function is_remembering({ func, args }: ast.Call, emit: Emit): boolean {
  const type = emit.facts.types.of(func);
  if (func.tag !== "Name" || type.type !== "callable" || type.remembers === undefined) return false;
  if (args.some(({ tag }) => tag === "Starred")) return false;
  const parameters = emit.facts.calls.parameters(type.remembers);
  if (parameters.some(({ kind, optional }) => kind === "keyword_only" && !optional)) return false;
  const taken = parameters.filter(({ kind }) => kind.startsWith("positional"));
  const required = taken.filter(({ optional }) => !optional);
  return args.length >= required.length && args.length <= taken.length;
}

/** `fib.cache_info()`, `fib.cache_clear()` */
function is_of_cache(node: ast.Call, { value, attr }: ast.Attribute, emit: Emit): boolean {
  if (node.args.length > 0 || !OF_CACHE.has(attr)) return false;
  const type = emit.facts.types.of(value);
  return type.type === "callable" && type.remembers !== undefined;
}

const OF_CACHE: ReadonlySet<string> = new Set(["cache_clear", "cache_info", "cache_parameters"]);

function may_raise({ tag }: ast.Expression): boolean {
  return tag !== "Constant" && tag !== "Name";
}

/** No method of that name: Python's look-up fails before the arguments are evaluated. */
function is_surely_missing(func: ast.Attribute, emit: Emit): boolean {
  if (is_a(func.value, emit, ...WITHOUT_METHODS)) return true;
  return members(emit.facts.types.of(func.value)).every(
    (type) =>
      is_missing_method(type.type, func.attr) ||
      (type.type === "instance" && !has_method(type.node, func.attr, emit)),
  );
}

const WITHOUT_METHODS = [
  "int",
  "float",
  "bool",
  "str",
  "list",
  "tuple",
  "tuple_of",
  "function",
  "none",
] as const;

/** An attribute that holds a callable: a class, a coroutine function, an object with `__call__`. */
function may_be_data(name: string, emit: Emit): boolean {
  return emit.facts.classes.all.some((each) => {
    const info = emit.facts.classes.info(each);
    return info.instance_attributes.has(name) && !info.methods.has(name);
  });
}

/** Some method of that name takes more arguments or fewer. */
function may_not_fit(node: ast.Call, name: string, emit: Emit): boolean {
  return emit.facts.classes.all.some((each) => {
    const method = emit.facts.classes.info(each).methods.get(name);
    if (method === undefined) return false;
    const [, ...parameters] = emit.facts.calls.parameters(method);
    const takes_rest = parameters.some(({ kind }) => kind === "rest");
    return node.args.some(({ tag }) => tag === "Starred")
      ? !takes_rest
      : is_misfit(node, parameters);
  });
}

/** A static or class method of the program: JavaScript's instances don't have those. */
function may_be_of_class(name: string, emit: Emit): boolean {
  return emit.facts.classes.all.some((each) => {
    const method = emit.facts.classes.info(each).methods.get(name);
    return method !== undefined && method_kind(method) !== "instance";
  });
}

/** No class of the program has the method: what every class has, what a metaclass gives, or an error. */
function is_not_of_program({ value, attr }: ast.Attribute, emit: Emit): boolean {
  const own = members(emit.facts.types.of(value));
  if (own.some(({ type }) => type === "unknown") && some_class_watches_reads(emit)) return true;
  if (own.some((type) => type.type === "instance" && watches_reads(type.node, emit))) return true;
  // `Class.method(object)`: the class itself has its static methods only.
  if (own.some(({ type }) => type === "class")) return true;
  if (own.some((type) => type.type === "runtime_class" && type.module === "builtins")) return true;
  if (own.some((type) => type.type === "instance" && !has_method(type.node, attr, emit)))
    return true;
  // The engine's own error does not tell of what type the receiver was.
  if (own.some(({ type }) => type === "unknown")) return true;
  const is_open = own.some(
    (type) =>
      type.type === "never" || (type.type === "runtime_instance" && type.module !== "builtins"),
  );
  if (is_open) return false;
  return !emit.facts.classes.all.some((each) => emit.facts.classes.info(each).methods.has(attr));
}

/** The class, one above it or one below it has such a method, or may have one that is not the program's. */
function has_method(node: ast.ClassDef, name: string, emit: Emit): boolean {
  const above = (each: ast.ClassDef): boolean => {
    const info = emit.facts.classes.info(each);
    if (info.methods.has(name)) return true;
    return info.bases.some((base, index) =>
      base.type === "class" ? above(base.node) : !is_marker(base, each.bases[index]),
    );
  };
  const below = new Set([node]);
  for (const each of below) {
    if (above(each)) return true;
    for (const subclass of emit.facts.classes.info(each).subclasses) below.add(subclass);
  }
  return false;
}

/** A method keeps its receiver when it is handed on. */
export function function_value(func: ast.Expression, emit: Emit): target.Expression {
  if (func.tag !== "Attribute" || emit.facts.types.of(func.value).type === "module")
    return emit.expression(func);
  return build.call(emit.builtin("getattr"), [
    emit.expression(func.value),
    build.string(func.attr),
  ]);
}
