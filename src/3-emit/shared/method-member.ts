// Methods: static and class methods, properties, and what decorators make of them.
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import { docstring } from "../comments.ts";
import { decorator_name, decorators_of } from "./decorators.ts";
import { method_kind, receiver_parameter } from "./receiver.ts";
import { marks } from "./marks.ts";
import type { StatementEmit } from "./statement-emit.ts";

type MethodStatement = ast.FunctionDef | ast.AsyncFunctionDef;

/** `emit` is the emitter inside the class. */
export function method_member(
  node: MethodStatement,
  owner: ast.ClassDef,
  emit: StatementEmit,
): readonly target.Member_[] {
  const { body, ...parts } = emit.function_parts(node);
  const property = property_kind(node);
  const is_static = method_kind(node) !== "instance";
  const own = property === "set" ? { ...parts, returns: null } : parts;
  const made = build.method(node.name, own, body, {
    method: property ?? "method",
    static: is_static,
  });
  const doc = docstring(node.body);
  const member = build.attach(build.from(node, made), doc === null ? {} : { doc });
  return [member, ...registrations(node, owner, is_static, emit)];
}

function property_kind(node: MethodStatement): "get" | "set" | null {
  for (const decorator of node.decorator_list) {
    const name = decorator_name(decorator);
    if (name === "property") return "get";
    if (name === `${node.name}.setter`) return "set";
    if (name === `${node.name}.getter`) return "get";
  }
  return null;
}

/** What is said about the method once the class is there: its signature, its other decorators. */
function registrations(
  node: MethodStatement,
  _owner: ast.ClassDef,
  is_static: boolean,
  emit: StatementEmit,
): readonly target.Member_[] {
  const others = decorators_of(node, emit).filter((each) => !is_class_decorator(each, node));
  const statements: target.Statement[] = [];
  const holder = is_static ? build.this_() : build.member(build.this_(), "prototype");
  if (property_kind(node) === null) {
    const receiver = receiver_parameter(node, emit.facts);
    statements.push(...marks(build.member(holder, node.name), node, emit, receiver));
  }
  for (const decorator of [...others].reverse()) {
    const args = [build.this_(), build.string(node.name), emit.expression(decorator)];
    statements.push(build.statement(build.call(emit.builtin("decorate_method"), args)));
  }
  return statements.length === 0 ? [] : [build.static_block(build.block(statements))];
}

function is_class_decorator(decorator: ast.Expression, node: MethodStatement): boolean {
  const name = decorator_name(decorator);
  return (
    name !== null &&
    (/^(?:property|staticmethod|classmethod|(?:abc\.)?abstractmethod)$/.test(name) ||
      name === `${node.name}.setter` ||
      name === `${node.name}.getter`)
  );
}
