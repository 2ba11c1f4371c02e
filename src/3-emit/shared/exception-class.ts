// Exceptions of the program: Python gives them their arguments before `__init__` runs.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Type } from "../../facts/types.ts";
import { is_movable } from "../../facts/early-self.ts";
import type { Facts } from "../../facts/facts.ts";
import { init_calls, parent_of, uses_receiver } from "./construction.ts";

/** The class extends a built-in exception that only keeps its arguments, with no `__init__` of the program between. */
export function is_plain_exception(node: ast.ClassDef, facts: Facts): boolean {
  const parent = parent_of(node, facts);
  if (parent?.type === "class") {
    return (
      !facts.classes.info(parent.node).methods.has("__init__") &&
      is_plain_exception(parent.node, facts)
    );
  }
  if (parent?.type !== "runtime_class" || parent.module !== "builtins") return false;
  return is_error_name(parent.name) && !KEEP_MORE.has(parent.name);
}

/** What the names of built-in exceptions end with, groups and the ends of iteration apart. */
export function is_error_name(name: string): boolean {
  return /(?:Error|Exception|Warning|Interrupt|Exit)$/.test(name);
}

/** What the analysis says is an exception class for certain. */
export function is_exception_class(type: Type): boolean {
  if (type.type === "class") return type.node.bases.length > 0;
  if (type.type !== "runtime_class") return false;
  return type.module !== "builtins" || is_exception_name(type.name);
}

/** An instance of a class above which there are only the program's own. */
export function is_surely_no_exception(type: Type, facts: Facts): boolean {
  if (type.type !== "instance" && type.type !== "class") return false;
  return facts.classes
    .info(type.node)
    .bases.every((base) => base.type === "class" && is_surely_no_exception(base, facts));
}

export function is_exception_name(name: string): boolean {
  return /(?:Error|Exception|Warning|Interrupt|Exit|Group|StopIteration|StopAsyncIteration|UnsupportedOperation)$/.test(
    name,
  );
}

/** They look at their arguments, or take other ones. */
const KEEP_MORE: ReadonlySet<string> = new Set(
  (
    "OSError IOError EnvironmentError SyntaxError UnicodeDecodeError UnicodeEncodeError UnicodeTranslateError " +
    "SystemExit ImportError ModuleNotFoundError NameError AttributeError StopIteration BlockingIOError"
  ).split(" "),
);

/**
 * How `super().__init__(…)` of such a class is written:
 * - first: `super(…)`, at the head of the constructor;
 * - arguments: `super()` with what the constructor got, then `this.args = …` in its place.
 */
export function exception_arguments(
  init: ast.FunctionDef,
  node: ast.ClassDef,
  facts: Facts,
): "first" | "arguments" {
  const [call, ...others] = init_calls(init, node, facts);
  if (call === undefined || others.length > 0) return "arguments";
  const at = init.body.findIndex((each) => each.tag === "Expr" && each.value === call);
  if (at === -1 || call.keywords.length > 0) return "arguments";
  const uses_self = [...call.args].some((each) => uses_receiver(each, init, call));
  if (uses_self) return "arguments";
  const above = init.body.slice(0, at);
  if (!above.some((each) => uses_receiver(each, init, call))) return "first";
  return call.args.every((each) => is_movable(each, above, new Set())) ? "first" : "arguments";
}
