// Operands between two comparisons that may be written twice: reading them again gives the same and costs little.
import type * as ast from "../../../grammar/ast/index.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";
import { is_a } from "./kinds.ts";
import { is_stable } from "./order.ts";

/**
 * `0 <= cell[0] < width` → `0 <= cell[0] && cell[0] < width`: nothing runs between the two readings, for `before` and
 * `node` are compared without code of the program, and the reading itself is native (no helper, no getter).
 */
export function may_be_reread(
  before: ast.Expression,
  node: ast.Expression,
  emitted: target.Expression,
  emit: Emit,
): boolean {
  return is_plain(before, emit) && is_plain(node, emit) && is_short_read(node, emitted, emit);
}

function is_plain(node: ast.Expression, emit: Emit): boolean {
  return is_a(node, emit, "int", "float", "bool", "str");
}

function is_short_read(node: ast.Expression, emitted: target.Expression, emit: Emit): boolean {
  switch (emitted.kind) {
    case "Index":
      return node.tag === "Subscript" && is_stable(node.value, emit) && is_stable(node.slice, emit);
    case "Member":
      return node.tag === "Attribute" ? is_field(node, emit) : is_length(node, emit);
    default:
      return false;
  }
}

function is_length(node: ast.Expression, emit: Emit): boolean {
  const [of] = node.tag === "Call" ? node.args : [];
  return of !== undefined && is_stable(of, emit);
}

function is_field({ value, attr }: ast.Attribute, emit: Emit): boolean {
  const type = emit.facts.types.of(value);
  if (type.type !== "instance" || !is_stable(value, emit)) return false;
  const { info } = emit.facts.classes;
  return (
    [type.node, ...info(type.node).subclasses].every((each) => !info(each).methods.has(attr)) &&
    info(type.node).instance_attributes.has(attr)
  );
}
