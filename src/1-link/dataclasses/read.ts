// What a class's `@dataclass` and fields say, where we can do all that they ask for.
import { walk } from "../../../grammar/ast/walk.ts";
import type * as ast from "../../../grammar/ast/index.ts";
import type { Dataclass, DataclassField } from "../../facts/dataclasses.ts";
import { read_bases, type Family } from "./bases.ts";
import { read_fields, Refusal } from "./fields.ts";
import type { Hoisted } from "./hoisted.ts";
import type { Read } from "./inherited.ts";
import { meaning_of, type Imported } from "./imported.ts";
import { has_method, merged } from "./init.ts";

/** `null` for other classes and for what we can't do; a refusal where Python raises. */
export function read_dataclass(
  node: ast.ClassDef,
  module: ast.Module,
  imported: Imported,
  family: Family,
  hoisted: Hoisted,
): Read | Refusal | null {
  const decorator = node.decorator_list.find((each) => meaning_of(each, imported) === "dataclass");
  if (decorator === undefined) return null;
  const options = read_options(decorator);
  if (options === null) return null;
  const fields = read_fields(node, options.get("kw_only") ?? false, imported, hoisted);
  if (fields === null || fields instanceof Refusal) return fields;
  const inherited = read_bases(node, family);
  if (inherited === undefined) return null;
  const order = options.get("order") ?? false;
  const dataclass: Dataclass = {
    fields: fields.map((field) => ({ ...field, is_read: is_read(module, node, field) })),
    eq: options.get("eq") ?? true,
    repr: options.get("repr") ?? true,
    frozen: options.get("frozen") ?? false,
    slots: options.get("slots") ?? false,
    unsafe_hash: options.get("unsafe_hash") ?? false,
    match_args: options.get("match_args") ?? true,
    order,
  };
  const own_order = ["__lt__", "__le__", "__gt__", "__ge__"].find((name) => has_method(node, name));
  if (order && own_order !== undefined)
    return new Refusal(
      "TypeError",
      `Cannot overwrite attribute ${own_order} in class ${node.name}. Consider using functools.total_ordering`,
    );
  return (
    required_behind_default(merged(inherited?.fields ?? [], fields)) ?? {
      dataclass,
      inherited,
      decorator,
      has_own_init: has_method(node, "__init__") || !(options.get("init") ?? true),
    }
  );
}

const OPTIONS = new Set(
  "init eq repr order frozen kw_only slots unsafe_hash match_args weakref_slot".split(" "),
);

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

function required_behind_default(fields: readonly DataclassField[]): Refusal | null {
  const positional = fields.filter((each) => each.init && !each.kw_only);
  const first = positional.findIndex((each) => each.default !== null);
  if (first === -1) return null;
  const required = positional.slice(first).find((each) => each.default === null);
  if (required === undefined) return null;
  const before = positional[positional.indexOf(required) - 1];
  return new Refusal(
    "TypeError",
    `non-default argument '${required.name}' follows default argument '${before?.name ?? ""}'`,
  );
}

/** `Point.x`, `cls.x`: the class attribute, which is the default. */
function is_read(module: ast.Module, node: ast.ClassDef, field: DataclassField): boolean {
  if (field.default === null || field.is_fresh) return false;
  const reads = reads_of(module);
  return reads.has(`${node.name}.${field.name}`) || reads.has(`cls.${field.name}`);
}

const known_reads = new WeakMap<ast.Module, ReadonlySet<string>>();

/** `a.b` for every attribute of a name in the module. */
function reads_of(module: ast.Module): ReadonlySet<string> {
  const known = known_reads.get(module);
  if (known !== undefined) return known;
  const found = new Set<string>();
  for (const each of walk(module)) {
    if (each.tag !== "Attribute") continue;
    const { value, attr } = each as ast.Attribute;
    if (value.tag === "Name") found.add(`${value.id}.${attr}`);
  }
  known_reads.set(module, found);
  return found;
}
