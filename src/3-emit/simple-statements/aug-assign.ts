// x += v → x += v where that is the same, x = iadd(x, v) otherwise
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import { is_within } from "../shared/bounds/index.ts";
import { augmented } from "../shared/augmented.ts";
import { checked_place } from "../shared/items.ts";
import { module_setter } from "../shared/module-setter.ts";
import { is_a, is_byte, is_dict } from "../shared/kinds.ts";
import { is_stable } from "../shared/order.ts";
import { is_harmless } from "../shared/purity.ts";
import { read_variable } from "../shared/read-variable.ts";
import { is_stored_by_call } from "../shared/store.ts";
import type { StatementEmit } from "../shared/statement-emit.ts";

/** The target's parts are evaluated once, its value is read before the right side is. */
export function aug_assign(node: ast.AugAssign, emit: StatementEmit): readonly target.Statement[] {
  const { target: to } = node;
  switch (to.tag) {
    case "Name": {
      const binding = emit.facts.scopes.defined_by(to);
      const name = build.identifier(emit.name(binding));
      if (!binding.may_be_unbound) return [build.statement(augmented(node, name, name, emit))];
      const value = augmented(node, read_variable(binding, emit), null, emit);
      return [build.statement(build.assign(name, value))];
    }
    case "Attribute": {
      const setter = module_setter(to, emit);
      if (setter !== null) {
        const value = augmented(node, emit.expression(to), null, emit);
        return [build.statement(build.call(setter, [value]))];
      }
      return aug_assign_attribute(node, to, emit);
    }
    case "Subscript":
      return aug_assign_item(node, to, emit);
    default:
      return emit.refuse(to, "cannot assign to this with an operator", "assign to a name");
  }
}

/** `setattr(x, "n", iadd(getattr(x, "n"), v))` where the attribute may be missing, or its class looks on. */
function aug_assign_attribute(
  node: ast.AugAssign,
  to: ast.Attribute,
  emit: StatementEmit,
): readonly target.Statement[] {
  const [kept, object] = keep(to.value, "object", emit);
  const place = build.member(object, to.attr);
  const name = build.string(to.attr);
  const found = emit.expression(to);
  const read =
    found.kind === "Call" && found.arguments.length === 2
      ? build.call(found.callee, [object, name])
      : place;
  if (!is_stored_by_call(to, emit))
    return [...kept, build.statement(augmented(node, read, place, emit))];
  const value = augmented(node, read, null, emit);
  return [...kept, build.statement(build.call(emit.builtin("setattr"), [object, name, value]))];
}

function aug_assign_item(
  node: ast.AugAssign,
  to: ast.Subscript,
  emit: StatementEmit,
): readonly target.Statement[] {
  const [container_kept, container] = keep(to.value, "container", emit);
  const [key_kept, key] = keep(to.slice, "key", emit);
  if (is_within(to, emit) && is_a(to.value, emit, "list")) {
    const place = build.from(to, build.index(container, key));
    const assigned = build.from(node, augmented(node, place, place, emit));
    return [...container_kept, ...key_kept, build.statement(assigned)];
  }
  const checked = is_harmless(node.value, emit)
    ? checked_place(to, container, key, emit, true)
    : null;
  if (checked !== null) {
    const kept = kept_place(checked, node, emit);
    const assigned = build.from(node, augmented(node, kept.place, kept.place, emit));
    return [...container_kept, ...key_kept, ...kept.before, build.statement(assigned)];
  }
  const holds_keys = is_dict(to.value, emit) || is_byte(to, emit);
  const read = holds_keys
    ? build.method_call(container, "at", [key])
    : build.call(emit.builtin("getitem"), [container, key]);
  const value = build.from(node, augmented(node, read, null, emit));
  const write = holds_keys
    ? build.method_call(container, "set", [key, value])
    : build.call(emit.builtin("setitem"), [container, key, value]);
  return [...container_kept, ...key_kept, build.statement(build.from(to, write))];
}

/** The expression, or a constant that holds its value where evaluating it twice could give another. */
function keep(
  node: ast.Expression,
  hint: string,
  emit: StatementEmit,
): readonly [readonly target.Statement[], target.Expression] {
  const emitted = emit.expression(node);
  const is_own_attribute = node.tag === "Attribute" && is_stable(node.value, emit);
  if (is_stable(node, emit) || is_own_attribute) return [[], emitted];
  const name = emit.fresh(hint);
  return [[build.const_(name, emitted)], build.identifier(name)];
}

/** `xs[within(i, xs.length)]`, its index checked once where the operator's form has to name the place twice. */
function kept_place(
  place: target.Index,
  node: ast.AugAssign,
  emit: StatementEmit,
): { readonly before: readonly target.Statement[]; readonly place: target.Index } {
  const is_once = augmented(node, place, place, emit);
  if (is_once.kind === "Assignment" && is_once.operator !== "=") return { before: [], place };
  const name = emit.fresh("place");
  return {
    before: [build.const_(name, place.index)],
    place: build.index(place.object, build.identifier(name)),
  };
}
