// Arguments and results: where they go is known as long as every call of a function stands in the text.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Binding } from "../../facts/scopes.ts";
import type { FunctionRecord, ModuleRecord } from "../program/records.ts";
import { method_of } from "../types/class-members.ts";
import type { Program } from "../program/program.ts";
import type { Place, Places } from "./places.ts";
import { builtin_callee, cell_of } from "./place-of.ts";

/** An expression whose value goes into the place. */
export interface Sink {
  readonly value: ast.Expression;
  readonly place: Place;
}

/** What a call hands over, to the functions of the program or into a list. */
export function sinks_of_call(
  node: ast.Call,
  module: ModuleRecord,
  program: Program,
  places: Places,
): readonly Sink[] {
  const record = module.calls.get(node);
  if (record === undefined) return [];
  const into = list_argument(node, module);
  if (into !== null) return [into];
  const found: Sink[] = [];
  for (const callee of record.functions.keys()) {
    const shift = is_unbound(node, callee, module) ? 0 : receiver_count(callee);
    pass(node, callee, shift, places, found);
  }
  for (const other of record.others.values()) {
    if (other.kind !== "class") continue;
    const init = method_of(program.class(other.node), "__init__");
    if (init !== null) pass(node, init, 1, places, found);
  }
  const is_open = record.is_unknown || record.runtime.size > 0 || is_mixed(record.others);
  if (is_open) for (const { place } of found) places.spoil(place);
  agree(found, places);
  return found;
}

/** A function of which some parameter, or the result, may be a plain number. */
export function is_in_sight({
  is_open,
  is_value,
  is_wrapped,
  is_called_unseen,
  node,
  kind,
}: FunctionRecord): boolean {
  if (is_open || is_value || is_wrapped || is_called_unseen) return false;
  return node.tag === "FunctionDef" && (kind === "plain" || kind === "generator");
}

function list_argument(node: ast.Call, module: ModuleRecord): Sink | null {
  const name = builtin_callee(node, module);
  const [first, second] = node.args;
  if (node.func.tag !== "Attribute") return null;
  const cell = cell_of(module.types.get(node.func.value));
  const value = name === "list.append" ? first : name === "list.insert" ? second : undefined;
  return cell === null || value === undefined || value.tag === "Starred"
    ? null
    : { value, place: cell };
}

/** `Class.method(object, x)`. */
function is_unbound({ func }: ast.Call, callee: FunctionRecord, module: ModuleRecord): boolean {
  if (func.tag !== "Attribute" || callee.method_kind !== "method") return false;
  return module.types.get(func.value)?.type === "class";
}

function receiver_count({ owner, method_kind }: FunctionRecord): number {
  return owner !== null && (method_kind === "method" || method_kind === "class") ? 1 : 0;
}

function pass(
  node: ast.Call,
  callee: FunctionRecord,
  shift: number,
  places: Places,
  found: Sink[],
): void {
  const { args } = callee.node;
  const positional = [...args.posonlyargs, ...args.args];
  const named = [...args.args, ...args.kwonlyargs];
  const binding = (arg: ast.Arg): Binding => callee.module.scopes.defined_by(arg);
  const is_spread =
    node.args.some(({ tag }) => tag === "Starred") || node.keywords.some(({ arg }) => arg === null);
  if (is_spread) for (const arg of [...positional, ...named]) places.spoil(binding(arg));
  node.args.forEach((value, index) => {
    const arg = positional[index + shift];
    if (arg !== undefined && value.tag !== "Starred") found.push({ value, place: binding(arg) });
  });
  for (const { arg: name, value } of node.keywords) {
    const arg = named.find((each) => each.arg === name);
    if (arg !== undefined) found.push({ value, place: binding(arg) });
  }
}

function is_mixed(others: ReadonlyMap<string, { readonly kind: string }>): boolean {
  return [...others.values()].some(({ kind }) => kind !== "class");
}

/** One argument of a call that may reach several functions has one form for all. */
function agree(found: readonly Sink[], places: Places): void {
  const first = new Map<ast.Expression, Place>();
  for (const { value, place } of found) {
    const known = first.get(value);
    if (known === undefined) first.set(value, place);
    else places.same(known, place);
  }
}
