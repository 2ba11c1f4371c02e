// static { dataclass(this, ["x", "y"], { order: true }) }: repr, equality and order of a dataclass.
import type * as ast from "../../../grammar/ast/index.ts";
import { dataclass_of, type DataclassField } from "../../facts/dataclasses.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { StatementEmit } from "./statement-emit.ts";

export function dataclass_block(
  node: ast.ClassDef,
  emit: StatementEmit,
): readonly target.Member_[] {
  const dataclass = dataclass_of(node);
  if (dataclass === null) return [];
  const { fields } = dataclass;
  const options = [
    ...flag("eq", dataclass.eq, true),
    ...flag("frozen", dataclass.frozen, false),
    ...flag("order", dataclass.order, false),
    ...flag("repr", dataclass.repr, true),
    ...flag("slots", dataclass.slots, false),
    ...flag("unsafe_hash", dataclass.unsafe_hash, false),
    ...flag("match_args", dataclass.match_args, true),
    ...names("hidden", fields, (field) => !field.repr),
    ...names("incomparable", fields, (field) => !field.compare),
    ...names("kw_only", fields, (field) => field.kw_only),
    ...names("without_init", fields, (field) => !field.init),
    ...names("init_vars", fields, (field) => field.is_init_var),
    ...names("hashed", fields, (field) => field.hash === true && !field.compare),
    ...names("unhashed", fields, (field) => field.hash === false && field.compare),
    ...names("floats", fields, (field) => emit.facts.floats.is_plain_attribute(field.name)),
    ...metadata(fields, emit),
    ...(emit.facts.effects.sees_annotations ? made_by(fields, emit) : []),
  ];
  const call = build.call(emit.runtime("dataclasses", "dataclass"), [
    build.this_(),
    build.array(fields.map((field) => build.string(field.name))),
    ...(options.length > 0 ? [build.object(options)] : []),
  ]);
  const block = build.static_block(build.block([build.statement(call)]));
  return [build.attach(block, { blank_before: true })];
}

/** `metadata: { x: dict({ help: "…" }) }` */
function metadata(
  fields: readonly DataclassField[],
  emit: StatementEmit,
): readonly target.Property[] {
  const known = fields.flatMap((field) =>
    field.metadata === null ? [] : [build.property(field.name, emit.expression(field.metadata))],
  );
  return known.length === 0 ? [] : [build.property("metadata", build.object(known))];
}

/** `defaults: { x: () => 1 }, factories: { xs: () => list }` */
function made_by(
  fields: readonly DataclassField[],
  emit: StatementEmit,
): readonly target.Property[] {
  const defaults: target.Property[] = [];
  const factories: target.Property[] = [];
  for (const { name, default: made, is_fresh } of fields) {
    if (made === null) continue;
    if (!is_fresh) defaults.push(build.property(name, build.arrow([], emit.expression(made))));
    else factories.push(build.property(name, build.arrow([], factory(made, emit))));
  }
  return [
    build.property("defaults", build.object(defaults)),
    ...(factories.length === 0 ? [] : [build.property("factories", build.object(factories))]),
  ];
}

/** `default_factory=list` has become `[]`, `default_factory=Stock` has become `Stock()`. */
function factory(made: ast.Expression, emit: StatementEmit): target.Expression {
  if (made.tag === "List" && made.elts.length === 0) return emit.builtin("list");
  if (made.tag === "Dict" && made.keys.length === 0) return emit.builtin("dict");
  if (made.tag === "Call" && made.args.length === 0 && made.keywords.length === 0)
    return emit.expression(made.func);
  return build.arrow([], emit.expression(made));
}

function flag(name: string, value: boolean, otherwise: boolean): readonly target.Property[] {
  return value === otherwise ? [] : [build.property(name, build.boolean(value))];
}

function names(
  name: string,
  fields: readonly DataclassField[],
  holds: (field: DataclassField) => boolean,
): readonly target.Property[] {
  const found = fields.filter(holds).map((field) => build.string(field.name));
  return found.length === 0 ? [] : [build.property(name, build.array(found))];
}
