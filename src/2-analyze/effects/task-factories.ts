// Where the loop is given a function that makes its tasks.
import type * as ast from "../../../grammar/ast/index.ts";

/** `loop.set_task_factory(f)`, `asyncio.create_eager_task_factory(f)`. */
export function takes_task_factory(node: ast.Call): boolean {
  return TAKES_FACTORY.has(called_name(node));
}

const TAKES_FACTORY: ReadonlySet<string> = new Set([
  "create_eager_task_factory",
  "set_task_factory",
]);

/** The last part of the name that is called; nothing for other callees. */
export function called_name({ func }: ast.Call): string {
  return func.tag === "Attribute" ? func.attr : func.tag === "Name" ? func.id : "";
}
