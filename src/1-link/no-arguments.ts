// The parameter list of a function that the linker makes up and that takes nothing.
import type * as ast from "../../grammar/ast/index.ts";

/** `()` at a place of the source. */
export function no_arguments({ start, end }: Pick<ast.Node, "start" | "end">): ast.Arguments {
  return {
    tag: "arguments",
    start,
    end,
    posonlyargs: [],
    args: [],
    vararg: null,
    kwonlyargs: [],
    kw_defaults: [],
    kwarg: null,
    defaults: [],
  };
}
