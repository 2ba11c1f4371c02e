// What the whole program mentions: stored attributes, names that are read.
import type * as ast from "../../../grammar/ast/index.ts";
import { tagged } from "../../../grammar/ast/tagged.ts";
import { children } from "../children.ts";

export interface Survey {
  /** Names that some statement stores as an attribute, or binds in a class body. */
  readonly stored_attributes: Set<string>;
  /** Names that some statement deletes as an attribute; `*` where only the run time knows which. */
  readonly deleted_attributes: Set<string>;
  /** Names that some statement stores as an attribute of anything but the `self` of an `__init__`. */
  readonly changed_attributes: Set<string>;
  /** How often a name is read, as a variable or as an attribute. */
  readonly mentions: Map<string, number>;
  /** Attributes that are read, also those of which a string has the name: `getattr(f, "__doc__")`. */
  readonly read_attributes: Set<string>;
  /** What only Python 3.11 and later read or have: `TryStar`, `TypeAlias`, `type_params`, `asyncio.timeout`. */
  readonly python_311: Set<string>;
}

export function survey(module: ast.Module, found: Survey): void {
  const { stored_attributes, mentions, read_attributes, python_311 } = found;
  for (const { type_params, body } of tagged(module, "ClassDef")) {
    if (type_params.length > 0) python_311.add("type_params");
    for (const statement of body) bound_in_class(statement, stored_attributes);
  }
  note_attributes(module, found);
  for (const { id, ctx } of tagged(module, "Name"))
    if (ctx === "Load") mentions.set(id, (mentions.get(id) ?? 0) + 1);
  for (const { value } of tagged(module, "Constant"))
    if (value.type === "str" && SPECIAL.test(value.value)) read_attributes.add(value.value);
  for (const call of tagged(module, "Call")) note_delattr(call, found.deleted_attributes);
  for (const tag of ["TryStar", "TypeAlias"] as const)
    if (tagged(module, tag).length > 0) python_311.add(tag);
}

const SPECIAL = /^__[a-z_]+__$/;

function note_attributes(module: ast.Module, found: Survey): void {
  const { stored_attributes, deleted_attributes, mentions, read_attributes } = found;
  const initial = new Set<ast.Node>();
  for (const node of tagged(module, "ClassDef")) note_initial(node, initial);
  for (const node of tagged(module, "Attribute")) {
    const { value, attr, ctx } = node;
    if (attr === "timeout" && value.tag === "Name" && value.id === "asyncio")
      found.python_311.add("asyncio.timeout");
    if (ctx === "Store") stored_attributes.add(attr);
    else if (ctx === "Del") deleted_attributes.add(attr);
    else {
      mentions.set(attr, (mentions.get(attr) ?? 0) + 1);
      read_attributes.add(attr);
    }
    if (ctx !== "Load" && !initial.has(node)) found.changed_attributes.add(attr);
  }
}

/** `self.x = …` in an `__init__`, not in functions inside of it. */
function note_initial({ body }: ast.ClassDef, initial: Set<ast.Node>): void {
  for (const each of body) {
    if (each.tag !== "FunctionDef" || each.name !== "__init__") continue;
    const self = (each.args.posonlyargs[0] ?? each.args.args[0])?.arg;
    if (self !== undefined)
      for (const statement of each.body) note_stores(statement, self, initial);
  }
}

function note_stores(node: ast.Node, self: string, initial: Set<ast.Node>): void {
  if (node.tag === "FunctionDef" || node.tag === "AsyncFunctionDef" || node.tag === "ClassDef")
    return;
  if (node.tag === "Attribute") {
    const { value } = node as ast.Attribute;
    if (value.tag === "Name" && value.id === self) initial.add(node);
  }
  for (const child of children(node)) note_stores(child, self, initial);
}

/** `delattr(x, "name")`. */
function note_delattr({ func, args }: ast.Call, deleted: Set<string>): void {
  const is_delattr =
    (func.tag === "Name" && func.id === "delattr") ||
    (func.tag === "Attribute" && func.attr === "__delattr__");
  if (!is_delattr) return;
  const name = args.find((each) => each.tag === "Constant" && each.value.type === "str");
  const text = name?.tag === "Constant" && name.value.type === "str" ? name.value.value : "*";
  deleted.add(text);
}

function bound_in_class(node: ast.Node, stored: Set<string>): void {
  if (node.tag === "FunctionDef" || node.tag === "AsyncFunctionDef" || node.tag === "Lambda")
    return;
  if (node.tag === "ClassDef") return void stored.add((node as ast.ClassDef).name);
  if (node.tag === "AnnAssign") {
    const { target } = node as ast.AnnAssign;
    if (target.tag === "Name") stored.add(target.id);
  }
  if (node.tag === "Name" && (node as ast.Name).ctx === "Store") stored.add((node as ast.Name).id);
  for (const child of children(node)) bound_in_class(child, stored);
}
