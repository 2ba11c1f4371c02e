// a = b = v → const a = v; const b = a;   a, b = b, a → [a, b] = [b, a];
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import { is_within } from "../shared/bounds/index.ts";
import { filled_slice } from "../shared/filled-slice.ts";
import { is_ignored } from "../shared/ignored.ts";
import { is_checked_place } from "../shared/items.ts";
import { is_constant } from "../shared/literal.ts";
import { stored_in } from "../shared/numeric.ts";
import { reads_late } from "../shared/order.ts";
import { is_total } from "../shared/purity.ts";
import type { StatementEmit } from "../shared/statement-emit.ts";
import { declaring_keyword, store } from "../shared/store.ts";
import { declare_name } from "../shared/variable.ts";

export function assign(node: ast.Assign, emit: StatementEmit): readonly target.Statement[] {
  const [first, ...others] = node.targets;
  if (first === undefined) return [];
  if (others.length === 0) return assign_one(first, node.value, emit);
  if (is_constant(node.value)) {
    return node.targets.flatMap((to) => assign_one(to, node.value, emit));
  }
  const type = emit.facts.types.of(node.value);
  const [head, source] = first_of(first, node.value, emit);
  const rest = source === null ? node.targets : others;
  const name = source ?? emit.fresh("value");
  const start = source === null ? [build.const_(name, emit.expression(node.value))] : head;
  const stores = rest.flatMap((to) =>
    store(to, build.identifier(name), type, declaring_keyword(to, emit), emit),
  );
  return [...start, ...stores];
}

/** The first target takes the value if it is a name, and lends it to the others. */
function first_of(
  first: ast.Expression,
  value: ast.Expression,
  emit: StatementEmit,
): readonly [readonly target.Statement[], string | null] {
  if (first.tag !== "Name") return [[], null];
  return [assign_one(first, value, emit), emit.name(emit.facts.scopes.defined_by(first))];
}

function assign_one(
  to: ast.Expression,
  value: ast.Expression,
  emit: StatementEmit,
): readonly target.Statement[] {
  const keyword = declaring_keyword(to, emit);
  if (to.tag === "Name") {
    if (is_ignored(to, emit.facts)) return [build.statement(emit.expression(value))];
    const emitted = stored_in(to, value, emit);
    if (keyword !== null) return [declare_name(to, keyword, value, emitted, emit)];
    return store(to, emitted, emit.facts.types.of(value), null, emit);
  }
  if (to.tag === "Tuple" || to.tag === "List") {
    const apart = keyword === null ? null : declared_apart(to.elts, value, emit);
    if (apart !== null) return apart;
    const type = emit.facts.types.of(value);
    return store(to, unpacked_display(value, emit) ?? emit.expression(value), type, keyword, emit);
  }
  const filled = filled_slice(to, value, emit);
  if (filled !== null) return [build.statement(filled)];
  if (reads_late(to, value, emit) || is_checked_early(to, value, emit)) {
    const name = emit.fresh("value");
    const kept = build.const_(name, stored_in(to, value, emit));
    return [kept, ...store(to, build.identifier(name), emit.facts.types.of(value), null, emit)];
  }
  return store(to, stored_in(to, value, emit), emit.facts.types.of(value), null, emit);
}

/** The place of an item is checked before JavaScript evaluates the value, which may do something, or raise itself. */
function is_checked_early(to: ast.Expression, value: ast.Expression, emit: StatementEmit): boolean {
  if (to.tag !== "Subscript" || !is_checked_place(to, emit)) return false;
  return !is_within(to, emit) && !is_total(value, emit);
}

/** `a, b = 0, []` declares each name with its own value: nothing can read one before all are there. */
function declared_apart(
  names: readonly ast.Expression[],
  value: ast.Expression,
  emit: StatementEmit,
): readonly target.Statement[] | null {
  if (value.tag !== "Tuple" && value.tag !== "List") return null;
  if (value.elts.length !== names.length) return null;
  const statements: target.Statement[] = [];
  for (const [index, name] of names.entries()) {
    const own = value.elts[index];
    if (name.tag !== "Name" || own === undefined || own.tag === "Starred") return null;
    const keyword = declaring_keyword(name, emit);
    if (keyword === null || is_ignored(name, emit.facts)) return null;
    statements.push(declare_name(name, keyword, own, emit.expression(own), emit));
  }
  return statements;
}

/** `b, a` on the right of a pattern needs no tuple: `[b, a]`. */
function unpacked_display(value: ast.Expression, emit: StatementEmit): target.Expression | null {
  if (value.tag !== "Tuple" || value.elts.some((each) => each.tag === "Starred")) return null;
  return build.array(value.elts.map((each) => emit.expression(each)));
}
