// Classes taken from objects, `type(x)` and `x.__class__`: whoever has one can make objects that nobody sees.
import type * as ast from "../../../grammar/ast/index.ts";
import { children } from "../../../grammar/ast/walk.ts";
import type { Type } from "../../facts/types.ts";
import type { Inference } from "./inference.ts";
import { members } from "./values.ts";

/** Opens the constructors of the classes that an object may be of, unless the class is only looked at. */
export function take_class(inference: Inference, node: ast.Node, object: Type): void {
  if (looked_at(inference.module.source.module).has(node)) return;
  const { classes, heap } = inference.program;
  for (const member of members(object)) {
    const nodes =
      member.type === "instance"
        ? [...inference.program.class(member.node).family.members].map((each) => each.node)
        : member.type === "unknown"
          ? [...classes.keys()]
          : [];
    for (const each of nodes) heap.escape({ type: "class", node: each });
  }
}

/** `type(x)`, where the call has no other argument. */
export function is_type_call({ func, args, keywords }: ast.Call): boolean {
  return func.tag === "Name" && func.id === "type" && args.length === 1 && keywords.length === 0;
}

const by_module = new WeakMap<ast.Node, ReadonlySet<ast.Node>>();

function looked_at(module: ast.Node): ReadonlySet<ast.Node> {
  let found = by_module.get(module);
  if (found === undefined) {
    const nodes = new Set<ast.Node>();
    collect(module, nodes);
    found = nodes;
    by_module.set(module, found);
  }
  return found;
}

function collect(node: ast.Node, found: Set<ast.Node>): void {
  for (const each of looked_at_by(node)) found.add(each);
  for (const child of children(node)) collect(child, found);
}

/** `type(x).__name__`, `type(x) is Foo`, `print(type(x))`, `f"{type(x)}"`, `handlers[type(x)]`. */
function looked_at_by(node: ast.Node): readonly ast.Node[] {
  switch (node.tag) {
    case "Attribute":
      return [(node as ast.Attribute).value];
    case "Compare":
      return [(node as ast.Compare).left, ...(node as ast.Compare).comparators];
    case "FormattedValue":
      return [(node as ast.FormattedValue).value];
    case "Subscript":
      return [(node as ast.Subscript).slice];
    case "Call": {
      const { func, args } = node as ast.Call;
      return func.tag === "Name" && READERS.has(func.id) ? args : [];
    }
    default:
      return [];
  }
}

const READERS: ReadonlySet<string> = new Set([
  "format",
  "hash",
  "id",
  "isinstance",
  "issubclass",
  "print",
  "repr",
  "str",
  "super",
]);
