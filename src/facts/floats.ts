// How floats are kept: as plain numbers where that can't be told from outside.
import type * as ast from "../../grammar/ast/index.ts";

export interface Floats {
  /** A variable or attribute that holds its float as a plain number, also where it is integral. */
  is_plain(node: ast.Expression): boolean;
  /** A float that JavaScript's own operators calculate: `+ - * /` and the sign before a number. */
  is_arithmetic(node: ast.Expression): boolean;
}
