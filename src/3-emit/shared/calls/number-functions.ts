// Functions of the library to which 2.0 is the same as 2: they look at nothing but the number.
import type * as ast from "../../../../grammar/ast/index.ts";
import type { Emit } from "../../emit.ts";
import { is_a } from "../kinds.ts";

const FUNCTIONS: ReadonlySet<string> = new Set([
  "acos",
  "asin",
  "atan",
  "atan2",
  "cos",
  "degrees",
  "exp",
  "radians",
  "sin",
  "sqrt",
  "tan",
]);

/** A call of such a function with floats: they may be given as plain numbers. */
export function takes_numbers(node: ast.Call, emit: Emit): boolean {
  const callee = emit.facts.calls.callee(node);
  if (callee.kind !== "runtime") return false;
  const { module, name } = callee.callable;
  if (module !== "math" || !FUNCTIONS.has(name)) return false;
  return node.args.every((each) => is_a(each, emit, "float"));
}
