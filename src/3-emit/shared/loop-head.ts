// The variable of a `for … of`: the author's pattern where it fits, a temporary that is stored first otherwise.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Type } from "../../facts/types.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Keyword } from "./declarations.ts";
import { is_ignored } from "./ignored.ts";
import type { StatementEmit } from "./statement-emit.ts";
import { declaring_keyword, fits, pattern_target, store } from "./store.ts";

export interface LoopHead {
  readonly keyword: Keyword | null;
  readonly target: target.Target;
  /** What stands first in the loop's body. */
  readonly stores: readonly target.Statement[];
}

export function loop_head(to: ast.Expression, element: Type, emit: StatementEmit): LoopHead {
  const keyword = is_ignored(to, emit.facts) ? "const" : declaring_keyword(to, emit);
  if (fits(to, element, emit)) {
    return { keyword, target: pattern_target(to, emit), stores: [] };
  }
  const name = emit.fresh("item");
  const stores = store(to, build.identifier(name), element, keyword, emit);
  return { keyword: "const", target: build.identifier(name), stores };
}
