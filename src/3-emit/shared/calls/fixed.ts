// Expressions that give the same when a closure evaluates them later.
import type * as ast from "../../../../grammar/ast/index.ts";
import type { Emit } from "../../emit.ts";
import { watches_reads } from "../attribute-hooks.ts";
import { is_a } from "../kinds.ts";
import { has_method } from "../types.ts";
import { handed_over } from "./handed-over.ts";
import { is_plain_construction } from "./plain-construction.ts";

/** A constant, a variable that is not bound again, or plain text and numbers made of such. */
export function is_fixed(node: ast.Expression, emit: Emit): boolean {
  switch (node.tag) {
    case "Constant":
      return true;
    case "Name": {
      const resolution = emit.facts.scopes.resolve(node);
      return resolution.kind === "binding" ? emit.is_fixed(resolution.binding) : true;
    }
    case "UnaryOp":
      return (
        node.op !== "Not" &&
        is_a(node.operand, emit, "int", "float") &&
        is_fixed(node.operand, emit)
      );
    case "BinOp":
      return is_plain(node, emit) && is_fixed(node.left, emit) && is_fixed(node.right, emit);
    case "JoinedStr":
      return node.values.every((value) => is_fixed(value, emit));
    case "FormattedValue":
      return (
        is_a(node.value, emit, "str", "int", "float", "bool", "none") && is_fixed(node.value, emit)
      );
    case "List":
    case "Tuple":
      return node.elts.every((each) => is_fixed(each, emit));
    case "Call":
      return is_waiting_call(node, emit) || is_fixed_construction(node, emit);
    case "Attribute":
      // A name of a module: functions and classes are not bound again there.
      if (is_a(node.value, emit, "module"))
        return is_a(node, emit, "function", "class", "runtime_function", "runtime_class");
      return is_settled(node, emit) && is_fixed(node.value, emit);
    default:
      return false;
  }
}

/** `App("shop")` where the class does nothing that could be seen. */
function is_fixed_construction(node: ast.Call, emit: Emit): boolean {
  const given = [...node.args, ...node.keywords.map(({ value }) => value)];
  return is_plain_construction(node, emit) && given.every((each) => is_fixed(each, emit));
}

/** `self.queue`, which every instance has since its `__init__`, and keeps. */
function is_settled({ value, attr }: ast.Attribute, emit: Emit): boolean {
  const { facts } = emit;
  const type = facts.types.of(value);
  if (type.type !== "instance" || facts.effects.uses_mocks) return false;
  if (!facts.classes.is_settled(attr) || !facts.classes.always_has(type.node, attr)) return false;
  return (
    !has_method(type.node, attr, facts) &&
    !watches_reads(type.node, emit) &&
    !is_in_init(value, emit)
  );
}

/** There the attribute may not have its value yet. */
function is_in_init(node: ast.Expression, emit: Emit): boolean {
  if (node.tag !== "Name") return false;
  const resolution = emit.facts.scopes.resolve(node);
  if (resolution.kind !== "binding") return false;
  const { node: owner } = resolution.binding.scope;
  return owner.tag === "FunctionDef" && owner.name === "__init__";
}

/** A coroutine call that is handed over to the runtime as a closure itself. */
function is_waiting_call(node: ast.Call, emit: Emit): boolean {
  if (emit.facts.effects.of_call(node) !== "coroutine") return false;
  return handed_over(node, emit) !== null && can_wait(node, emit);
}

/** Evaluating callee and arguments of a call later gives the same. */
export function can_wait(node: ast.Call, emit: Emit): boolean {
  const { func } = node;
  const receiver = func.tag === "Attribute" ? func.value : func;
  if (!is_fixed(func, emit) && !is_fixed(receiver, emit)) return false;
  if (node.args.some((arg) => arg.tag === "Starred" || !is_fixed(arg, emit))) return false;
  return node.keywords.every((each) => each.arg !== null && is_fixed(each.value, emit));
}

/** Arithmetic that cannot fail: the time at which it is done can't be told. */
function is_plain(node: ast.BinOp, emit: Emit): boolean {
  if (node.op !== "Add" && node.op !== "Sub" && node.op !== "Mult") return false;
  const operands = [node.left, node.right];
  if (operands.every((each) => is_a(each, emit, "int", "float"))) return true;
  return node.op === "Add" && operands.every((each) => is_a(each, emit, "str"));
}
