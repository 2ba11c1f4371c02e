// Set displays of constants: CPython's compiler makes them another way, which can show in their order.
import type * as ast from "../../../grammar/ast/index.ts";
import { is_constant } from "./literal.ts";

const FEWEST_FOLDED = 3;
const SMALLEST_TABLE = 8;

/**
 * Whether a display of constants may iterate in another order than its elements added one by one: CPython builds
 * three or more constants into a table of another size. Small ints lie in both at their own number; strings have no
 * order to keep.
 */
export function is_folded_set(node: ast.Set): boolean {
  if (node.elts.length < FEWEST_FOLDED || !node.elts.every(is_constant)) return false;
  if (node.elts.some(is_randomised)) return false;
  const size = table_size(node.elts.length);
  return !node.elts.every((element) => is_below(element, size));
}

/** The table that CPython copies the constants into. */
function table_size(count: number): number {
  let size = SMALLEST_TABLE;
  if (count * 5 >= (SMALLEST_TABLE - 1) * 3) while (size <= count * 2) size *= 2;
  return size;
}

function is_randomised(node: ast.Expression): boolean {
  return node.tag === "Constant" && (node.value.type === "str" || node.value.type === "bytes");
}

function is_below(node: ast.Expression, size: number): boolean {
  return node.tag === "Constant" && node.value.type === "int" && Number(node.value.value) < size;
}
