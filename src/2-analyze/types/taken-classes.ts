// Classes taken from objects, `type(x)` and `x.__class__`: whoever has one can make objects that nobody sees.
import type * as ast from "../../../grammar/ast/index.ts";
import { tagged } from "../../../grammar/ast/tagged.ts";
import type { Type } from "../../facts/types.ts";
import type { Inference } from "./inference.ts";
import { members } from "./values.ts";

/** Opens the constructors of the classes that an object may be of, unless the class is only looked at. */
export function take_class(inference: Inference, node: ast.Node, object: Type): void {
  if (looked_at(inference.module.source.module).has(node)) return;
  const { program } = inference;
  for (const member of members(object)) {
    if (member.type === "unknown") program.open_classes();
    if (member.type !== "instance") continue;
    for (const each of program.class(member.node).family.members)
      program.heap.escape({ type: "class", node: each.node });
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
    found = looked_at_in(module);
    by_module.set(module, found);
  }
  return found;
}

/** `type(x).__name__`, `type(x) is Foo`, `print(type(x))`, `f"{type(x)}"`, `handlers[type(x)]`. */
function looked_at_in(module: ast.Node): ReadonlySet<ast.Node> {
  const found = new Set<ast.Node>();
  for (const { value } of tagged(module, "Attribute")) found.add(value);
  for (const { left, comparators } of tagged(module, "Compare"))
    for (const each of [left, ...comparators]) found.add(each);
  for (const { value } of tagged(module, "FormattedValue")) found.add(value);
  for (const { slice } of tagged(module, "Subscript")) found.add(slice);
  for (const { func, args } of tagged(module, "Call"))
    if (func.tag === "Name" && READERS.has(func.id)) for (const each of args) found.add(each);
  return found;
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
