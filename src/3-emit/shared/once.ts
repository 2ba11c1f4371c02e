// Expressions that are needed twice but evaluated once, and operands that a helper takes in another order.
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";
import { is_stable } from "./order.ts";

export interface Once {
  /** Stands where the expression is evaluated. */
  readonly first: target.Expression;
  /** Stands wherever its value is needed again, later in the same expression. */
  readonly again: target.Expression;
}

/** The expression itself where reading it twice is the same (or `is_reread` says so), a temporary otherwise. */
export function once(
  node: ast.Expression,
  hint: string,
  emit: Emit,
  is_reread: (emitted: target.Expression) => boolean = () => false,
): Once {
  const emitted = emit.expression(node);
  if (is_stable(node, emit) || is_reread(emitted)) return { first: emitted, again: emitted };
  const name = emit.temporary(hint, emit.type(emit.facts.types.of(node)));
  return { first: build.assign(name, emitted), again: name };
}

/** Whether evaluating the expression earlier or later than others can't be noticed. */
export function is_movable(node: ast.Expression, emit: Emit): boolean {
  switch (node.tag) {
    case "Lambda":
      return (
        node.args.defaults.length === 0 && node.args.kw_defaults.every((each) => each === null)
      );
    case "Tuple":
    case "List":
      return node.elts.every((each) => is_movable(each, emit));
    case "Name":
      return !is_unbound_risk(node, emit) && is_stable(node, emit);
    default:
      return is_stable(node, emit);
  }
}

function is_unbound_risk(node: ast.Name, emit: Emit): boolean {
  const resolution = emit.facts.scopes.resolve(node);
  return resolution.kind !== "binding" || resolution.binding.may_be_unbound;
}
