// super().__init__(x) inside __init__ → super(x)
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import { keyword_object, placed_arguments } from "./calls/arguments.ts";
import { runtime_constructor } from "./calls/runtime-constructor.ts";
import {
  construction,
  inherits_init,
  init_calls,
  is_init_call,
  is_marker,
  parent_of,
} from "./construction.ts";
import { exception_arguments, is_plain_exception } from "./exception-class.ts";
import type { StatementEmit } from "./statement-emit.ts";

/** The statement that stands for the call, or `null` where the expression is no such call. */
export function init_call(
  node: ast.Expression,
  emit: StatementEmit,
): readonly target.Statement[] | null {
  const { node: init, parent } = emit.frame;
  const owner = parent?.node;
  if (node.tag !== "Call" || init.tag !== "FunctionDef" || init.name !== "__init__") return null;
  if (owner?.tag !== "ClassDef" || !is_init_call(node, owner, emit.facts)) return null;
  if (emit.facts.classes.info(owner).is_made_by_runtime) return null;
  const args = arguments_of(node, emit);
  if (is_plain_exception(owner, emit.facts)) {
    if (exception_arguments(init, owner, emit.facts) === "first") return [super_call(args)];
    const kept = build.method_call(emit.builtin("Tuple"), "of", args);
    return [build.statement(build.assign(build.member(build.this_(), "args"), kept))];
  }
  if (is_repeated(node, init, owner, emit)) return [];
  const parent_class = parent_of(owner, emit.facts);
  if (parent_class === null) return [];
  if (construction(owner, emit.facts) === "constructor") return [super_call(args)];
  if (!inherits_init(owner, emit.facts)) return [];
  return [build.statement(build.method_call(build.super_(), "__init__", args))];
}

/** `object.__init__` does nothing, however often it is called; JavaScript's `super()` is called once. */
function is_repeated(
  call: ast.Call,
  init: ast.FunctionDef,
  owner: ast.ClassDef,
  emit: StatementEmit,
): boolean {
  if (parent_of(owner, emit.facts)?.type !== "class" || inherits_init(owner, emit.facts))
    return false;
  return init_calls(init, owner, emit.facts)[0] !== call;
}

function super_call(args: readonly target.Element[]): target.Statement {
  return build.statement(build.call(build.super_(), args));
}

/** The arguments as the call's emitter places them; `Base.__init__(self, x)` names the receiver first. */
function arguments_of(call: ast.Call, emit: StatementEmit): readonly target.Element[] {
  const names_receiver = call.func.tag === "Attribute" && call.func.value.tag !== "Call";
  if (call.keywords.length === 0) {
    const args = names_receiver ? call.args.slice(1) : call.args;
    return args.map((each) =>
      each.tag === "Starred" ? build.spread(emit.expression(each.value)) : emit.expression(each),
    );
  }
  const arranged = arranged_arguments(call, names_receiver, emit);
  if (arranged !== null) return arranged;
  const callee = emit.facts.calls.callee(call);
  if (callee.kind === "runtime_class") {
    const placed = placed_arguments(call, callee.callable.parameters, emit);
    if (placed !== null && placed.before.length === 0) return placed.args;
  }
  if (names_receiver && call.func.tag === "Attribute") {
    const parent = emit.facts.types.of(call.func.value);
    const parameters =
      parent.type === "runtime_class" ? runtime_constructor(parent.module, parent.name) : null;
    const given = { ...call, args: call.args.slice(1) };
    const placed = parameters === null ? null : placed_arguments(given, parameters, emit);
    if (placed !== null && placed.before.length === 0) return placed.args;
  }
  const emitted = emit.expression(call);
  if (emitted.kind !== "Call") return [];
  const [first, ...rest] = emitted.arguments;
  return names_receiver && first?.kind === "This" ? rest : emitted.arguments;
}

/** `**options` may name any parameter of the class above: the runtime puts them in their places. */
function arranged_arguments(
  call: ast.Call,
  names_receiver: boolean,
  emit: StatementEmit,
): readonly target.Element[] | null {
  const owner = emit.frame.parent?.node;
  if (owner?.tag !== "ClassDef" || call.keywords.every(({ arg }) => arg !== null)) return null;
  const { bases } = emit.facts.classes.info(owner);
  const base = owner.bases[bases.findIndex((each, at) => !is_marker(each, owner.bases[at]))];
  const named = base?.tag === "Subscript" ? base.value : base;
  if (named?.tag !== "Name" && named?.tag !== "Attribute") return null;
  const args = names_receiver ? call.args.slice(1) : call.args;
  const given = args.map((each) =>
    each.tag === "Starred" ? build.spread(emit.expression(each.value)) : emit.expression(each),
  );
  const placed = build.call(emit.builtin("arranged"), [
    emit.expression(named),
    build.array(given),
    keyword_object(call.keywords, emit),
  ]);
  return [build.spread(placed)];
}
