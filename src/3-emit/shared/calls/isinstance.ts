// isinstance(x, C) → x instanceof C, typeof x === "string" where that is the same
import type * as ast from "../../../../grammar/ast/index.ts";
import * as build from "../../../target/build.ts";
import type * as target from "../../../target/nodes.ts";
import type { Emit } from "../../emit.ts";
import { members } from "../types.ts";
import { is_stable } from "../order.ts";

export function isinstance(node: ast.Call, emit: Emit): target.Expression | null {
  const [value, type] = node.args;
  if (value === undefined || type === undefined || node.args.length !== 2) return null;
  const types = type.tag === "Tuple" ? type.elts : [type];
  if (types.length > 1 && !is_stable(value, emit)) return null;
  const tests: target.Expression[] = [];
  for (const each of types) {
    const test = native_test(value, each, emit);
    if (test === null) return null;
    tests.push(test);
  }
  const [first, ...rest] = tests;
  return first === undefined ? null : build.chain("||", first, ...rest);
}

function native_test(
  value: ast.Expression,
  type: ast.Expression,
  emit: Emit,
): target.Expression | null {
  if (type.tag !== "Name") return null;
  const resolution = emit.facts.scopes.resolve(type);
  if (resolution.kind === "builtin") {
    const primitive = PRIMITIVES[type.id];
    if (primitive === undefined || may_be_of_subclass(value, type.id, emit)) return null;
    const kind = build.unary("typeof", emit.expression(value));
    return build.binary("===", kind, build.string(primitive));
  }
  const known = emit.facts.types.of(type);
  if (known.type !== "class" || !has_single_line(known.node, emit)) return null;
  if (emit.facts.effects.uses_mocks) return null;
  return build.binary("instanceof", emit.expression(value), emit.expression(type));
}

/** Instances of a subclass of str are objects. */
function may_be_of_subclass(value: ast.Expression, name: string, emit: Emit): boolean {
  if (name !== "str" || !emit.facts.classes.has_text_classes) return false;
  return members(emit.facts.types.of(value)).some(
    ({ type }) => type === "unknown" || type === "instance" || type === "runtime_instance",
  );
}

const PRIMITIVES: Readonly<Record<string, string>> = { str: "string", bool: "boolean" };

/** The class and all below it have one base each, so JavaScript's prototype chain is the whole truth. */
function has_single_line(node: ast.ClassDef, emit: Emit): boolean {
  if (node.keywords.length > 0 || node.decorator_list.length > 0) return false;
  const info = emit.facts.classes.info(node);
  if (info.is_virtual) return false;
  const is_plain = info.bases.every(
    (base) =>
      (base.type === "class" && has_plain_bases(base.node, emit)) ||
      (base.type === "runtime_class" && base.module === "builtins"),
  );
  return is_plain && has_plain_subclasses(node, emit);
}

function has_plain_bases(node: ast.ClassDef, emit: Emit): boolean {
  const { bases } = emit.facts.classes.info(node);
  if (node.keywords.length > 0 || bases.length > 1) return false;
  return bases.every(
    (base) =>
      (base.type === "class" && has_plain_bases(base.node, emit)) ||
      (base.type === "runtime_class" && base.module === "builtins"),
  );
}

function has_plain_subclasses(node: ast.ClassDef, emit: Emit): boolean {
  return emit.facts.classes
    .info(node)
    .subclasses.every((each) => each.bases.length === 1 && has_plain_subclasses(each, emit));
}
