// `def f(…)` with `f = staticmethod(f)` behind it → the same method with `@staticmethod` above it, as it is written today.
import type * as ast from "../../grammar/ast/index.ts";
import { with_class_bodies, type Suite, type Tree } from "./class-bodies.ts";

/** The tree with such methods decorated; the very tree where there are none. */
export function with_wrapped_methods<T extends Tree>(tree: T): T {
  return with_class_bodies(tree, decorated);
}

function decorated(body: Suite, replaced: Map<ast.Node, ast.Node>): Suite {
  const made: ast.Statement[] = [];
  for (const statement of body) {
    const wrapper = wrapper_of(statement);
    const last = made.at(-1);
    const is_method = last?.tag === "FunctionDef" || last?.tag === "AsyncFunctionDef";
    if (wrapper === null || !is_method || last.name !== wrapper.name) {
      made.push(statement);
      continue;
    }
    const method = { ...last, decorator_list: [wrapper.decorator, ...last.decorator_list] };
    replaced.set(last, method);
    made.splice(-1, 1, method);
  }
  return made.length === body.length ? body : made;
}

/** `f = staticmethod(f)`. */
function wrapper_of(node: ast.Statement): { name: string; decorator: ast.Name } | null {
  if (node.tag !== "Assign" || node.targets.length !== 1) return null;
  const [to] = node.targets;
  const { value } = node;
  if (to?.tag !== "Name" || value.tag !== "Call" || value.func.tag !== "Name") return null;
  if (!/^(?:staticmethod|classmethod)$/.test(value.func.id)) return null;
  const [method, ...others] = value.args;
  if (method?.tag !== "Name" || method.id !== to.id || others.length > 0) return null;
  return value.keywords.length === 0 ? { name: to.id, decorator: value.func } : null;
}
