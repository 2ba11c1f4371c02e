// How floats are kept: as plain numbers where that can't be told from outside.
import type * as ast from "../../grammar/ast/index.ts";

export interface Floats {
  /** A variable or attribute that holds its float as a plain number, also where it is integral. */
  is_plain(node: ast.Expression): boolean;
  /** The attribute of that name is a plain number, on all objects that have it. */
  is_plain_attribute(name: string): boolean;
  /** A float that JavaScript's own operators calculate: `+ - * /` and the sign before a number. */
  is_arithmetic(node: ast.Expression): boolean;
  /** A float that goes where plain numbers are kept: into a parameter, a list, out of a function. */
  is_sunk(node: ast.Expression): boolean;
  /** A list (of lists) of plain numbers that is shown: its floats have to be made. */
  is_shown(node: ast.Expression): boolean;
}
