// if __name__ == "__main__":
import type * as ast from "../../../grammar/ast/index.ts";

/** Whether the statement asks if this module is the program. */
export function is_main_guard({ test }: ast.If): boolean {
  if (test.tag !== "Compare" || test.ops.length !== 1) return false;
  const [other] = test.comparators;
  if (test.ops[0] !== "Eq" || other === undefined) return false;
  return (is_name(test.left) && is_main(other)) || (is_main(test.left) && is_name(other));
}

function is_name(node: ast.Expression): boolean {
  return node.tag === "Name" && node.id === "__name__";
}

function is_main(node: ast.Expression): boolean {
  return node.tag === "Constant" && node.value.type === "str" && node.value.value === "__main__";
}
