// The classes above a dataclass: those that give it fields, and those that give nothing to its `__init__`.
import type * as ast from "../../../grammar/ast/index.ts";
import type { DataclassField } from "../../facts/dataclasses.ts";
import { mentions } from "./fields.ts";
import { dotted } from "./imported.ts";
import { has_method, merged } from "./init.ts";
import type { Inherited, Read } from "./inherited.ts";

/** A class of the program: a dataclass that has been read, or another one. */
export interface Relative {
  readonly node: ast.ClassDef;
  readonly read: Read | null;
  readonly is_of_module: boolean;
}

/** Classes by the names that a module has for them. */
export interface Family {
  find(name: string): Relative | null;
}

/** `null`: no base that matters; `undefined`: one that we can't see through. */
export function read_bases(node: ast.ClassDef, family: Family): Inherited | null | undefined {
  const found: Inherited[] = [];
  for (const name of bases_that_count(node)) {
    if (name === null) return undefined;
    const base = family.find(name);
    if (base === null) return undefined;
    const inherited = base.read === null ? of_plain_class(base.node, family) : of_dataclass(base);
    if (inherited === undefined) return undefined;
    if (inherited !== null) found.push(inherited);
  }
  return found.length > 1 ? undefined : (found[0] ?? null);
}

function of_dataclass({ node, read, is_of_module }: Relative): Inherited | undefined {
  if (read === null) return undefined;
  const { inherited } = read;
  const fields = merged(inherited?.fields ?? [], read.dataclass.fields);
  if (!fields.every((field) => is_again(field, node, is_of_module))) return undefined;
  return {
    fields,
    has_post_init: has_method(node, "__post_init__") || (inherited?.has_post_init ?? false),
    has_generated_init: !read.has_own_init,
  };
}

/** A default of the base is evaluated once more for the derived class: it must be the same there. */
function is_again(field: DataclassField, base: ast.ClassDef, is_of_module: boolean): boolean {
  const value = field.default;
  if (value === null || value.tag === "Constant") return true;
  if (field.is_fresh) {
    if (value.tag === "List" || value.tag === "Dict") return is_empty(value) || is_of_module;
    return is_of_module && !mentions(value, bound_in(base));
  }
  return is_of_module && is_stable(value) && !mentions(value, bound_in(base));
}

function is_empty(value: ast.List | ast.Dict): boolean {
  return value.tag === "List" ? value.elts.length === 0 : value.values.length === 0;
}

function is_stable(value: ast.Expression): boolean {
  if (value.tag === "Tuple") return value.elts.every(is_stable);
  if (value.tag === "UnaryOp") return is_stable(value.operand);
  return value.tag === "Constant" || dotted(value) !== null;
}

function bound_in(node: ast.ClassDef): ReadonlySet<string> {
  return new Set(
    node.body.flatMap((each) => {
      if ("name" in each && typeof each.name === "string") return [each.name];
      if (each.tag === "AnnAssign" && each.target.tag === "Name") return [each.target.id];
      return each.tag === "Assign"
        ? each.targets.flatMap((to) => (to.tag === "Name" ? [to.id] : []))
        : [];
    }),
  );
}

/** A class without `__init__` and `__post_init__`, all the way up. */
function of_plain_class(node: ast.ClassDef, family: Family): null | undefined {
  if (has_method(node, "__post_init__") || has_method(node, "__new__")) return undefined;
  for (const name of bases_that_count(node)) {
    const base = name === null ? null : family.find(name);
    if (base === null || base.read !== null) return undefined;
    if (of_plain_class(base.node, family) === undefined) return undefined;
  }
  return null;
}

const MARKERS = new Set(
  "object ABC Generic Protocol typing.Generic typing.Protocol abc.ABC t.Generic".split(" "),
);

/** `null` for one that is no dotted name. */
function bases_that_count(node: ast.ClassDef): readonly (string | null)[] {
  return node.bases
    .map((base) => dotted(base.tag === "Subscript" ? base.value : base))
    .filter((name) => name === null || !MARKERS.has(name));
}
