// v + w → v.__add__(w) where the program's own class answers, and nobody else is asked.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Type } from "../../facts/types.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";
import { above, answering, below } from "./answering-methods.ts";
import { members } from "./types.ts";

/**
 * `null` where Python might ask the right operand, or where the method might decline. Python asks the right operand first
 * only if its class lies below the left one's and has a reflected method of its own.
 */
export function own_operator(
  op: ast.Operator,
  operands: readonly [ast.Expression, ast.Expression],
  emitted: readonly [target.Expression, target.Expression],
  emit: Emit,
): target.Expression | null {
  const [left, right] = operands.map((each) => declared_type(each, emit));
  if (left?.type !== "instance" || right === undefined) return null;
  const methods = answering(left.node, `__${NAMES[op]}__`, `__r${NAMES[op]}__`, emit);
  if (methods === null || !methods.every((method) => takes(method, right, emit))) return null;
  return build.method_call(emitted[0], `__${NAMES[op]}__`, [emitted[1]]);
}

/** `-v` → `v.__neg__()`. */
export function own_unary(
  op: Exclude<ast.UnaryOperator, "Not">,
  operand: ast.Expression,
  emitted: target.Expression,
  emit: Emit,
): target.Expression | null {
  const type = declared_type(operand, emit);
  if (type.type !== "instance") return null;
  const methods = answering(type.node, UNARY[op], null, emit);
  if (methods === null || !methods.every((method) => parameter_count(method) === 1)) return null;
  return build.method_call(emitted, UNARY[op], []);
}

/** Of a variable all that it ever holds: TypeScript does not follow every test that tells of less. */
function declared_type(node: ast.Expression, emit: Emit): Type {
  if (node.tag !== "Name") return emit.facts.types.of(node);
  const resolution = emit.facts.scopes.resolve(node);
  return resolution.kind === "binding"
    ? emit.facts.types.of_binding(resolution.binding)
    : emit.facts.types.of(node);
}

/** Whether no object of the class changes itself in place: there `x += y` is `x = x + y`. */
export function has_no_in_place(op: ast.Operator, object: ast.Expression, emit: Emit): boolean {
  const type = emit.facts.types.of(object);
  if (type.type !== "instance" || emit.facts.classes.is_attribute(`__i${NAMES[op]}__`))
    return false;
  const classes = [...above(type.node, emit), ...below(type.node, emit)];
  return classes.every((each) => !emit.facts.classes.info(each).methods.has(`__i${NAMES[op]}__`));
}

/** Just `self` and the operand, which is of a type that the parameter is declared with. */
function takes(method: ast.FunctionDef, given: Type, emit: Emit): boolean {
  if (parameter_count(method) !== 2) return false;
  const [, other] = [...method.args.posonlyargs, ...method.args.args];
  if (other === undefined) return false;
  const taken = members(emit.facts.types.parameter(other));
  if (taken.some(({ type }) => type === "unknown")) return true;
  return members(given).every((each) =>
    taken.some(
      (member) =>
        member.type === each.type &&
        (each.type !== "instance" ||
          (member.type === "instance" && above(each.node, emit).includes(member.node))),
    ),
  );
}

/** `NaN` for a method that takes more than so many positional arguments. */
function parameter_count({ args }: ast.FunctionDef): number {
  const is_open = args.vararg !== null || args.kwarg !== null || args.kwonlyargs.length > 0;
  return is_open ? Number.NaN : args.posonlyargs.length + args.args.length;
}

const NAMES: Readonly<Record<ast.Operator, string>> = {
  Add: "add",
  Sub: "sub",
  Mult: "mul",
  MatMult: "matmul",
  Div: "truediv",
  Mod: "mod",
  Pow: "pow",
  LShift: "lshift",
  RShift: "rshift",
  BitOr: "or",
  BitXor: "xor",
  BitAnd: "and",
  FloorDiv: "floordiv",
};

const UNARY: Readonly<Record<Exclude<ast.UnaryOperator, "Not">, string>> = {
  USub: "__neg__",
  UAdd: "__pos__",
  Invert: "__invert__",
};
