// Which piece of code each node belongs to, as tracebacks name it: a function, `<module>`, `<lambda>`, a class's body.
import { is_closure } from "../../facts/closures.ts";
import { is_turn } from "../../facts/turns.ts";
import { children } from "../../../grammar/ast/children.ts";
import type * as ast from "../../../grammar/ast/index.ts";
import type { Span } from "../../../grammar/ast/node.ts";

export interface Code {
  readonly name: string;
  readonly qualname: string;
  /** - closure: JavaScript's alone, around a coroutine call that is handed over. */
  readonly kind: "module" | "function" | "class" | "generator" | "closure";
  readonly parent: Code | null;
  readonly node: ast.Node;
  /** What of the parent makes it run: the class statement, the call that takes a generator. */
  readonly run_at: ast.Node | null;
}

export interface Owner {
  readonly code: Code;
  /** The comprehension in which the node stands, which is a function to JavaScript alone. */
  readonly inlined: Span | null;
  /** The node around it. */
  readonly outer: ast.Node | null;
}

export interface Owned extends Owner {
  readonly node: ast.Node;
}

/** Every node with its owner, parents first. No recursion: trees may be deep. */
export function* owned_nodes(module: ast.Module): Generator<Owned, void, undefined> {
  const code: Code = {
    name: "<module>",
    qualname: "<module>",
    kind: "module",
    parent: null,
    node: module,
    run_at: null,
  };
  const stack: Owned[] = [{ node: module, code, inlined: null, outer: null }];
  for (let each = stack.pop(); each !== undefined; each = stack.pop()) {
    yield each;
    const below = children_of(each).map(in_closure);
    for (let i = below.length - 1; i >= 0; i--) stack.push(below[i] as Owned);
  }
}

/** What is handed over runs in a closure as a whole. */
function in_closure(owned: Owned): Owned {
  const { node, code } = owned;
  if (!is_closure(node)) return owned;
  const { name, qualname } = code;
  const inside: Code = { name, qualname, kind: "closure", parent: code, node, run_at: null };
  return { ...owned, code: inside, inlined: null };
}

function children_of(owned: Owned): readonly Owned[] {
  const node = owned.node as ast.Statement | ast.Expression;
  const { code, inlined } = owned;
  const outside = { code, inlined, outer: node };
  const all = children(node).map((child) => ({ ...outside, node: child }));
  switch (node.tag) {
    case "FunctionDef":
    case "AsyncFunctionDef": {
      const name = is_turn(node) ? "<module>" : node.name;
      const inside = within(code, node, name, "function");
      return moved(all, node.body, inside);
    }
    case "ClassDef":
      return moved(all, node.body, within(code, node, node.name, "class", node));
    case "Lambda":
      return moved(all, [node.body], within(code, node, "<lambda>", "function"));
    case "ListComp":
    case "SetComp":
    case "DictComp":
    case "GeneratorExp": {
      const first = node.generators[0]?.iter;
      const inside =
        node.tag === "GeneratorExp"
          ? within(code, node, "<genexpr>", "generator", owned.outer)
          : { code, inlined: node };
      return all
        .flatMap((each) =>
          (each.node as ast.Node).tag === "comprehension"
            ? children(each.node).map((child) => ({ ...outside, node: child }))
            : [each],
        )
        .map((each) => (each.node === first ? each : { ...each, ...inside }));
    }
    default:
      return all;
  }
}

function moved(
  all: readonly Owned[],
  inner: readonly ast.Node[],
  inside: Pick<Owner, "code" | "inlined">,
): readonly Owned[] {
  const own = new Set(inner);
  return all.map((each) => (own.has(each.node) ? { ...each, ...inside } : each));
}

function within(
  parent: Code,
  node: ast.Node,
  name: string,
  kind: Code["kind"],
  run_at: ast.Node | null = null,
): Pick<Owner, "code" | "inlined"> {
  const path =
    parent.kind === "module" || is_turn(parent.node)
      ? ""
      : parent.kind === "class"
        ? `${parent.qualname}.`
        : `${parent.qualname}.<locals>.`;
  return { code: { name, qualname: path + name, kind, parent, node, run_at }, inlined: null };
}
