// Which calls of a class do more than `new`: a metaclass decides, `__new__` gives something else, the class is abstract.
import type * as ast from "../../../../grammar/ast/index.ts";
import type { ClassInfo } from "../../../facts/classes.ts";
import type { Emit } from "../../emit.ts";
import { is_abstract_keyword } from "../made-by-runtime.ts";

export function decides_instances(node: ast.Call, emit: Emit): boolean {
  const callee = emit.facts.calls.callee(node);
  if (callee.kind !== "class") return false;
  if (emit.facts.classes.info(callee.node).is_protocol) return true;
  const order = resolution(callee.node, emit);
  if (order.some(({ node: each, methods }) => methods.has("__new__") || has_keywords(each)))
    return true;
  if (names_class(node.func, callee.node, emit)) return is_abstract(order);
  return below(callee.node, emit).some((each) => is_abstract(resolution(each, emit)));
}

/** `__new__` of the class or of one above it, which takes the arguments before `__init__` does. */
export function maker_of(
  node: ast.ClassDef,
  emit: Emit,
): ast.FunctionDef | ast.AsyncFunctionDef | null {
  const order = resolution(node, emit);
  const found = order.find(({ methods }) => methods.has("__new__"));
  const is_own = order.every(({ bases }) => bases.every(({ type }) => type === "class"));
  return is_own ? (found?.methods.get("__new__") ?? null) : null;
}

/** The class and those of the program above it, each before the ones that it extends. */
function resolution(node: ast.ClassDef, emit: Emit): readonly ClassInfo[] {
  const found = new Map<ast.ClassDef, ClassInfo>();
  const visit = (each: ast.ClassDef): void => {
    const info = emit.facts.classes.info(each);
    // A class that is reached twice comes behind everything that extends it.
    found.delete(each);
    found.set(each, info);
    for (const base of info.bases) if (base.type === "class") visit(base.node);
  };
  visit(node);
  return [...found.values()];
}

function below(node: ast.ClassDef, emit: Emit): readonly ast.ClassDef[] {
  const found = new Set([node]);
  for (const each of found)
    for (const subclass of emit.facts.classes.info(each).subclasses) found.add(subclass);
  return [...found];
}

/** Some method is abstract in the first class that has it. */
function is_abstract(order: readonly ClassInfo[]): boolean {
  const seen = new Set<string>();
  for (const { methods, class_attributes } of order) {
    for (const [name, method] of methods) {
      if (!seen.has(name) && is_abstract_method(method)) return true;
      seen.add(name);
    }
    for (const name of class_attributes.keys()) seen.add(name);
  }
  return false;
}

/** `@abstractmethod`, by any of the names that modules give it. */
export function is_abstract_method(method: ast.FunctionDef | ast.AsyncFunctionDef): boolean {
  return method.decorator_list.some((each) => {
    const name = each.tag === "Attribute" ? each.attr : each.tag === "Name" ? each.id : "";
    return /^abstract(?:method|property|classmethod|staticmethod)$/.test(name);
  });
}

function has_keywords(node: ast.ClassDef): boolean {
  return node.keywords.some((each) => !is_abstract_keyword(each));
}

/** The call names the class itself, not a variable or `cls` that may hold one below it. */
function names_class(func: ast.Expression, node: ast.ClassDef, emit: Emit): boolean {
  if (func.tag === "Attribute") return emit.facts.types.of(func.value).type === "module";
  if (func.tag !== "Name") return false;
  const resolution = emit.facts.scopes.resolve(func);
  if (resolution.kind !== "binding") return false;
  const { definitions, imported } = resolution.binding;
  return imported !== null || (definitions.length === 1 && definitions[0] === node);
}
