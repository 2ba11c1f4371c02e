// super(): JavaScript's own where the class above is known to have the member; super_of(Class, this) everywhere else.
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit, Frame } from "../emit.ts";
import { parent_of } from "./construction.ts";
import { method_kind, receiver_of_method } from "./receiver.ts";
import { some_node } from "./walk.ts";

type Method = ast.FunctionDef | ast.AsyncFunctionDef;

/** `super()`, or `super(C, self)` as Python 2 wrote it. */
export function is_super(node: ast.Expression, emit: Emit): node is ast.Call {
  if (node.tag !== "Call" || node.func.tag !== "Name" || node.func.id !== "super") return false;
  return emit.facts.scopes.resolve(node.func).kind === "builtin";
}

/** What stands before `.member`: `super` or `super_of(Class, object)`. */
export function super_object(node: ast.Call, member: Member, emit: Emit): target.Expression {
  return is_native(node, member, emit) ? build.super_() : super_value(node, emit);
}

export interface Member {
  readonly name: string;
  readonly is_called: boolean;
}

/** `super()` as a value. */
export function super_value(node: ast.Call, emit: Emit): target.Expression {
  const [owner, self] = node.args;
  const helper = emit.builtin("super_of");
  if (owner !== undefined && self !== undefined)
    return build.call(helper, [emit.expression(owner), emit.expression(self)]);
  const place = place_of(emit.frame);
  if (place === null || owner !== undefined)
    return emit.unsupported(
      node,
      "`super()` has no class and object here",
      "call it in a method, or name both: `super(Class, self)`",
    );
  return build.call(helper, [class_itself(place.owner, emit), receiver_value(place, emit)]);
}

/** The class itself, whatever its name means later. */
function class_itself(owner: ast.ClassDef, emit: Emit): target.Expression {
  return build.identifier(emit.name(emit.facts.scopes.defined_by(owner)));
}

interface Place {
  readonly owner: ast.ClassDef;
  readonly method: Method;
  /** The innermost function: the method, or one inside it, whose first argument counts then. */
  readonly inner: Method;
}

function place_of(frame: Frame): Place | null {
  let inner: Method | null = null;
  for (let at: Frame | null = frame; at !== null; at = at.parent) {
    if (at.node.tag !== "FunctionDef" && at.node.tag !== "AsyncFunctionDef") {
      if (at.node.tag === "Lambda") continue;
      return null;
    }
    inner ??= at.node;
    const owner = at.parent?.node;
    if (owner?.tag === "ClassDef") return { owner, method: at.node, inner };
  }
  return null;
}

function receiver_value({ method, inner }: Place, emit: Emit): target.Expression {
  const first = inner.args.posonlyargs[0] ?? inner.args.args[0];
  if (first === undefined) return build.this_();
  if (inner === method && receiver_of_method(method) === null && method.name !== "__new__")
    return build.this_();
  const name = emit.name(emit.facts.scopes.defined_by(first));
  return name === "this" ? build.this_() : build.identifier(name);
}

/** JavaScript's `super.member` reaches the same. */
function is_native(node: ast.Call, { name, is_called }: Member, emit: Emit): boolean {
  const place = place_of(emit.frame);
  if (place === null || place.inner !== place.method || !names_own(node, place, emit)) return false;
  const { owner, method } = place;
  if (emit.facts.classes.info(owner).is_made_by_runtime) return false;
  if (method_kind(method) === "static" || is_in_generator(node, method)) return false;
  const found = above(owner, name, emit);
  if (found === "runtime")
    return is_called && !OF_EVERY_OBJECT.has(name) && !is_of_plain_type(owner, name, emit);
  if (found === null) return false;
  if (is_property(found)) return !is_called && method_kind(method) === "instance";
  return is_called && method_kind(found) === method_kind(method);
}

/** `super()`, or the very class and receiver named. */
function names_own(node: ast.Call, { owner, method }: Place, emit: Emit): boolean {
  const [first, second] = node.args;
  if (first === undefined) return true;
  const type = emit.facts.types.of(first);
  const receiver = receiver_of_method(method)?.arg;
  return (
    type.type === "class" && type.node === owner && second?.tag === "Name" && second.id === receiver
  );
}

/** What the next class above that is known has under the name. */
function above(owner: ast.ClassDef, name: string, emit: Emit): Method | "runtime" | null {
  const parent = parent_of(owner, emit.facts);
  if (parent?.type === "class") {
    const info = emit.facts.classes.info(parent.node);
    return info.methods.get(name) ?? above(parent.node, name, emit);
  }
  return parent === null ? null : "runtime";
}

/** Methods of text, numbers and sequences are functions of the receiver. */
function is_of_plain_type(owner: ast.ClassDef, name: string, emit: Emit): boolean {
  if (name === "__init__") return false;
  const parent = parent_of(owner, emit.facts);
  if (parent?.type === "class") return is_of_plain_type(parent.node, name, emit);
  if (parent?.type !== "runtime_class" || parent.module !== "builtins") return false;
  return PLAIN_TYPES.has(parent.name) || (parent.name === "list" && /^__\w+__$/.test(name));
}

const PLAIN_TYPES: ReadonlySet<string> = new Set(["str", "int", "float", "tuple"]);

/** Not every class of the runtime spells them out. */
const OF_EVERY_OBJECT: ReadonlySet<string> = new Set(
  (
    "__setattr__ __getattribute__ __delattr__ __init_subclass__ __eq__ __ne__ __lt__ __le__ __gt__ __ge__ __hash__ " +
    "__dir__ __format__ __reduce__ __new__ __sizeof__"
  ).split(" "),
);

function is_property(method: Method): boolean {
  return method.decorator_list.some(
    (each) => (each.tag === "Name" && each.id.endsWith("property")) || each.tag === "Attribute",
  );
}

/** A generator expression is a function of its own, where `super` means nothing. */
function is_in_generator(node: ast.Call, method: Method): boolean {
  return some_node(
    method,
    (each) => each.tag === "GeneratorExp" && some_node(each, (inner) => inner === node),
  );
}
