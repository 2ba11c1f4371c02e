// if x: … elif y: … else: … → if (x) { … } else if (y) { … } else { … }
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import { attached_to } from "../comments.ts";
import { is_main_guard } from "../shared/main-guard.ts";
import type { StatementEmit } from "../shared/statement-emit.ts";

export function if_(node: ast.If, emit: StatementEmit): readonly target.Statement[] {
  return [if_statement(node, emit)];
}

function if_statement(node: ast.If, emit: StatementEmit): target.If {
  const test = is_main_guard(node)
    ? build.call(emit.builtin("is_main"), [build.import_meta()])
    : emit.test(node.test);
  const consequent = emit.suite(node.body, node);
  return build.from(node, build.if_(test, consequent, alternate(node, emit)));
}

function alternate(node: ast.If, emit: StatementEmit): target.If["alternate"] {
  const [first, ...others] = node.orelse;
  if (first === undefined) return null;
  if (first.tag !== "If" || others.length > 0 || emit.declarations.before(first).length > 0) {
    return emit.suite(node.orelse, node);
  }
  const leading = attached_to(first, emit.trivia)?.leading;
  return { ...if_statement(first, emit), ...(leading === undefined ? {} : { leading }) };
}
