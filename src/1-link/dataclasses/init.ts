// The `__init__` that `@dataclass` writes.
import type * as ast from "../../../grammar/ast/index.ts";
import {
  note_generated_init,
  type Dataclass,
  type DataclassField,
} from "../../facts/dataclasses.ts";
import type { Inherited } from "./inherited.ts";

/** `null` where the class would only repeat its base's. */
export function init_of(
  node: ast.ClassDef,
  dataclass: Dataclass,
  inherited: Inherited | null,
): ast.FunctionDef | null {
  const own = dataclass.fields;
  const base = inherited?.fields ?? [];
  const has_own_end = has_method(node, "__post_init__");
  const after = has_own_end || (inherited?.has_post_init ?? false);
  const passes_on = inherited !== null && !after && inherited.has_generated_init;
  if (own.length === 0 && (passes_on || (base.length === 0 && !after))) return null;
  const at = position(node);
  const make = maker(at);
  const all = merged(base, own);
  const given = all.filter((field) => field.init || field.is_init_var);
  const positional = given.filter((field) => !field.kw_only);
  const keyword = given.filter((field) => field.kw_only);
  const init_vars = all.filter((field) => field.is_init_var);
  const own_names = new Set(own.map(({ name }) => name));
  const base_names = new Set(base.map(({ name }) => name));
  const body: ast.Statement[] = [];
  if (passes_on) body.push(make.super_init(given.filter(({ name }) => base_names.has(name))));
  for (const field of all) {
    if (field.is_init_var) continue;
    if (passes_on && (!own_names.has(field.name) || (base_names.has(field.name) && field.init)))
      continue;
    if (field.init) body.push(make.store(field.name, make.name(field.name)));
    else if (field.default !== null) body.push(make.store(field.name, field.default));
  }
  if (after) {
    const given_on = init_vars.map((field) => make.name(field.name));
    body.push(make.call_method("__post_init__", given_on));
  }
  if (body.length === 0) body.push({ tag: "Pass", ...at });
  const init: ast.FunctionDef = {
    tag: "FunctionDef",
    ...at,
    name: "__init__",
    args: {
      tag: "arguments",
      ...at,
      posonlyargs: [],
      args: [
        make.arg("self", null),
        ...positional.map((each) => make.arg(each.name, each.annotation)),
      ],
      vararg: null,
      kwonlyargs: keyword.map((each) => make.arg(each.name, each.annotation)),
      kw_defaults: keyword.map((each) => each.default),
      kwarg: null,
      defaults: positional.flatMap((each) => (each.default === null ? [] : [each.default])),
    },
    body,
    decorator_list: [],
    returns: null,
    type_params: [],
  };
  const stores = all.filter((each) => !each.is_init_var && (each.init || each.is_fresh));
  note_generated_init(init, LINES_ABOVE + stores.length + 1);
  return init;
}

/** CPython's text begins with a function around, and with the head. */
const LINES_ABOVE = 2;

/** A field that is declared again keeps its place. */
export function merged(
  base: readonly DataclassField[],
  own: readonly DataclassField[],
): readonly DataclassField[] {
  const found = new Map(base.map((field) => [field.name, field]));
  for (const field of own) found.set(field.name, field);
  return [...found.values()];
}

export function has_method(node: ast.ClassDef, name: string): boolean {
  return node.body.some((each) => each.tag === "FunctionDef" && each.name === name);
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Behind the fields. */
function position(node: ast.ClassDef): Place {
  const last = node.body.findLast((each) => each.tag === "AnnAssign");
  return last === undefined
    ? { start: node.start, end: node.start }
    : { start: last.start, end: last.end };
}

function maker(at: Place) {
  const name = (id: string): ast.Name => ({ tag: "Name", ...at, id, ctx: "Load" });
  const attribute = (
    value: ast.Expression,
    attr: string,
    ctx: "Load" | "Store",
  ): ast.Attribute => ({
    tag: "Attribute",
    ...at,
    value,
    attr,
    ctx,
  });
  const call = (
    func: ast.Expression,
    args: readonly ast.Expression[] = [],
    keywords: readonly ast.Keyword[] = [],
  ): ast.Call => ({ tag: "Call", ...at, func, args, keywords });
  const statement = (value: ast.Expression): ast.Statement => ({ tag: "Expr", ...at, value });
  return {
    name,
    arg: (arg: string, annotation: ast.Expression | null): ast.Arg => ({
      tag: "arg",
      ...at,
      arg,
      annotation,
    }),
    store: (attr: string, value: ast.Expression): ast.Statement => ({
      tag: "Assign",
      ...at,
      targets: [attribute(name("self"), attr, "Store")],
      value,
    }),
    call_method: (method: string, args: readonly ast.Expression[]) =>
      statement(call(attribute(name("self"), method, "Load"), args)),
    super_init: (fields: readonly DataclassField[]) =>
      statement(
        call(
          attribute(call(name("super")), "__init__", "Load"),
          fields.filter((each) => !each.kw_only).map((each) => name(each.name)),
          fields
            .filter((each) => each.kw_only)
            .map((each) => ({ tag: "keyword", ...at, arg: each.name, value: name(each.name) })),
        ),
      ),
  };
}
