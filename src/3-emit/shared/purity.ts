// What an expression can do besides giving a value: raise, show something, change something.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Emit } from "../emit.ts";
import { is_a } from "./kinds.ts";
import { some_node } from "./walk.ts";

/** Always gives a value, changes nothing: when it is evaluated can't be told. */
export function is_total(node: ast.Expression, emit: Emit): boolean {
  switch (node.tag) {
    case "Constant":
    case "Lambda":
      return true;
    case "Name": {
      const resolution = emit.facts.scopes.resolve(node);
      return resolution.kind === "binding" && !resolution.binding.may_be_unbound;
    }
    case "UnaryOp":
      return node.op === "Not"
        ? is_total(node.operand, emit)
        : is_number(node.operand, emit) && is_total(node.operand, emit);
    case "BoolOp":
      return node.values.every((value) => is_total(value, emit));
    case "IfExp":
      return [node.test, node.body, node.orelse].every((each) => is_total(each, emit));
    case "Compare":
      return is_total_compare(node, emit);
    case "BinOp":
      return (
        ((node.op === "Add" || node.op === "Sub" || node.op === "Mult") &&
          (is_number(node, emit) || is_a(node, emit, "str")) &&
          is_total(node.left, emit) &&
          is_total(node.right, emit)) ||
        (node.op === "Mod" &&
          is_number(node.left, emit) &&
          is_nonzero(node.right) &&
          is_total(node.left, emit))
      );
    case "JoinedStr":
    case "Tuple":
    case "List":
      return (node.tag === "JoinedStr" ? node.values : node.elts).every((each) =>
        is_total(each, emit),
      );
    case "FormattedValue":
      return (
        node.format_spec === null &&
        is_a(node.value, emit, "str", "int", "float", "bool", "none") &&
        is_total(node.value, emit)
      );
    case "Attribute":
      return (
        is_a(node.value, emit, "instance") &&
        !is_a(node, emit, "unknown") &&
        is_total(node.value, emit)
      );
    default:
      return false;
  }
}

function is_number(node: ast.Expression, emit: Emit): boolean {
  return is_a(node, emit, "int", "float", "bool");
}

function is_nonzero(node: ast.Expression): boolean {
  return node.tag === "Constant" && node.value.type === "int" && Number(node.value.value) !== 0;
}

function is_total_compare(node: ast.Compare, emit: Emit): boolean {
  const operands = [node.left, ...node.comparators];
  if (!operands.every((each) => is_total(each, emit))) return false;
  if (node.ops.every((op) => op === "Is" || op === "IsNot")) return true;
  const is_plain = (each: ast.Expression): boolean =>
    is_a(each, emit, "str", "int", "float", "bool", "none");
  if (node.ops.every((op) => op === "Eq" || op === "NotEq")) return operands.every(is_plain);
  return (
    operands.every((each) => is_number(each, emit)) ||
    operands.every((each) => is_a(each, emit, "str"))
  );
}

/** Runs no code of the program and changes no list, dict or object that the program can see. */
export function is_harmless(node: ast.Node, emit: Emit): boolean {
  return !some_node(
    node,
    (each) => may_change(each, emit),
    (each) => each.tag !== "Lambda",
  );
}

function may_change(node: ast.Node, emit: Emit): boolean {
  if (node.tag === "Await" || node.tag === "Yield" || node.tag === "YieldFrom") return true;
  if (node.tag === "NamedExpr") return true;
  if (node.tag !== "Call") return false;
  const call = node as ast.Call;
  if (emit.facts.effects.of_call(call) === "coroutine") return false;
  const callee = emit.facts.calls.callee(call);
  switch (callee.kind) {
    case "runtime":
    case "runtime_class":
      return emit.facts.effects.of_call(call) !== "plain";
    case "builtin":
      return !HARMLESS_BUILTINS.has(callee.name);
    case "builtin_method":
      return callee.receiver.type !== "str" && !HARMLESS_METHODS.has(callee.name);
    default:
      return true;
  }
}

const HARMLESS_BUILTINS: ReadonlySet<string> = new Set(
  (
    "abs bool bytes chr complex dict divmod enumerate float format frozenset hex id int isinstance issubclass len " +
    "list max min oct ord pow print range repr reversed round set sorted str sum tuple type zip"
  ).split(" "),
);

const HARMLESS_METHODS: ReadonlySet<string> = new Set(
  "copy count decode get hex index items keys values is_integer bit_length difference intersection union issubset issuperset".split(
    " ",
  ),
);
