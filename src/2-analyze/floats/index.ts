// Which places hold their floats as plain numbers: what is calculated with, and seldom shown.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Floats } from "../../facts/floats.ts";
import type { Binding } from "../../facts/scopes.ts";
import type { Prepared } from "../program/prepare.ts";
import { FunctionRecord, type ModuleRecord } from "../program/records.ts";
import { Cell } from "../types/cell.ts";
import { is_arithmetic, is_float } from "./arithmetic.ts";
import { spoil_seen_attributes, unfit_attributes } from "./attributes.ts";
import { is_in_sight } from "./calls.ts";
import { places_of } from "./place-of.ts";
import { Places } from "./places.ts";
import { find_uses, type ProgramUses } from "./uses.ts";

/**
 * A float that is integral is an object elsewhere, so that it prints as `2.0`. Where all that is stored is a float, and
 * nobody reads it but by its name in the text, the place can hold the number alone: it is boxed where it is read for
 * other ends than arithmetic.
 */
export function find_floats(prepared: Prepared): (module: ModuleRecord) => Floats {
  const places = new Places();
  const uses = find_uses(prepared, places);
  const unfit = unfit_attributes(prepared, uses);
  const is_all_seen = SEE_ALL.some((name) => prepared.mentions.has(name));
  for (const place of places.keys()) {
    if (is_all_seen) places.spoil(place);
    if (place instanceof Cell) continue;
    const is_fit =
      typeof place === "string"
        ? !unfit.has(place)
        : place instanceof FunctionRecord
          ? is_fit_result(place)
          : is_fit_binding(place, prepared, uses);
    if (!is_fit) places.spoil(place);
  }
  spoil_seen_attributes(prepared, uses, places);
  const sunk = new Set<ast.Expression>();
  for (const { value, place } of uses.sinks) if (places.is_plain(place)) sunk.add(value);
  const shown = new Set<ast.Expression>();
  for (const [node, cells] of uses.shown)
    if (cells.some((cell) => places.is_plain(cell.root))) shown.add(node);
  return (module) => {
    const is_plain = (node: ast.Expression): boolean => {
      const [first] = places_of(node, module);
      return first !== undefined && places.is_plain(first);
    };
    return {
      is_plain,
      is_plain_attribute: (name) => places.is_plain(name),
      is_arithmetic: (node) => is_arithmetic(node, module, is_plain),
      is_sunk: (node) => sunk.has(node) && is_float(node, module),
      is_shown: (node) => shown.has(node),
    };
  };
}

/** What shows variables that the text does not name. */
const SEE_ALL = ["locals", "vars", "globals", "eval", "exec", "_getframe", "currentframe"];

function is_fit_result(record: FunctionRecord): boolean {
  const { value, leaks } = record.returns.root;
  return record.kind === "plain" && is_in_sight(record) && value.type === "float" && !leaks;
}

function is_fit_binding(
  binding: Binding,
  { program, modules }: Prepared,
  { stores }: ProgramUses,
): boolean {
  const { kind, node } = binding.scope;
  if (kind === "module" && modules.size > 1) return false;
  if (kind !== "function" && kind !== "module" && kind !== "comprehension") return false;
  if (binding.is_parameter) {
    const record = program.functions.get(node as ast.FunctionDef);
    if (record === undefined || !is_in_sight(record)) return false;
  }
  if (binding.may_be_unbound || binding.is_deleted || binding.imported !== null) return false;
  if (stores.get(binding) !== binding.definitions.length) return false;
  const { value, leaks } = program.binding(binding).root;
  return value.type === "float" && !leaks;
}
