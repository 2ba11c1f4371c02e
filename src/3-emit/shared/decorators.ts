// Decorators: evaluated from top to bottom, applied from bottom to top.
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { StatementEmit } from "./statement-emit.ts";
import { receiver_parameter } from "./receiver.ts";
import { some_node } from "./walk.ts";

/** The decorators that do something; those that the emitter knows and spells out itself are left out. */
export function decorators_of(
  node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef,
  emit: StatementEmit,
): readonly ast.Expression[] {
  const is_enumeration =
    node.tag === "ClassDef" && emit.facts.classes.info(node).enumeration !== null;
  return registered(node, emit).filter(
    (decorator) =>
      !is_spelled_out(decorator, emit) && !(is_enumeration && is_enum_check(decorator)),
  );
}

/** `@f.register` of a `singledispatch` function takes the class from the annotation: `@f.register(int)`. */
function registered(
  node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef,
  emit: StatementEmit,
): readonly ast.Expression[] {
  if (node.tag === "ClassDef") return node.decorator_list;
  // A method's first parameter is the object.
  const own = [...node.args.posonlyargs, ...node.args.args];
  const annotation = own.filter((each) => each !== receiver_parameter(node, emit.facts))[0]
    ?.annotation;
  if (annotation == null) return node.decorator_list;
  return node.decorator_list.map((each) => {
    if (each.tag !== "Attribute" || each.attr !== "register" || !is_dispatched(each.value, emit))
      return each;
    const { start, end } = each;
    return { tag: "Call", start, end, func: each, args: [annotation], keywords: [] };
  });
}

function is_dispatched(node: ast.Expression, emit: StatementEmit): boolean {
  if (node.tag !== "Name") return false;
  const resolution = emit.facts.scopes.resolve(node);
  if (resolution.kind !== "binding") return false;
  return resolution.binding.definitions.some(
    (each) =>
      each.tag === "FunctionDef" &&
      (each as ast.FunctionDef).decorator_list.some((decorator) =>
        /^(?:\w+\.)?singledispatch(?:method)?$/.test(decorator_name(decorator) ?? ""),
      ),
  );
}

/** `dotted.name` of a decorator, called or not; `null` for anything else. */
export function decorator_name(node: ast.Expression): string | null {
  if (node.tag === "Call") return decorator_name(node.func);
  if (node.tag === "Name") return node.id;
  if (node.tag !== "Attribute") return null;
  const object = decorator_name(node.value);
  return object === null ? null : `${object}.${node.attr}`;
}

/** `asyncio.coroutine` and `types.coroutine` make no difference: what they mark is a coroutine by the effects. */
function is_spelled_out(decorator: ast.Expression, emit: StatementEmit): boolean {
  const type = emit.facts.types.of(decorator);
  if (type.type === "runtime_function") return SPELLED_OUT.has(`${type.module}.${type.name}`);
  const name = decorator_name(decorator);
  return name !== null && SPELLED_OUT.has(name);
}

const SPELLED_OUT: ReadonlySet<string> = new Set([
  "asyncio.coroutine",
  "types.coroutine",
  "typing.final",
  "typing.no_type_check",
  "typing.override",
  "typing.runtime_checkable",
  "final",
  "override",
  "runtime_checkable",
]);

/** `@unique`, `@verify(…)`: they look at the class, and leave it what it is. */
export function is_enum_check(decorator: ast.Expression): boolean {
  return /^(?:\w+\.)?(?:unique|verify)$/.test(decorator_name(decorator) ?? "");
}

export interface Evaluated {
  readonly callees: readonly target.Expression[];
  /** `const decorate = logged("a");`. */
  readonly evaluated: readonly target.Statement[];
}

/**
 * Decorators as callees. Those that are made by calls become constants where something else is evaluated before they
 * are applied: the defaults of the function (`is_followed`), or other decorators.
 */
export function evaluated_first(
  decorators: readonly ast.Expression[],
  is_followed: boolean,
  emit: StatementEmit,
): Evaluated {
  const is_made = decorators.some((each) => some_node(each, (inner) => runs_program(inner, emit)));
  const values = decorators.map((each) => checked(each, emit));
  if (!is_made || (!is_followed && decorators.length < 2))
    return { callees: values, evaluated: [] };
  const names = values.map(() => emit.fresh("decorate"));
  return {
    callees: names.map((each) => build.identifier(each)),
    evaluated: values.map((value, index) => build.const_(names[index] ?? "", value)),
  };
}

/** What the library makes can't be told from when. */
function runs_program(node: ast.Node, emit: StatementEmit): boolean {
  if (node.tag !== "Call") return false;
  const { type } = emit.facts.types.of((node as ast.Call).func);
  return type !== "runtime_function" && type !== "runtime_class";
}

/** `callees` where the decorators have been evaluated before. */
export function decorated(
  value: target.Expression,
  decorators: readonly ast.Expression[],
  emit: StatementEmit,
  callees: readonly target.Expression[] = decorators.map((each) => checked(each, emit)),
): target.Expression {
  return decorators.reduceRight<target.Expression>((inner, decorator, index) => {
    const { type } = emit.facts.types.of(decorator);
    const callee = callees[index] ?? build.null_();
    if (type === "function" || type === "runtime_function" || makes_function(decorator, emit))
      return build.call(callee, [inner]);
    return build.call(emit.builtin("call"), [callee, inner]);
  }, value);
}

/** `@lru_cache(maxsize=None)`: the call gives a function of JavaScript. */
function makes_function(decorator: ast.Expression, emit: StatementEmit): boolean {
  if (decorator.tag !== "Call") return false;
  const made_by = emit.facts.types.of(decorator.func);
  return (
    made_by.type === "runtime_function" &&
    made_by.module === "functools" &&
    made_by.name === "lru_cache"
  );
}

function checked(decorator: ast.Expression, emit: StatementEmit): target.Expression {
  if (is_dataclass(decorator, emit)) {
    return emit.unsupported(
      decorator,
      "this dataclass asks for more than can be spelled out",
      "use plain fields with constant defaults or default_factory in a class at the top level, or write `__init__`",
    );
  }
  return emit.expression(decorator);
}

/** Those that could be spelled out are gone by now. */
function is_dataclass(decorator: ast.Expression, emit: StatementEmit): boolean {
  const type = emit.facts.types.of(decorator.tag === "Call" ? decorator.func : decorator);
  if (type.type === "runtime_function")
    return type.module === "dataclasses" && type.name === "dataclass";
  return type.type === "unknown" && /(?:^|\.)dataclass$/.test(decorator_name(decorator) ?? "");
}
