// static { annotate(this, () => ({ x: int })); }: the annotations of a class body, in programs that look at them.
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import { annotation_text, keeps_annotation_text } from "./annotation-text.ts";
import type { Emit } from "../emit.ts";
import type { StatementEmit } from "./statement-emit.ts";

export function annotations_block(
  node: ast.ClassDef,
  emit: StatementEmit,
): readonly target.Member_[] {
  if (!emit.facts.effects.sees_annotations) return [];
  const annotations = annotations_in(node.body, emit);
  if (annotations.length === 0) return [];
  const call = build.call(emit.builtin("annotate"), [
    build.this_(),
    build.arrow([], build.object(annotations)),
  ]);
  const block = build.static_block(build.block([build.statement(call)]));
  return [build.attach(block, { blank_before: true })];
}

/** `x: int` at the level of the suite itself, by name. */
export function annotations_in(
  body: readonly ast.Statement[],
  emit: Emit,
): readonly target.Property[] {
  const is_text = keeps_annotation_text(emit.facts.scopes.module.node);
  const found = new Map<string, target.Property>();
  for (const each of body) {
    if (each.tag !== "AnnAssign" || each.target.tag !== "Name" || !each.simple) continue;
    const { id } = each.target;
    const value = is_text
      ? build.string(annotation_text(each.annotation))
      : emit.expression(each.annotation);
    found.set(id, build.property(id, value));
  }
  return [...found.values()];
}
