// Attributes that hold floats as plain numbers: their classes and all who read them are in sight.
import type { Type } from "../../facts/types.ts";
import type { Prepared } from "../program/prepare.ts";
import type { ClassRecord, Family, ModuleRecord } from "../program/records.ts";
import { members } from "../types/values.ts";
import { is_calculated, type AttributeUses, type ProgramUses } from "./uses.ts";

/** Names, for the program as a whole: a name means the same on all objects that have it, or it is left out. */
export function plain_attributes(
  prepared: Prepared,
  modules: readonly ModuleRecord[],
  uses: ProgramUses,
): ReadonlySet<string> {
  const { program, mentions } = prepared;
  const found = new Set<string>();
  if (uses.is_reflective || [...REFLECTION].some((name) => mentions.has(name))) return found;
  const families = new Set([...program.classes.values()].map(({ family }) => family));
  const bound = names_bound_in_classes(modules);
  for (const [name, own] of uses.attributes) {
    if (own.is_stored_otherwise || !is_calculated(own) || bound.has(name)) continue;
    if (program.methods_by_name.has(name) || program.is_stored_blindly(name)) continue;
    const holders = [...families].filter(({ attributes }) => attributes.has(name));
    if (holders.length > 0 && holders.every((family) => is_plain_in(family, name)))
      if (is_read_openly(own, new Set(holders), prepared)) found.add(name);
  }
  return found;
}

/** What reads attributes by names that are not in the text, or all of them. */
const REFLECTION: ReadonlySet<string> = new Set(
  "asdict astuple attrgetter dir eval exec format_map getattr getstate globals inspect locals pformat pickle pp pprint setattr vars __dict__ __getattribute__ __getstate__ __reduce__ __slots__ __setstate__ Formatter Template".split(
    " ",
  ),
);

function is_plain_in({ members: classes, attributes }: Family, name: string): boolean {
  const cell = attributes.get(name)?.root;
  if (cell?.value.type !== "float" || cell.leaks) return false;
  return classes.every(is_plain_class);
}

function is_plain_class({
  bases,
  is_opaque,
  is_dataclass,
  enumeration,
  methods,
}: ClassRecord): boolean {
  if (is_opaque || is_dataclass || enumeration !== null) return false;
  if (methods.has("__setattr__") || methods.has("__getattr__")) return false;
  return bases.every((base) => base.kind === "user");
}

/** Everywhere the object is an instance of one of these classes. */
function is_read_openly(
  { reads }: AttributeUses,
  holders: ReadonlySet<Family>,
  { program }: Prepared,
): boolean {
  const is_holder = (type: Type): boolean =>
    type.type === "none" ||
    (type.type === "instance" && holders.has(program.class(type.node).family));
  return reads.every(({ node, module }) => {
    const type = module.types.get(node.value);
    return type === undefined || members(type).every(is_holder);
  });
}

function names_bound_in_classes(modules: readonly ModuleRecord[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { classes, scopes } of modules)
    for (const { node } of classes)
      for (const name of scopes.scope_of(node).bindings.keys()) found.add(name);
  return found;
}
