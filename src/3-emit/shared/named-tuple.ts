// class Point(NamedTuple): x: int; y: int = 0 → class Point extends namedtuple("Point", ["x", "y"], { defaults: [0] }) { … }
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";
import type { StatementEmit } from "./statement-emit.ts";

/** The items that the class lists; `null` for other classes. */
export function named_items(node: ast.ClassDef, emit: Emit): readonly ast.AnnAssign[] | null {
  const { bases } = emit.facts.classes.info(node);
  const is_named = bases.some(
    (base) =>
      base.type !== "class" &&
      base.type !== "instance" &&
      "name" in base &&
      base.name === "NamedTuple",
  );
  if (!is_named) return null;
  return node.body.flatMap((each) =>
    each.tag === "AnnAssign" && each.target.tag === "Name" ? [each] : [],
  );
}

/** `namedtuple("Point", ["x", "y"], { defaults: [0] })`. */
export function named_base(
  node: ast.ClassDef,
  items: readonly ast.AnnAssign[],
  emit: StatementEmit,
): target.Expression {
  const names = items.map(({ target: to }) => build.string(to.tag === "Name" ? to.id : ""));
  const defaults = items.flatMap(({ value }) => (value === null ? [] : [emit.expression(value)]));
  const options =
    defaults.length === 0
      ? []
      : [build.object([build.property("defaults", build.array(defaults))])];
  return build.call(emit.runtime("collections", "namedtuple"), [
    build.string(node.name),
    build.array(names),
    ...options,
  ]);
}
