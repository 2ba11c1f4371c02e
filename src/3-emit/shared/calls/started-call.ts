// A call as it runs here and now, by what is known of the callee.
import type * as ast from "../../../../grammar/ast/index.ts";
import type { ParameterInfo, RuntimeCallable } from "../../../facts/calls.ts";
import * as build from "../../../target/build.ts";
import type * as target from "../../../target/nodes.ts";
import type { Emit } from "../../emit.ts";
import { watches_reads } from "../attribute-hooks.ts";
import { present } from "../present.ts";
import { is_super, super_value } from "../super.ts";
import { method_kind, receiver_of_method } from "../receiver.ts";
import {
  argument_array,
  keyword_object,
  placed_arguments,
  positional_arguments,
} from "./arguments.ts";
import { builtin_call } from "./builtin-call.ts";
import { builtin_method_call } from "./builtin-method-call.ts";
import { constructor_parameters, takes_nothing } from "./constructor-parameters.ts";
import { decides_instances, maker_of } from "./instances.ts";
import { arity_error } from "./arity.ts";
import { path_of, qualname_of } from "../qualname.ts";
import { is_misfit, is_of_wrong_type, signature_of } from "./misfit.ts";
import { has_method, members } from "../types.ts";
import { with_counted_callback } from "./over-called.ts";
import { super_call } from "./super-call.ts";
import { function_value, unknown_call } from "./unknown-call.ts";

export function started_call(node: ast.Call, emit: Emit): target.Expression {
  const is_own = is_self(node.func);
  const of_super = super_call(node, emit);
  if (of_super !== null) return of_super;
  if (is_super(node, emit)) return super_value(node, emit);
  const callee = emit.facts.calls.callee(node);
  switch (callee.kind) {
    case "function": {
      const parameters = emit.facts.calls.parameters(callee.node);
      return misfit(node, parameters, emit) ?? call_of(node, parameters, emit);
    }
    case "method": {
      const selfless = without_self(node, callee.node, emit);
      if (selfless !== null) return selfless;
      const parameters = emit.facts.calls.parameters(callee.node);
      const receiver = receiver_of_method(callee.node);
      const own = parameters[0]?.name === receiver?.arg ? parameters.slice(1) : parameters;
      const taken = receiver === null ? parameters : own;
      // What is patched is found by its name only.
      if (emit.facts.effects.uses_mocks && !is_own) return unknown_call(node, emit);
      const by_name = is_of_class(node, callee.node, emit) || may_lack(node, emit);
      return misfit(node, taken, emit) ?? call_of(node, taken, emit, by_name);
    }
    case "class": {
      const parameters = constructor_parameters(callee.node, emit);
      if (takes_nothing(callee.node, emit) && is_given(node)) return refused_by_object(node, emit);
      const maker = maker_of(callee.node, emit);
      if (maker !== null) return made_by_new(node, maker, parameters, emit);
      return (
        misfit(node, parameters ?? [], emit, parameters !== null) ??
        instance_of(node, parameters, emit)
      );
    }
    case "runtime":
      return runtime_call(node, callee.callable, emit);
    case "runtime_class":
      return (
        misfit(node, callee.callable.parameters, emit) ??
        instance_of(node, callee.callable.parameters, emit)
      );
    case "builtin":
      return builtin_call(node, callee.name, emit);
    case "builtin_method":
      return builtin_method_call(node, callee.receiver, callee.name, emit);
    case "unknown":
      return unknown_call(node, emit);
  }
}

/** `time.sleep` where it blocks and can be awaited: its sibling that lets other threads run meanwhile. */
function runtime_call(node: ast.Call, callable: RuntimeCallable, emit: Emit): target.Expression {
  const refused =
    arity_error(node, `${callable.module}.${callable.name}`, emit) ??
    misfit(node, callable.parameters, emit);
  if (refused !== null) return refused;
  if (is_of_wrong_type(node, callable.parameters, emit)) return unknown_call(node, emit);
  const { effects } = emit.facts;
  const gives_way =
    callable.effect === "plain" &&
    effects.of_call(node) === "blocking" &&
    !effects.waits_for_callback(node) &&
    !effects.starts_eagerly(node);
  if (!gives_way) return call_of(node, callable.parameters, emit);
  const sibling = `${callable.name}_yielding`;
  const func =
    node.func.tag === "Attribute"
      ? build.member(emit.expression(node.func.value), sibling)
      : emit.runtime(callable.module, sibling);
  const placed = placed_arguments(node, callable.parameters, emit);
  if (placed === null) return by_runtime(node, func, emit);
  return build.sequence([...placed.before, build.call(func, placed.args)]);
}

function call_of(
  node: ast.Call,
  parameters: readonly ParameterInfo[],
  emit: Emit,
  by_name = false,
): target.Expression {
  const placed = placed_arguments(node, parameters, emit);
  if (placed === null) return by_runtime(node, function_value(node.func, emit), emit);
  if (may_not_fit(node, parameters, emit)) return unknown_call(node, emit);
  if (by_name && node.func.tag === "Attribute") {
    const args = [emit.expression(node.func.value), build.string(node.func.attr), ...placed.args];
    return build.sequence([...placed.before, build.call(emit.builtin("call_method"), args)]);
  }
  const args = with_counted_callback(node, placed.args, emit);
  return build.sequence([...placed.before, build.call(called(node.func, emit), args)]);
}

/** `self.helper()`: the methods of tests themselves are not patched. */
function is_self(func: ast.Expression): boolean {
  return func.tag === "Attribute" && func.value.tag === "Name" && func.value.id === "self";
}

/** A static or class method that is called on an instance, which in JavaScript doesn't have it; or the class looks on. */
function is_of_class(
  node: ast.Call,
  method: ast.FunctionDef | ast.AsyncFunctionDef,
  emit: Emit,
): boolean {
  if (node.func.tag !== "Attribute") return false;
  const receiver = emit.facts.types.of(node.func.value);
  if (receiver.type === "instance" && watches_reads(receiver.node, emit)) return true;
  return method_kind(method) !== "instance" && receiver.type !== "class";
}

/** Some object that may be called on is of a class above the one that has the method. */
function may_lack({ func }: ast.Call, emit: Emit): boolean {
  if (func.tag !== "Attribute") return false;
  return members(emit.facts.types.of(func.value)).some(
    (member) => member.type === "instance" && is_only_below(member.node, func.attr, emit),
  );
}

/** No class above it has the method, but one below it has. */
function is_only_below(node: ast.ClassDef, name: string, emit: Emit): boolean {
  if (has_method(node, name, emit.facts) || emit.facts.classes.info(node).enumeration !== null)
    return false;
  return below(node, emit).some((each) => emit.facts.classes.info(each).methods.has(name));
}

function below(node: ast.ClassDef, emit: Emit): readonly ast.ClassDef[] {
  return emit.facts.classes.info(node).subclasses.flatMap((each) => [each, ...below(each, emit)]);
}

/** The method itself, not bound: the call binds it. */
function called(func: ast.Expression, emit: Emit): target.Expression {
  if (func.tag !== "Attribute" || emit.facts.types.of(func.value).type === "module")
    return emit.expression(func);
  return build.from(func, build.member(present(func.value, emit), func.attr));
}

function instance_of(
  node: ast.Call,
  parameters: readonly ParameterInfo[] | null,
  emit: Emit,
): target.Expression {
  const class_ = emit.expression(node.func);
  if (decides_instances(node, emit)) return decided_call(node, class_, parameters, emit);
  if (parameters === null) {
    if (node.keywords.length === 0) {
      const args = positional_arguments(node, emit);
      return has_bare_maker(node, emit)
        ? build.call(emit.builtin("call"), [class_, ...args])
        : build.new_(class_, args);
    }
    return by_runtime(node, class_, emit);
  }
  const placed = placed_arguments(node, parameters, emit);
  if (placed === null) return by_runtime(node, class_, emit);
  if (may_not_fit(node, parameters, emit))
    return build.call(emit.builtin("call"), [class_, ...placed.args]);
  return build.sequence([...placed.before, build.new_(class_, placed.args)]);
}

/** `A(*args)` of a class that takes no arguments: JavaScript would let them pass. */
function has_bare_maker(node: ast.Call, emit: Emit): boolean {
  if (!node.args.some(({ tag }) => tag === "Starred")) return false;
  const callee = emit.facts.calls.callee(node);
  return callee.kind === "class" && takes_nothing(callee.node, emit);
}

function is_given({ args, keywords }: ast.Call): boolean {
  if (args.some(({ tag }) => tag === "Starred") || keywords.some(({ arg }) => arg === null))
    return false;
  return args.length + keywords.length > 0;
}

/** `Foo(1)` where no class has an `__init__`: `object.__new__` raises the TypeError. */
function refused_by_object(node: ast.Call, emit: Emit): target.Expression {
  const args = [...node.args, ...node.keywords.map(({ value }) => value)];
  return build.method_call(emit.runtime("builtins", "object"), "__new__", [
    emit.expression(node.func),
    ...args.map((each) => emit.expression(each)),
  ]);
}

/** `__new__` and `__init__` place the arguments, each as it declares. */
function made_by_new(
  node: ast.Call,
  maker: ast.FunctionDef | ast.AsyncFunctionDef,
  of_init: readonly ParameterInfo[] | null,
  emit: Emit,
): target.Expression {
  const class_ = emit.expression(node.func);
  const is_plain = node.keywords.length === 0 && node.args.every(({ tag }) => tag !== "Starred");
  const fits = (parameters: readonly ParameterInfo[]): boolean => !is_misfit(node, parameters);
  if (
    !is_plain ||
    !fits(emit.facts.calls.parameters(maker).slice(1)) ||
    (of_init !== null && !fits(of_init))
  )
    return by_runtime(node, class_, emit);
  return build.call(emit.builtin("call"), [class_, ...positional_arguments(node, emit)]);
}

/** A metaclass, `__new__` or an abstract class has its say: the runtime looks at the class. */
function decided_call(
  node: ast.Call,
  class_: target.Expression,
  parameters: readonly ParameterInfo[] | null,
  emit: Emit,
): target.Expression {
  const placed = parameters === null ? null : placed_arguments(node, parameters, emit);
  if (placed === null && node.keywords.length > 0) return by_runtime(node, class_, emit);
  const args = placed?.args ?? positional_arguments(node, emit);
  const made = build.call(emit.builtin("call"), [class_, ...args]);
  return placed === null ? made : build.sequence([...placed.before, made]);
}

/** `f(*xs)` where only the run time knows how many there are, and `f` takes so many only: it is counted there. */
function may_not_fit(node: ast.Call, parameters: readonly ParameterInfo[], emit: Emit): boolean {
  if (node.keywords.length > 0) return false;
  const counts = node.args.map((arg) => (arg.tag === "Starred" ? item_count(arg.value, emit) : 1));
  if (counts.every((_, index) => node.args[index]?.tag !== "Starred")) return false;
  const positional = parameters.filter(({ kind }) => kind.startsWith("positional"));
  const least = positional.filter(({ optional }) => !optional).length;
  const most = parameters.some(({ kind }) => kind === "rest") ? Infinity : positional.length;
  const known = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  if (counts.includes(null)) return known < least || most < Infinity;
  return known < least || known > most;
}

/** How many items a tuple of known length has. */
function item_count(node: ast.Expression, emit: Emit): number | null {
  const type = emit.facts.types.of(node);
  return type.type === "tuple" ? type.elements.length : null;
}

/** `def n():` in a class, which no object can call. */
function without_self(
  node: ast.Call,
  method: ast.FunctionDef | ast.AsyncFunctionDef,
  emit: Emit,
): target.Expression | null {
  const { args } = method;
  if (method_kind(method) !== "instance" || args.vararg !== null || node.keywords.length > 0)
    return null;
  if (args.posonlyargs.length + args.args.length > 0 || node.func.tag !== "Attribute") return null;
  if (node.args.some(({ tag }) => tag === "Starred")) return null;
  if (emit.facts.types.of(node.func.value).type !== "instance") return null;
  const values = node.args.map((each) => emit.expression(each));
  const given = node.args.length === 0 ? "1 was" : `${node.args.length + 1} were`;
  const message = `${path_of(emit.facts.scopes.scope_of(method))}() takes 0 positional arguments but ${given} given`;
  return build.call(emit.builtin("call_error"), [
    build.string(message),
    emit.expression(node.func.value),
    ...values,
  ]);
}

/** A call that can only fail: the runtime says how. */
function misfit(
  node: ast.Call,
  parameters: readonly ParameterInfo[],
  emit: Emit,
  is_known = true,
): target.Expression | null {
  const called = emit.facts.calls.callee(node);
  const { kind } = called;
  const is_own = kind === "function" || kind === "method" || kind === "class";
  if (!is_known || !is_misfit(node, parameters, is_own)) return null;
  const text = build.string(signature_of(parameters));
  const func = emit.expression(node.func);
  const is_named =
    called.kind === "function" &&
    !(called.node.tag === "Lambda" && emit.facts.effects.sees_qualnames);
  const qualname = is_named ? qualname_of(called.node, emit) : null;
  const named =
    qualname === null
      ? func
      : build.call(emit.builtin("qualified"), [func, build.string(qualname)]);
  const callee = build.call(emit.builtin("signature"), [named, text]);
  return by_runtime(node, callee, emit);
}

/** `**kwargs`, keywords that nobody declares: the runtime looks at the callee's signature. */
function by_runtime(node: ast.Call, callee: target.Expression, emit: Emit): target.Expression {
  return build.call(emit.builtin("call_with"), [
    callee,
    argument_array(node, emit),
    keyword_object(node.keywords, emit, node.func),
  ]);
}
