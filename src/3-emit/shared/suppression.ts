// Which context managers may swallow what their body raises.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Facts } from "../../facts/facts.ts";
import { is_none } from "./literal.ts";
import { members } from "./types.ts";
import { some_node } from "./walk.ts";

/** False only where the manager is known never to suppress an exception. */
export function suppresses(manager: ast.Expression, is_async: boolean, facts: Facts): boolean {
  return members(facts.types.of(manager)).some((type) => {
    if (type.type === "runtime_instance") return SUPPRESSING.has(type.name);
    if (type.type !== "instance") return true;
    const exit = facts.classes.info(type.node).methods.get(is_async ? "__aexit__" : "__exit__");
    return exit === undefined || exit.decorator_list.length > 0 || may_return_true(exit);
  });
}

const SUPPRESSING: ReadonlySet<string> = new Set([
  "suppress",
  "ExitStack",
  "AsyncExitStack",
  "_GeneratorContextManager",
  "_AsyncGeneratorContextManager",
  "AssertRaisesContext",
  "SubTestBlock",
]);

function may_return_true(exit: ast.FunctionDef | ast.AsyncFunctionDef): boolean {
  return some_node(
    exit,
    (node) => {
      if (node.tag !== "Return") return false;
      const { value } = node as ast.Return;
      return value !== null && !is_none(value) && !is_false(value);
    },
    (node) =>
      node === exit ||
      (node.tag !== "FunctionDef" && node.tag !== "AsyncFunctionDef" && node.tag !== "Lambda"),
  );
}

function is_false(node: ast.Expression): boolean {
  return node.tag === "Constant" && node.value.type === "bool" && !node.value.value;
}
