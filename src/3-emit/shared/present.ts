// An object that Python takes for there: task → task!, where its type says that it may be None.
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";
import { type_of } from "./kinds.ts";
import { members } from "./types.ts";

/** If it is None after all, JavaScript's own error is turned into Python's where somebody looks at it. */
export function present(node: ast.Expression, emit: Emit): target.Expression {
  const object = emit.expression(node);
  const type = type_of(node, emit);
  const is_optional = type.type === "union" && members(type).some((each) => each.type === "none");
  return is_optional && object.kind !== "NonNull" ? build.non_null(object) : object;
}
