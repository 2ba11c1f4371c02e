// What a class's `@dataclass` and fields say, where we can do all that they ask for.
import { walk } from "../../../grammar/ast/walk.ts";
import type * as ast from "../../../grammar/ast/index.ts";
import type { Dataclass, DataclassField } from "../../facts/dataclasses.ts";
import { read_fields } from "./fields.ts";
import type { Inherited } from "./inherited.ts";
import { dotted, meaning_of, type Imported } from "./imported.ts";
import { has_method, merged } from "./init.ts";

export interface Read {
  readonly dataclass: Dataclass;
  readonly inherited: Inherited | null;
  readonly decorator: ast.Expression;
  readonly has_own_init: boolean;
}

/** The dataclasses above, by name. */
export type Family = Map<string, Read & { readonly node: ast.ClassDef }>;

/** `null` for other classes and for what we can't do. */
export function read_dataclass(
  node: ast.ClassDef,
  module: ast.Module,
  imported: Imported,
  family: Family,
): Read | null {
  const decorator = node.decorator_list.find((each) => meaning_of(each, imported) === "dataclass");
  if (decorator === undefined || node.decorator_list.length > 1 || node.keywords.length > 0)
    return null;
  const options = read_options(decorator);
  const fields = read_fields(node, options?.get("kw_only") ?? false, imported);
  const inherited = read_bases(node, module, family);
  if (options === null || fields === null || inherited === undefined) return null;
  const order = options.get("order") ?? false;
  const dataclass: Dataclass = {
    fields,
    eq: options.get("eq") ?? true,
    repr: options.get("repr") ?? true,
    frozen: options.get("frozen") ?? false,
    order,
  };
  const all = merged(inherited?.fields ?? [], fields);
  if (has_required_behind_default(all) || reads_default(module, node, all)) return null;
  if (order && ["__lt__", "__le__", "__gt__", "__ge__"].some((name) => has_method(node, name)))
    return null;
  return { dataclass, inherited, decorator, has_own_init: has_method(node, "__init__") };
}

const OPTIONS = new Set(["eq", "repr", "order", "frozen", "kw_only", "slots"]);

function read_options(decorator: ast.Expression): ReadonlyMap<string, boolean> | null {
  const found = new Map<string, boolean>();
  if (decorator.tag !== "Call") return found;
  if (decorator.args.length > 0) return null;
  for (const { arg, value } of decorator.keywords) {
    if (arg === null || !OPTIONS.has(arg)) return null;
    if (value.tag !== "Constant" || value.value.type !== "bool") return null;
    found.set(arg, value.value.value);
  }
  return found;
}

const MARKERS = new Set(["object", "ABC", "Generic", "Protocol", "typing.Generic", "abc.ABC"]);

/** `null`: no base that matters; `undefined`: one that we can't see through. */
function read_bases(
  node: ast.ClassDef,
  module: ast.Module,
  family: Family,
): Inherited | null | undefined {
  const bases = bases_that_count(node);
  const [name] = bases;
  if (name === undefined) return null;
  if (name === null || bases.length > 1) return undefined;
  const base = family.get(name);
  if (base !== undefined) {
    const fields = merged(base.inherited?.fields ?? [], base.dataclass.fields);
    // A default of the base is evaluated once more for the derived class: constants only.
    if (fields.some((field) => field.default !== null && field.default.tag !== "Constant"))
      return undefined;
    const { inherited } = base;
    return {
      fields,
      has_post_init: has_method(base.node, "__post_init__") || (inherited?.has_post_init ?? false),
      has_generated_init: !base.has_own_init,
    };
  }
  const plain = module.body.find((each) => each.tag === "ClassDef" && each.name === name);
  if (plain?.tag !== "ClassDef") return undefined;
  const is_plain = bases_that_count(plain).length === 0 && plain.decorator_list.length === 0;
  return is_plain && !has_method(plain, "__post_init__") ? null : undefined;
}

/** `null` for one that is no dotted name. */
function bases_that_count(node: ast.ClassDef): readonly (string | null)[] {
  return node.bases
    .map((base) => dotted(base.tag === "Subscript" ? base.value : base))
    .filter((name) => name === null || !MARKERS.has(name));
}

/** Python's TypeError when the class is made. */
function has_required_behind_default(fields: readonly DataclassField[]): boolean {
  const positional = fields.filter((each) => each.init && !each.kw_only);
  const first = positional.findIndex((each) => each.default !== null);
  return first !== -1 && positional.slice(first).some((each) => each.default === null);
}

/** `Point.x`, where the class attribute is the default: it is not emitted as such. */
function reads_default(
  module: ast.Module,
  node: ast.ClassDef,
  fields: readonly DataclassField[],
): boolean {
  const names = new Set(fields.flatMap((each) => (each.default === null ? [] : [each.name])));
  if (names.size === 0) return false;
  for (const each of walk(module)) {
    if (each.tag !== "Attribute") continue;
    const { value, attr } = each as ast.Attribute;
    if (!names.has(attr) || value.tag !== "Name") continue;
    if (value.id === node.name || value.id === "cls") return true;
  }
  return false;
}
