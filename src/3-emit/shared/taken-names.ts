// Names that a class derived from a built-in type can't give its members: the runtime's type goes by them itself.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Facts } from "../../facts/facts.ts";

/** The member of the class that bears such a name, and the built-in type; `null` where there is none. */
export function taken_name(
  node: ast.ClassDef,
  facts: Facts,
): { readonly name: string; readonly type: string; readonly at: ast.Node } | null {
  const { methods, instance_attributes, class_attributes } = facts.classes.info(node);
  for (const type of built_in_bases(node, facts))
    for (const name of TAKEN.get(type) ?? []) {
      const method = methods.get(name);
      if (method !== undefined) return { name, type, at: method };
      if (instance_attributes.has(name) || class_attributes.has(name))
        return { name, type, at: node };
    }
  return null;
}

function built_in_bases(node: ast.ClassDef, facts: Facts): readonly string[] {
  return facts.classes.info(node).bases.flatMap((base) => {
    if (base.type === "class") return built_in_bases(base.node, facts);
    return base.type === "runtime_class" ? [base.name] : [];
  });
}

const OF_DICTS = ["at", "set", "has", "delete", "size", "entries", "iterate"];
const OF_SETS = ["has", "size", "made"];

const TAKEN: ReadonlyMap<string, readonly string[]> = new Map([
  ["list", ["length", "items"]],
  ["tuple", ["length"]],
  ["dict", OF_DICTS],
  ["OrderedDict", OF_DICTS],
  ["defaultdict", OF_DICTS],
  ["Counter", OF_DICTS],
  ["set", OF_SETS],
  ["frozenset", OF_SETS],
  ["bytes", ["length", "view", "alike"]],
  ["bytearray", ["length", "view", "alike", "at", "set"]],
]);
