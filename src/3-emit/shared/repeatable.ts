// Expressions that can stand twice in a row: reading them again runs nothing and gives the same.
import type * as ast from "../../../grammar/ast/index.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";

/** A short native read of variables, attributes and items, without calls, getters and checks. */
export function is_repeatable(
  node: ast.Expression,
  emitted: target.Expression,
  emit: Emit,
): boolean {
  // A variable, or a constant that keeps the value.
  if (emitted.kind === "Identifier" || emitted.kind === "This") return true;
  switch (node.tag) {
    case "Constant":
      return emitted.kind === "NumberLiteral";
    case "Attribute":
      return (
        emitted.kind === "Member" &&
        !is_computed(node, emit) &&
        is_repeatable(node.value, emitted.object, emit)
      );
    case "Subscript":
      return (
        emitted.kind === "Index" &&
        emitted.optional !== true &&
        is_repeatable(node.value, emitted.object, emit) &&
        is_repeatable(node.slice, emitted.index, emit)
      );
    case "BinOp":
      return (
        emitted.kind === "Binary" &&
        is_repeatable(node.left, emitted.left, emit) &&
        is_repeatable(node.right, emitted.right, emit)
      );
    default:
      return false;
  }
}

/** Some class of the program has a property or a descriptor of that name, or answers for all names. */
function is_computed({ value, attr }: ast.Attribute, emit: Emit): boolean {
  const { type } = emit.facts.types.of(value);
  if (type !== "instance" && type !== "module") return true;
  const { all, info } = emit.facts.classes;
  return all.some((each) => {
    const { methods } = info(each);
    return methods.has(attr) || HOOKS.some((hook) => methods.has(hook));
  });
}

const HOOKS = ["__get__", "__getattr__", "__getattribute__"];
