// Handlers in which nothing can ask which exception is handled, nor raise another one that would remember it.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Emit } from "../emit.ts";
import { is_a } from "./kinds.ts";

/** Nothing of the program's own runs in the suite, and only its own `raise` statements raise. */
export function is_quiet(body: readonly ast.Statement[], emit: Emit): boolean {
  return body.every((statement) => is_quiet_statement(statement, emit));
}

/** The same for a handler: nor does it hand the exception on, whose context might be asked for later. */
export function is_quiet_handler({ name, body }: ast.ExceptHandler, emit: Emit): boolean {
  return is_quiet(body, emit) && (name === null || !body.some((each) => hands_on(each, name)));
}

/** `return e`, `found = e`, `errors.append(e)`. */
function hands_on(node: ast.Statement, name: string): boolean {
  const is_it = (value: ast.Expression | null): boolean =>
    value?.tag === "Name" && value.id === name;
  switch (node.tag) {
    case "Return":
    case "Assign":
      return is_it(node.value) || (node.value?.tag === "Tuple" && node.value.elts.some(is_it));
    case "Expr":
      return (
        node.value.tag === "Call" &&
        node.value.func.tag === "Attribute" &&
        node.value.args.some(is_it)
      );
    case "If":
      return [...node.body, ...node.orelse].some((each) => hands_on(each, name));
    default:
      return false;
  }
}

function is_quiet_statement(node: ast.Statement, emit: Emit): boolean {
  const all = (values: readonly (ast.Expression | null)[]): boolean =>
    values.every((value) => value === null || is_quiet_value(value, emit));
  switch (node.tag) {
    case "Pass":
    case "Break":
    case "Continue":
    case "Global":
    case "Nonlocal":
      return true;
    case "Return":
      return all([node.value]);
    case "Expr":
      return all([node.value]);
    case "Raise":
      return all([node.exc, node.cause]);
    case "Assign":
      return all([node.value]) && node.targets.every((to) => is_quiet_target(to, emit));
    case "AnnAssign":
      return all([node.value]) && is_quiet_target(node.target, emit);
    case "AugAssign":
      return is_a(node.target, emit, "int", "float", "str") && all([node.target, node.value]);
    case "If":
      return all([node.test]) && is_quiet(node.body, emit) && is_quiet(node.orelse, emit);
    default:
      return false;
  }
}

function is_quiet_target(node: ast.Expression, emit: Emit): boolean {
  if (node.tag === "Name") return true;
  return (
    node.tag === "Attribute" && node.value.tag === "Name" && is_a(node.value, emit, "instance")
  );
}

function is_quiet_value(node: ast.Expression, emit: Emit): boolean {
  const all = (values: readonly ast.Expression[]): boolean =>
    values.every((value) => is_quiet_value(value, emit));
  switch (node.tag) {
    case "Constant":
      return true;
    case "Name": {
      const resolution = emit.facts.scopes.resolve(node);
      if (resolution.kind === "binding") return !resolution.binding.may_be_unbound;
      return resolution.kind === "builtin";
    }
    case "Attribute":
      return node.attr !== "__context__" && is_quiet_value(node.value, emit);
    case "JoinedStr":
      return all(node.values);
    case "FormattedValue":
      return is_quiet_value(node.value, emit) && node.format_spec === null;
    case "List":
    case "Tuple":
      return all(node.elts);
    case "Dict":
      return all(node.values) && node.keys.every((key) => key?.tag === "Constant");
    case "Compare":
      return (
        all([node.left, ...node.comparators]) &&
        node.ops.every((op) => op === "Is" || op === "IsNot" || op === "Eq" || op === "NotEq")
      );
    case "BoolOp":
      return all(node.values);
    case "UnaryOp":
      return node.op === "Not" && is_quiet_value(node.operand, emit);
    case "BinOp":
      return (
        (node.op === "Add" || node.op === "Sub") &&
        [node.left, node.right].every((each) => is_a(each, emit, "int", "float")) &&
        all([node.left, node.right])
      );
    case "Call":
      return (
        is_quiet_callee(node, emit) &&
        all(node.args) &&
        node.keywords.every(({ arg, value }) => arg !== null && is_quiet_value(value, emit))
      );
    default:
      return false;
  }
}

/** Calls that do what they are asked to without running code of the program; making an exception is one. */
function is_quiet_callee(node: ast.Call, emit: Emit): boolean {
  const callee = emit.facts.calls.callee(node);
  switch (callee.kind) {
    case "builtin":
      return QUIET_BUILTINS.has(callee.name) || /(?:Error|Exception|Exit)$/.test(callee.name);
    case "builtin_method":
      return callee.receiver.type === "list" && callee.name === "append";
    case "runtime":
    case "runtime_class":
      return QUIET_MODULES.has(callee.callable.module) || QUESTIONS.test(callee.callable.name);
    default:
      return false;
  }
}

const QUIET_BUILTINS: ReadonlySet<string> = new Set(["print", "str", "repr", "type", "isinstance"]);
const QUESTIONS = /\.(?:done|cancelled|cancelling|is_set|locked|empty|full|qsize|get_name)$/;
const QUIET_MODULES: ReadonlySet<string> = new Set(["logging", "traceback", "sys", "time"]);
