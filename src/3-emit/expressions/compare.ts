// a < b → a < b where proven the same, lt(a, b) otherwise;   a < b < c → a < b && b < c;   x is None → x == null
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";
import { comparison } from "../shared/comparison.ts";
import { once } from "../shared/once.ts";
import { may_be_reread } from "../shared/reread.ts";

export function compare(node: ast.Compare, emit: Emit): target.Expression {
  const parts: target.Expression[] = [];
  let left = node.left;
  let emitted: target.Expression | null = null;
  node.ops.forEach((op, index) => {
    const right = node.comparators[index];
    if (right === undefined) return;
    const is_last = index === node.ops.length - 1;
    // An operand between two operators is evaluated once, and only if the first comparison holds.
    const before = left;
    const shared = is_last
      ? null
      : once(right, "value", emit, (value) => may_be_reread(before, right, value, emit));
    parts.push(
      comparison(
        op,
        { node: left, emitted },
        { node: right, emitted: shared?.first ?? null },
        emit,
      ),
    );
    [left, emitted] = [right, shared?.again ?? null];
  });
  const [first, ...rest] = parts;
  return first === undefined ? build.boolean(true) : build.chain("&&", first, ...rest);
}
