// Which function of the runtime stands for an operator, a call, a subscript or a truth test; none where it is native.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Facts } from "../../facts/facts.ts";
import type * as target from "../../target/nodes.ts";
import type { Counted } from "./counted.ts";

/** Its name; `null` where JavaScript does it by itself, or the program's own call is made. */
export function helper_of(
  { kind, node }: Counted,
  emitted: readonly target.TargetNode[],
  facts: Facts,
): string | null {
  if (kind === "truth test")
    return emitted.some((each) => called(core(each)) === "builtins.bool") ? "bool" : null;
  // An item's operator stands inside the store of the item, which is the subscript's own matter.
  const own =
    node.tag === "AugAssign"
      ? emitted.at(-1)
      : emitted.find((each) => called(core(each)) !== "builtins.bool" || is_bool(node));
  if (own === undefined) return null;
  const helper = node.tag === "Compare" ? of_comparison(core(own)) : called(core(own));
  if (helper === null || !helper.startsWith("builtins.")) return null;
  const name = helper.slice("builtins.".length);
  return node.tag === "Call" && is_named(node, name, facts) ? null : name;
}

/** Below what only carries it: `!x`, `await x`, `a = x`, the statement around it. */
function core(node: target.TargetNode): target.TargetNode {
  const any = node as target.Expression | target.Statement;
  switch (any.kind) {
    case "Unary":
      return any.operator === "!" ? core(any.operand) : any;
    case "Await":
    case "NonNull":
    case "As":
      return core(any.value);
    case "Assignment":
      return any.operator === "=" ? core(any.value) : any;
    case "Sequence": {
      const last = any.expressions.at(-1);
      return last === undefined ? any : core(last);
    }
    case "ExpressionStatement":
      return core(any.expression);
    default:
      return any;
  }
}

/** Of a chain `a < b && b < c` the first part that is a helper's. */
function of_comparison(node: target.TargetNode): string | null {
  const any = node as target.Expression;
  if (any.kind !== "Binary" || any.operator !== "&&") return called(any);
  return of_comparison(core(any.left)) ?? of_comparison(core(any.right));
}

/** `builtins.add` of `add(a, b)`, `builtins.str.split` of `str.split(s, ",")`. */
function called(node: target.TargetNode): string | null {
  const any = node as target.Expression;
  if (any.kind !== "Call" && any.kind !== "New") return null;
  const { callee } = any;
  if (callee.kind === "Identifier") return callee.runtime ?? null;
  if (callee.kind !== "Member" || callee.object.kind !== "Identifier") return null;
  const { runtime } = callee.object;
  return runtime === undefined ? null : `${runtime}.${callee.property}`;
}

/**
 * The program calls this very function: `print(x)`, `sorted(xs)`, `str.title(s)` for `s.title()`. Not so those for which
 * JavaScript has a construct of its own, had the types been known.
 */
function is_named(node: ast.Call, helper: string, facts: Facts): boolean {
  const { func, args } = node;
  if (func.tag === "Name")
    return func.id === helper && (!HAS_NATIVE_FORM.has(helper) || asks_object(args[0], facts));
  if (func.tag !== "Attribute") return false;
  if (helper === `${name_of(func.value)}.${func.attr}`) return true;
  const of_type = `${facts.types.of(func.value).type}.${func.attr}`;
  return helper === of_type && !HAS_NATIVE_FORM.has(helper);
}

const HAS_NATIVE_FORM: ReadonlySet<string> = new Set(
  (
    "abs bool len list.append list.copy list.pop list.reverse " +
    "str.endswith str.format str.join str.lower str.replace str.split str.startswith str.upper"
  ).split(" "),
);

/** `len(basket)` of the program's own class, or of what only the runtime has: JavaScript has no other form for it. */
function asks_object(argument: ast.Expression | undefined, facts: Facts): boolean {
  if (argument === undefined) return false;
  const { type } = facts.types.of(argument);
  return type === "instance" || type === "range" || type === "complex";
}

function name_of(node: ast.Expression): string {
  return node.tag === "Name" ? node.id : "";
}

function is_bool(node: ast.Node): boolean {
  if (node.tag !== "Call") return false;
  const { func } = node as ast.Call;
  return func.tag === "Name" && func.id === "bool";
}
