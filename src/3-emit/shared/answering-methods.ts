// Special methods of the program's own classes that answer for all objects of a class, and always answer.
import type * as ast from "../../../grammar/ast/index.ts";
import { children } from "../../../grammar/ast/index.ts";
import { dataclass_of } from "../../facts/dataclasses.ts";
import type { Emit } from "../emit.ts";
import { members } from "./types.ts";

/** The methods that objects of the class, and of those below it, may have; `null` where not all is in sight. */
export function answering(
  node: ast.ClassDef,
  name: string,
  reflected: string | null,
  emit: Emit,
): readonly ast.FunctionDef[] | null {
  const { classes, effects } = emit.facts;
  if (effects.uses_mocks || classes.is_attribute(name)) return null;
  const chain = above(node, emit);
  const lower = below(node, emit);
  if (![...chain, ...lower].every((each) => is_plain_class(each, emit))) return null;
  if (reflected !== null) {
    if (classes.is_attribute(reflected)) return null;
    if (lower.some((each) => classes.info(each).methods.has(reflected))) return null;
  }
  const own = chain.map((each) => classes.info(each).methods.get(name)).find(is_there);
  const overriding = lower.map((each) => classes.info(each).methods.get(name)).filter(is_there);
  if (own === undefined) return null;
  const found = [own, ...overriding];
  return found.every((method) => is_plain_method(method, emit))
    ? (found as ast.FunctionDef[])
    : null;
}

function is_there<T>(value: T | undefined): value is T {
  return value !== undefined;
}

/** The class and those that it inherits from. */
export function above(node: ast.ClassDef, emit: Emit): readonly ast.ClassDef[] {
  const found = [node];
  for (const each of found)
    for (const base of emit.facts.classes.info(each).bases)
      if (base.type === "class" && !found.includes(base.node)) found.push(base.node);
  return found;
}

/** Those that inherit from the class, without itself. */
export function below(node: ast.ClassDef, emit: Emit): readonly ast.ClassDef[] {
  const found = [...emit.facts.classes.info(node).subclasses];
  for (const each of found)
    for (const further of emit.facts.classes.info(each).subclasses)
      if (!found.includes(further)) found.push(further);
  return found;
}

/** All that it inherits is in sight, and made by JavaScript's own classes. */
function is_plain_class(node: ast.ClassDef, emit: Emit): boolean {
  const info = emit.facts.classes.info(node);
  if (info.is_made_by_runtime || info.is_protocol || info.is_virtual || info.enumeration !== null)
    return false;
  if (node.decorator_list.length > 0 && dataclass_of(node) === null) return false;
  return info.bases.every(
    (base) =>
      base.type === "class" ||
      (base.type === "runtime_class" && base.module === "builtins" && base.name === "object"),
  );
}

function is_plain_method(method: ast.FunctionDef | ast.AsyncFunctionDef, emit: Emit): boolean {
  const { types, effects } = emit.facts;
  if (method.tag !== "FunctionDef" || method.decorator_list.length > 0) return false;
  if (effects.of_function(method) !== "plain" || may_decline(method)) return false;
  return members(types.returns(method)).every(({ type }) => type !== "unknown");
}

/** A method that names `NotImplemented`, or hands over what another answers. */
function may_decline(method: ast.FunctionDef): boolean {
  const known = declining.get(method);
  if (known !== undefined) return known;
  const pending: ast.Node[] = [...method.body];
  let found = false;
  for (let node = pending.pop(); node !== undefined && !found; node = pending.pop()) {
    if (node.tag === "Name") found = (node as ast.Name).id === "NotImplemented";
    else if (node.tag === "Attribute") found = is_special((node as ast.Attribute).attr);
    for (const child of children(node)) pending.push(child);
  }
  declining.set(method, found);
  return found;
}

/** `super().__add__(other)`; `self.__class__(…)` makes an object. */
function is_special(name: string): boolean {
  return /^__\w+__$/u.test(name) && name !== "__class__" && name !== "__name__";
}

const declining = new WeakMap<ast.FunctionDef, boolean>();
