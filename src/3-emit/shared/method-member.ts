// Methods: static and class methods, properties, and what decorators make of them.
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import { doc_attribute, docstring } from "../comments.ts";
import { decorator_name, decorators_of, evaluated_first } from "./decorators.ts";
import { defaults_in_body } from "./method-defaults.ts";
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
  if (property === "delete") {
    // Where the runtime looks for what `del x.name` does.
    const deleter = build.method(`del ${node.name}`, { ...parts, returns: null }, body);
    return [build.from(node, deleter), ...inherited_accessors(node, owner, ["get", "set"])];
  }
  const is_static = method_kind(node) !== "instance";
  const own = property === "set" ? { ...parts, returns: null } : parts;
  const written = written_name(node, owner);
  const made = build.method(written, own, body, {
    method: property ?? "method",
    static: is_static,
  });
  const doc = docstring(node.body);
  const member = build.attach(build.from(node, made), doc === null ? {} : { doc });
  const others = property === "get" ? (["set"] as const) : (["get"] as const);
  return [
    member,
    ...(property === null ? [] : inherited_accessors(node, owner, others)),
    ...registrations(node, owner, is_static, emit),
  ];
}

/** Decorators get each of several functions of one name: they stand under names of their own until then. */
function written_name(node: MethodStatement, owner: ast.ClassDef): string {
  if (property_kind(node) !== null || method_kind(node) !== "instance") return node.name;
  const same = owner.body.filter(
    (each): each is MethodStatement =>
      (each.tag === "FunctionDef" || each.tag === "AsyncFunctionDef") && each.name === node.name,
  );
  const is_each_decorated = same.every(
    (each) => each.decorator_list.length > 0 && property_kind(each) === null,
  );
  if (same.length < 2 || !is_each_decorated) return node.name;
  return `${node.name} ${same.indexOf(node) + 1}`;
}

/** `@Base.x.setter`: the other accessors are those of the base. */
function inherited_accessors(
  node: MethodStatement,
  owner: ast.ClassDef,
  kinds: readonly ("get" | "set")[],
): readonly target.Member_[] {
  if (!node.decorator_list.some((each) => is_of_other_class(each, node))) return [];
  const above = build.member(build.super_(), node.name);
  const any = build.type_name("any");
  const defined = new Set(
    owner.body.flatMap((each) =>
      each.tag === "FunctionDef" && each.name === node.name ? [property_kind(each)] : [],
    ),
  );
  return kinds
    .filter((kind) => !defined.has(kind))
    .map((kind) => {
      const value = build.identifier("value");
      const parts =
        kind === "get"
          ? build.function_parts([], { returns: any })
          : build.function_parts([build.parameter("value", { type: any })]);
      const statement =
        kind === "get" ? build.return_(above) : build.statement(build.assign(above, value));
      const made = build.method(node.name, parts, build.block([statement]), { method: kind });
      return build.attach(made, { blank_before: true });
    });
}

/** `Base.x.setter`, not the `x.setter` of the property above. */
function is_of_other_class(decorator: ast.Expression, node: MethodStatement): boolean {
  const name = decorator_name(decorator);
  return name !== null && accessor_of(name, node.name) !== null && name.split(".").length > 2;
}

function accessor_of(decorator: string, name: string): "get" | "set" | "delete" | null {
  const [kind = "", property = ""] = decorator.split(".").reverse();
  if (property !== name) return null;
  if (kind === "setter") return "set";
  if (kind === "getter") return "get";
  return kind === "deleter" ? "delete" : null;
}

function property_kind(node: MethodStatement): "get" | "set" | "delete" | null {
  for (const decorator of node.decorator_list) {
    const name = decorator_name(decorator);
    if (name === "property" || /^(?:\w+\.)?cached_property$/.test(name ?? "")) return "get";
    const accessor = name === null ? null : accessor_of(name, node.name);
    if (accessor !== null) return accessor;
  }
  return null;
}

/** What is said about the method once the class is there: its signature, its other decorators. */
function registrations(
  node: MethodStatement,
  owner: ast.ClassDef,
  is_static: boolean,
  emit: StatementEmit,
): readonly target.Member_[] {
  const others = decorators_of(node, emit).filter((each) => !is_class_decorator(each, node));
  const in_body = defaults_in_body(node, owner, emit);
  const { callees, evaluated } = evaluated_first(others, in_body.length > 0, emit);
  const statements: target.Statement[] = [...evaluated, ...in_body];
  const holder = is_static ? build.this_() : build.member(build.this_(), "prototype");
  const doc = property_kind(node) === "get" ? doc_attribute(node.body) : null;
  if (doc !== null && emit.facts.effects.sees_docstrings) {
    const args = [build.this_(), build.string(node.name), build.string(doc)];
    statements.push(build.statement(build.call(emit.builtin("documented_property"), args)));
  }
  if (property_kind(node) === null) {
    const receiver = receiver_parameter(node, emit.facts);
    const method = build.member(holder, written_name(node, owner));
    statements.push(...marks(method, node, emit, receiver));
  }
  for (const [index, callee] of [...callees.entries()].reverse()) {
    const decorator = others[index];
    const kind = decorator === undefined ? null : kind_above(decorator, node);
    const args = [build.this_(), build.string(node.name), callee];
    const written = written_name(node, owner);
    const is_innermost = index === callees.length - 1;
    if (kind !== null) args.push(build.string(kind));
    else if (written !== node.name && is_innermost) args.push(build.null_(), build.string(written));
    statements.push(build.statement(build.call(emit.builtin("decorate_method"), args)));
  }
  return statements.length === 0 ? [] : [build.static_block(build.block(statements))];
}

/** What a decorator further up makes of the function that this one gives back. */
function kind_above(
  decorator: ast.Expression,
  node: MethodStatement,
): "class" | "get" | "set" | null {
  const above = node.decorator_list.slice(0, Math.max(node.decorator_list.indexOf(decorator), 0));
  if (above.some((each) => decorator_name(each) === "classmethod")) return "class";
  const is_accessor = above.some((each) => is_class_decorator(each, node));
  const kind = is_accessor ? property_kind(node) : null;
  return kind === "delete" ? null : kind;
}

function is_class_decorator(decorator: ast.Expression, node: MethodStatement): boolean {
  const name = decorator_name(decorator);
  return (
    name !== null &&
    (/^(?:property|staticmethod|classmethod|(?:abc\.)?abstractmethod)$/.test(name) ||
      accessor_of(name, node.name) !== null)
  );
}
