// Attributes that hold floats as plain numbers: their classes and all who read them are in sight.
import type * as ast from "../../../grammar/ast/index.ts";
import { dataclass_of } from "../../facts/dataclasses.ts";
import type { Type } from "../../facts/types.ts";
import type { Prepared } from "../program/prepare.ts";
import type { ClassRecord, Family, ModuleRecord } from "../program/records.ts";
import { members } from "../types/values.ts";
import { mentioned } from "./mentioned.ts";
import type { Places } from "./places.ts";
import type { AttributeRead, ProgramUses } from "./uses.ts";

/** Names that can't hold plain numbers: a name means the same on all objects that have it, or it is left out. */
export function unfit_attributes(prepared: Prepared, uses: ProgramUses): ReadonlySet<string> {
  const { program, mentions } = prepared;
  const unfit = new Set(uses.attributes.keys());
  if (uses.is_reflective || [...REFLECTION].some((name) => mentions.has(name))) return unfit;
  const modules = [...prepared.modules.values()];
  const families = new Set([...program.classes.values()].map(({ family }) => family));
  const bound = names_bound_in_classes(modules);
  const has_open_fields = [...FIELDS].some((name) => mentions.has(name));
  for (const [name, own] of uses.attributes) {
    if (bound.has(name)) continue;
    if (program.methods_by_name.has(name) || program.is_stored_blindly(name)) continue;
    const holders = [...families].filter(({ attributes }) => attributes.has(name));
    if (holders.length > 0 && holders.every((family) => is_plain_in(family, name, has_open_fields)))
      if (is_read_openly(own, new Set(holders), prepared)) unfit.delete(name);
  }
  return unfit;
}

/** What reads attributes by names that are not in the text, or all of them. */
const REFLECTION: ReadonlySet<string> = new Set(
  "attrgetter dir eval exec format_map getattr getstate globals inspect locals pformat pickle pp pprint setattr vars __dict__ __getattribute__ __getstate__ __reduce__ __slots__ __setstate__ Formatter Template".split(
    " ",
  ),
);

function is_plain_in(
  { members: classes, attributes }: Family,
  name: string,
  has_open_fields: boolean,
): boolean {
  const cell = attributes.get(name)?.root;
  if (cell?.value.type !== "float" || cell.leaks) return false;
  if (has_open_fields && classes.some(({ node }) => dataclass_of(node) !== null)) return false;
  return classes.every(is_plain_class);
}

/** What reads or makes all fields of dataclasses. */
const FIELDS: ReadonlySet<string> = new Set("asdict astuple fields replace __replace__".split(" "));

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
  reads: readonly AttributeRead[],
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
      for (const name of scopes.scope_of(node).bindings.keys())
        if (!is_field(node, name)) found.add(name);
  return found;
}

/** The class's own `x: float`, which its `__init__` stores. */
function is_field(node: ast.ClassDef, name: string): boolean {
  return dataclass_of(node)?.fields.some((field) => field.name === name && field.init) ?? false;
}

/** Lists in attributes that the runtime shows or copies: those of dataclasses, and all where names are looked up. */
export function spoil_seen_attributes(
  { program, mentions }: Prepared,
  { is_reflective }: ProgramUses,
  places: Places,
): void {
  const are_all_seen = is_reflective || [...REFLECTION].some((name) => mentions.has(name));
  const families = new Set([...program.classes.values()].map(({ family }) => family));
  for (const family of families) {
    const is_shown = family.members.some(
      (each) => !is_plain_class(each) || dataclass_of(each.node) !== null,
    );
    if (!are_all_seen && !is_shown) continue;
    for (const cell of family.attributes.values())
      for (const list of mentioned(cell.root.value)) places.spoil(list);
  }
}
