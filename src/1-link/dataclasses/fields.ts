// The fields of a dataclass: annotated names, with a default or a call of field().
import { walk } from "../../../grammar/ast/walk.ts";
import type * as ast from "../../../grammar/ast/index.ts";
import type { DataclassField } from "../../facts/dataclasses.ts";
import type { Hoisted } from "./hoisted.ts";
import { dotted, meaning_of, type Imported } from "./imported.ts";

/** What Python says when it makes the class. */
export class Refusal {
  readonly error: "TypeError" | "ValueError";
  readonly message: string;
  constructor(error: "TypeError" | "ValueError", message: string) {
    this.error = error;
    this.message = message;
  }
}

/** `null` where one of them asks for what we can't do. */
export function read_fields(
  node: ast.ClassDef,
  all_kw_only: boolean,
  imported: Imported,
  hoisted: Hoisted,
): readonly DataclassField[] | Refusal | null {
  const fields: DataclassField[] = [];
  let kw_only = all_kw_only;
  for (const statement of node.body) {
    if (statement.tag !== "AnnAssign" || statement.target.tag !== "Name") continue;
    const { annotation, value, target } = statement;
    const text = annotation_name(annotation);
    if (text === null) return null;
    if (/(?:^|\.)ClassVar$/.test(text)) continue;
    const meaning = imported.get(text) ?? text;
    if (/(?:^|\.)KW_ONLY$/.test(meaning)) {
      kw_only = true;
      continue;
    }
    const is_init_var = /(?:^|\.)InitVar$/.test(meaning);
    const shown = is_init_var && annotation.tag === "Subscript" ? annotation.slice : annotation;
    const head: Head = { name: target.id, annotation: shown, kw_only, is_init_var };
    const field = read_field(head, value, imported, hoisted);
    if (field === null || field instanceof Refusal) return field;
    if (field.name === "self") return null;
    fields.push(field);
  }
  const names = new Set([
    ...fields.map(({ name }) => name),
    ...node.body.flatMap((each) =>
      "name" in each && typeof each.name === "string" ? [each.name] : [],
    ),
  ]);
  return fields.map((field) => hoist_default(field, names, hoisted));
}

type Head = Pick<DataclassField, "name" | "annotation" | "kw_only" | "is_init_var">;

function read_field(
  head: Head,
  value: ast.Expression | null,
  imported: Imported,
  hoisted: Hoisted,
): DataclassField | Refusal | null {
  const plain: Omit<DataclassField, "default"> = {
    ...head,
    is_fresh: false,
    init: true,
    repr: true,
    compare: true,
    hash: null,
    metadata: null,
    is_read: false,
  };
  if (value === null) return { ...plain, default: null };
  if (value.tag === "Call" && meaning_of(value, imported) === "field")
    return read_call(plain, value, hoisted);
  return mutable_default(head.name, value) ?? { ...plain, default: value };
}

const MUTABLE: Readonly<Record<string, string>> = {
  List: "list",
  ListComp: "list",
  Dict: "dict",
  DictComp: "dict",
  Set: "set",
  SetComp: "set",
};

function mutable_default(name: string, value: ast.Expression): Refusal | null {
  const is_call = value.tag === "Call" && value.func.tag === "Name";
  const made = is_call && /^(?:list|dict|set)$/.test(value.func.id) ? value.func.id : null;
  const type = MUTABLE[value.tag] ?? made;
  if (type == null) return null;
  return new Refusal(
    "ValueError",
    `mutable default <class '${type}'> for field ${name} is not allowed: use default_factory`,
  );
}

function read_call(
  plain: Omit<DataclassField, "default">,
  call: ast.Call,
  hoisted: Hoisted,
): DataclassField | Refusal | null {
  if (call.args.length > 0) return null;
  let field: DataclassField = { ...plain, default: null };
  for (const { arg, value } of call.keywords) {
    if (arg === "default") {
      const refused = mutable_default(field.name, value);
      if (refused !== null) return refused;
      field = { ...field, default: value };
    } else if (arg === "default_factory") {
      field = { ...field, default: fresh_value(field.name, value, hoisted), is_fresh: true };
    } else if (arg === "metadata") {
      field = { ...field, metadata: value };
    } else if (arg === "hash") {
      if (value.tag !== "Constant" || /bool|None/.exec(value.value.type) === null) return null;
      field = { ...field, hash: value.value.type === "bool" ? value.value.value : null };
    } else if (arg === "init" || arg === "repr" || arg === "compare" || arg === "kw_only") {
      if (value.tag !== "Constant" || value.value.type !== "bool") return null;
      field = { ...field, [arg]: value.value.value };
    } else if (arg !== "doc") return null;
  }
  return field;
}

/** What one call of the factory evaluates. */
function fresh_value(name: string, factory: ast.Expression, hoisted: Hoisted): ast.Expression {
  if (factory.tag === "Lambda") {
    const { args } = factory;
    const count = args.posonlyargs.length + args.args.length + args.kwonlyargs.length;
    if (count === 0 && args.vararg === null && args.kwarg === null) return factory.body;
  }
  const { start, end } = factory;
  const place = { start, end };
  if (factory.tag === "Name" && factory.id === "list")
    return { tag: "List", ...place, elts: [], ctx: "Load" };
  if (factory.tag === "Name" && factory.id === "dict")
    return { tag: "Dict", ...place, keys: [], values: [] };
  const func = dotted(factory) === null ? hoisted.value(name, factory) : factory;
  return { tag: "Call", ...place, func, args: [], keywords: [] };
}

/**
 * Among the parameters, or in the class's body, the names of the default would mean something else; and what only
 * the class gives its value would be evaluated for each instance.
 */
function hoist_default(
  field: DataclassField,
  names: ReadonlySet<string>,
  hoisted: Hoisted,
): DataclassField {
  if (field.default === null) return field;
  const is_once = !field.init && !field.is_fresh && field.default.tag !== "Constant";
  if (!is_once && !mentions(field.default, names)) return field;
  return {
    ...field,
    default: field.is_fresh
      ? hoisted.fresh(field.name, field.default)
      : hoisted.value(field.name, field.default),
  };
}

export function mentions(node: ast.Expression, names: ReadonlySet<string>): boolean {
  for (const each of walk(node))
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
