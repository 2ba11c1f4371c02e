// The fields of a dataclass: annotated names, with a default or a call of field().
import { walk } from "../../../grammar/ast/walk.ts";
import type * as ast from "../../../grammar/ast/index.ts";
import type { DataclassField } from "../../facts/dataclasses.ts";
import { dotted, meaning_of, type Imported } from "./imported.ts";

/** `null` where one of them asks for what we can't do. */
export function read_fields(
  node: ast.ClassDef,
  all_kw_only: boolean,
  imported: Imported,
): readonly DataclassField[] | null {
  const fields: DataclassField[] = [];
  let kw_only = all_kw_only;
  for (const statement of node.body) {
    if (statement.tag !== "AnnAssign" || statement.target.tag !== "Name") continue;
    const { annotation, value, target } = statement;
    const text = annotation_name(annotation);
    if (text === null) return null;
    if (/(?:^|\.)ClassVar$/.test(text)) continue;
    const meaning = imported.get(text) ?? text;
    if (/(?:^|\.)InitVar$/.test(meaning)) return null;
    if (/(?:^|\.)KW_ONLY$/.test(meaning)) {
      kw_only = true;
      continue;
    }
    const field = read_field({ name: target.id, annotation, kw_only }, value, imported);
    if (field === null || field.name === "self") return null;
    fields.push(field);
  }
  const names = new Set([
    ...fields.map(({ name }) => name),
    ...node.body.flatMap((each) =>
      "name" in each && typeof each.name === "string" ? [each.name] : [],
    ),
  ]);
  return fields.some((field) => is_hidden(field, names)) ? null : fields;
}

type Head = Pick<DataclassField, "name" | "annotation" | "kw_only">;

function read_field(
  head: Head,
  value: ast.Expression | null,
  imported: Imported,
): DataclassField | null {
  const plain = { ...head, is_fresh: false, init: true, repr: true, compare: true };
  if (value === null) return { ...plain, default: null };
  if (value.tag === "Call" && meaning_of(value, imported) === "field")
    return read_call(plain, value);
  return is_mutable(value) ? null : { ...plain, default: value };
}

/** Python refuses these as defaults. */
function is_mutable(value: ast.Expression): boolean {
  return /^(?:List|Dict|Set|ListComp|DictComp|SetComp)$/.test(value.tag);
}

function read_call(plain: Omit<DataclassField, "default">, call: ast.Call): DataclassField | null {
  if (call.args.length > 0) return null;
  let field: DataclassField = { ...plain, default: null };
  for (const { arg, value } of call.keywords) {
    if (arg === "default") {
      if (is_mutable(value)) return null;
      field = { ...field, default: value };
    } else if (arg === "default_factory") {
      const made = fresh_value(value);
      if (made === null) return null;
      field = { ...field, default: made, is_fresh: true };
    } else if (arg === "init" || arg === "repr" || arg === "compare" || arg === "kw_only") {
      if (value.tag !== "Constant" || value.value.type !== "bool") return null;
      field = { ...field, [arg]: value.value.value };
    } else return null;
  }
  // One that only the class gives its value is evaluated for each instance.
  const is_once = !field.is_fresh && field.default !== null && field.default.tag !== "Constant";
  return !field.init && is_once ? null : field;
}

/** What one call of the factory evaluates. */
function fresh_value(factory: ast.Expression): ast.Expression | null {
  if (factory.tag === "Lambda") {
    const { args } = factory;
    const count = args.posonlyargs.length + args.args.length + args.kwonlyargs.length;
    return count > 0 || args.vararg !== null || args.kwarg !== null ? null : factory.body;
  }
  const { start, end } = factory;
  const place = { start, end };
  if (factory.tag === "Name" && factory.id === "list")
    return { tag: "List", ...place, elts: [], ctx: "Load" };
  if (factory.tag === "Name" && factory.id === "dict")
    return { tag: "Dict", ...place, keys: [], values: [] };
  if (dotted(factory) === null) return null;
  return { tag: "Call", ...place, func: factory, args: [], keywords: [] };
}

/** Among the parameters, or in the class's body, the names of the default would mean something else. */
function is_hidden(field: DataclassField, names: ReadonlySet<string>): boolean {
  if (field.default === null) return false;
  for (const each of walk(field.default))
    if (each.tag === "Name" && names.has((each as ast.Name).id)) return true;
  return false;
}

/** `ClassVar` of `ClassVar[int]`, also within quotes; "" for what is no name. */
function annotation_name(node: ast.Expression): string | null {
  if (node.tag === "Subscript") return annotation_name(node.value);
  if (node.tag === "Constant") {
    if (node.value.type !== "str") return "";
    const text = node.value.value;
    return typeof text === "string" ? (/^[\w.]*/.exec(text.trim())?.[0] ?? "") : null;
  }
  return dotted(node) ?? "";
}
