// __init__ → constructor, or a method that the root's constructor calls.
import type * as ast from "../../../grammar/ast/index.ts";
import { is_movable, kept_attributes } from "../../facts/early-self.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import { docstring } from "../comments.ts";
import {
  construction,
  inherits_init,
  init_calls,
  own_init,
  parent_of,
  root_of,
  uses_receiver,
} from "./construction.ts";
import { description } from "./description.ts";
import { is_plain_exception } from "./exception-class.ts";
import { with_kept_values } from "./kept-values.ts";
import { receiver_parameter } from "./receiver.ts";
import { may_be_called_with_keywords, signature_text } from "./signature-text.ts";
import type { StatementEmit } from "./statement-emit.ts";

/** `emit` is the emitter inside the class. */
export function constructor_members(
  node: ast.ClassDef,
  emit: StatementEmit,
): readonly target.Member_[] {
  const init = own_init(node, emit.facts);
  if (init !== null && emit.facts.effects.of_function(init) !== "plain") {
    emit.unsupported(
      init,
      "an `__init__` that waits can't be a constructor",
      "move the waiting into an async method that makes the object",
    );
    return [];
  }
  if (construction(node, emit.facts) === "method") return as_method(node, init, emit);
  if (init === null) return [];
  const { body, ...parts } = emit.function_parts(init);
  const statements =
    parent_of(node, emit.facts) === null
      ? body.statements
      : with_super(body.statements, node, init, emit);
  const made = build.method("constructor", parts, build.block(statements), {
    method: "constructor",
  });
  return [build.attach(build.from(init, made), documented(init))];
}

/** `static { signature(this, "name, size="); }` where somebody may make instances with keywords without knowing the class. */
export function constructor_signature(
  node: ast.ClassDef,
  emit: StatementEmit,
): readonly target.Member_[] {
  const init = own_init(node, emit.facts);
  const is_described = emit.facts.effects.sees_functions;
  if (init === null || (!is_described && !may_be_called_with_keywords(init, emit))) return [];
  const receiver = receiver_parameter(init, emit.facts);
  const holder = emit.facts.classes.info(node).is_made_by_runtime
    ? build.member(build.member(build.this_(), "prototype"), "__init__")
    : build.this_();
  const call = is_described
    ? build.call(emit.builtin("describe"), [holder, description(init, emit, receiver)])
    : build.call(emit.builtin("signature"), [
        holder,
        build.string(signature_text(init, emit, receiver)),
      ]);
  const block = build.static_block(build.block([build.statement(call)]));
  return [build.attach(block, { blank_before: true })];
}

/** `super(…)` before everything that looks at `this`. */
function with_super(
  statements: readonly target.Statement[],
  node: ast.ClassDef,
  init: ast.FunctionDef,
  emit: StatementEmit,
): readonly target.Statement[] {
  const at = statements.findIndex(is_super_call);
  const found = statements[at];
  const aliases = statements.filter(is_receiver_alias);
  const rest = statements.filter((each) => each !== found && !is_receiver_alias(each));
  const head = unpacked_parameters(rest, init);
  const behind = rest.slice(head.length);
  if (found === undefined) {
    const args = is_plain_exception(node, emit.facts) ? own_arguments(init, emit) : [];
    return [...head, build.statement(build.call(build.super_(), args)), ...aliases, ...behind];
  }
  if (is_plain_exception(node, emit.facts)) return [...head, found, ...aliases, ...behind];
  const kept = kept_attributes(init, above_init_call(init, node, emit));
  if (is_late(init, node, kept, emit)) {
    // Above the call only attributes are set: what is declared there takes the arguments apart.
    const is_declared = (each: target.Statement): boolean => each.kind === "VariableDeclaration";
    const declared = statements
      .slice(0, at)
      .filter((each) => is_declared(each) && !is_receiver_alias(each));
    return [
      ...declared,
      with_kept_values(found, statements.slice(0, at), kept),
      ...aliases,
      ...rest.filter((each) => !declared.includes(each)),
    ];
  }
  const before = statements.slice(0, at).filter((each) => !is_receiver_alias(each));
  return [...before, found, ...aliases, ...statements.slice(at + 1)];
}

/** `const [args, options] = split_keywords(values)`: what `super(…)` may be given. */
function unpacked_parameters(
  statements: readonly target.Statement[],
  { args }: ast.FunctionDef,
): readonly target.Statement[] {
  if (args.vararg === null && args.kwarg === null) return [];
  const end = statements.findIndex((each) => each.kind !== "VariableDeclaration");
  return statements.slice(0, end < 0 ? statements.length : end);
}

/**
 * `self` is used above the call of a runtime class's `__init__`: the call moves to the head where nothing can tell.
 * (In families of the program's own classes such an `__init__` stays a method.)
 */
function is_late(
  init: ast.FunctionDef,
  node: ast.ClassDef,
  kept: ReadonlySet<string>,
  emit: StatementEmit,
): boolean {
  const [call, ...others] = init_calls(init, node, emit.facts);
  const above = above_init_call(init, node, emit);
  if (call === undefined) return false;
  const looks = [...above, ...call.args, ...call.keywords].some((each) =>
    uses_receiver(each, init, call),
  );
  if (!looks) return false;
  const is_parent_named = call.func.tag === "Attribute" && call.func.value.tag !== "Call";
  const args = [
    ...call.args.slice(is_parent_named ? 1 : 0),
    ...call.keywords.map(({ value }) => value),
  ];
  if (others.length > 0 || !args.every((each) => is_movable(each, above, kept)))
    emit.unsupported(
      call,
      "`self` is used before the `__init__` of a built-in class is called",
      "call `super().__init__(…)` first",
    );
  return true;
}

function above_init_call(
  init: ast.FunctionDef,
  node: ast.ClassDef,
  emit: StatementEmit,
): readonly ast.Statement[] {
  const [call] = init_calls(init, node, emit.facts);
  const at = init.body.findIndex((each) => each.tag === "Expr" && each.value === call);
  return init.body.slice(0, Math.max(at, 0));
}

function is_super_call(statement: target.Statement): boolean {
  return (
    statement.kind === "ExpressionStatement" &&
    statement.expression.kind === "Call" &&
    statement.expression.callee.kind === "Super"
  );
}

function is_receiver_alias(statement: target.Statement): boolean {
  return (
    statement.kind === "VariableDeclaration" && statement.declarators[0]?.value?.kind === "This"
  );
}

/** What Python's `BaseException.__new__` keeps: all positional arguments. */
function own_arguments(init: ast.FunctionDef, emit: StatementEmit): readonly target.Element[] {
  const { args } = init;
  const positional = [...args.posonlyargs, ...args.args].slice(1);
  const names = positional.map((arg) =>
    build.identifier(emit.name(emit.facts.scopes.defined_by(arg))),
  );
  if (args.vararg === null) return names;
  const rest = emit.name(emit.facts.scopes.defined_by(args.vararg));
  return [...names, build.spread(build.identifier(rest))];
}

function as_method(
  node: ast.ClassDef,
  init: ast.FunctionDef | null,
  emit: StatementEmit,
): readonly target.Member_[] {
  const members: target.Member_[] = [];
  const { enumeration, is_made_by_runtime } = emit.facts.classes.info(node);
  const is_made_elsewhere = enumeration !== null || is_made_by_runtime;
  if (is_made_elsewhere && init === null) return [];
  if (root_of(node, emit.facts) === node && !is_made_elsewhere)
    members.push(root_constructor(node, emit));
  if (init !== null) {
    const { body, ...parts } = emit.function_parts(init);
    const made = build.method("__init__", { ...parts, returns: build.type_name("void") }, body);
    const gap = members.length > 0 ? { blank_before: true } : {};
    members.push(build.attach(build.from(init, made), { ...documented(init), ...gap }));
  } else if (!inherits_init(node, emit.facts) && root_of(node, emit.facts) === node) {
    const any = build.array_type(emit.type({ type: "unknown" }));
    const rest = build.parameter("_args", { type: any, rest: true });
    const parts = build.function_parts([rest], { returns: build.type_name("void") });
    members.push(build.method("__init__", parts, build.block([])));
  }
  return members;
}

/** `constructor(...args) { this.__init__(...args); }`. */
function root_constructor(node: ast.ClassDef, emit: StatementEmit): target.Member_ {
  const any = emit.type({ type: "unknown" });
  const rest = build.parameter("args", { type: build.array_type(any), rest: true });
  const args = build.spread(build.identifier("args"));
  const init = build.member(build.as_(build.this_(), any), "__init__");
  const statements = [
    ...(parent_of(node, emit.facts) === null
      ? []
      : [build.statement(build.call(build.super_(), [args]))]),
    build.statement(build.call(init, [args])),
  ];
  return build.method("constructor", build.function_parts([rest]), build.block(statements), {
    method: "constructor",
  });
}

function documented(init: ast.FunctionDef): target.Attached {
  const doc = docstring(init.body);
  return doc === null ? {} : { doc };
}
