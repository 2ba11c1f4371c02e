// unique, verify: what an enumeration is checked for.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { ValueError } from "../../builtins/exceptions/index.ts";
import { repr } from "../../builtins/representation.ts";
import { class_name } from "../../builtins/type-name.ts";
import { bit_length, single_bits } from "./bits.ts";
import { is_flag_class } from "./kinds.ts";
import { inherited_table, Table } from "./table.ts";

/** `@unique`: ValueError when two names share a value. */
export function unique<C extends Function>(enumeration: C): C {
  const found = aliases(enumeration);
  if (found.length > 0) {
    const text = found.map(([name, member]) => `${name} -> ${member._name_}`).join(", ");
    throw new ValueError(`duplicate values found in ${repr(enumeration)}: ${text}`);
  }
  return enumeration;
}

export type Check = "no two names share a value" | "no gaps" | "no unnamed bits" | (string & {});

/** Runs the checks, by the values of `EnumCheck`. ValueError for the first that fails. */
export function check(enumeration: Function, checks: readonly string[]): void {
  for (const each of checks) {
    if (each === "one name per value") no_aliases(enumeration);
    else if (each === "no skipped integer values") no_gaps(enumeration);
    else no_unnamed_bits(enumeration);
  }
}

function aliases(cls: Function): [string, Dynamic][] {
  return [...table(cls).members].filter(([name, member]) => member._name_ !== name);
}

function table(cls: Function): Table {
  return inherited_table(cls) ?? new Table();
}

function no_aliases(cls: Function): void {
  const found = aliases(cls);
  if (found.length === 0) return;
  const text = found.map(([name, member]) => `${name} -> ${member._name_}`).join(", ");
  throw new ValueError(`aliases found in ${repr(cls)}: ${text}`);
}

function no_gaps(cls: Function): void {
  const values = new Set(
    table(cls)
      .canonical()
      .map((member): number => member._value_),
  );
  if (values.size < 2) return;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const missing: number[] = [];
  if (is_flag_class(cls)) {
    for (let at = bit_length(low); at < bit_length(high) - 1; at++)
      if (!values.has(2 ** at)) missing.push(2 ** at);
  } else {
    for (let at = low + 1; at < high; at++) if (!values.has(at)) missing.push(at);
  }
  if (missing.length === 0) return;
  const kind = is_flag_class(cls) ? "flag" : "enum";
  const text = `invalid ${kind} '${class_name(cls)}': missing values ${missing.join(", ")}`;
  throw new ValueError(text.slice(0, 256));
}

function no_unnamed_bits(cls: Function): void {
  const { names, members } = table(cls);
  const values = new Set(
    table(cls)
      .canonical()
      .map((member): number => member._value_),
  );
  const unnamed: string[] = [];
  let bits = 0n;
  for (const [name, alias] of members) {
    if (names.includes(name) || alias._value_ < 0) continue;
    const missed = single_bits(alias._value_).filter((bit) => !values.has(bit));
    if (missed.length > 0) unnamed.push(name);
    for (const bit of missed) bits |= BigInt(bit);
  }
  if (unnamed.length === 0) return;
  const last = unnamed.pop() ?? "";
  const alias =
    unnamed.length === 0
      ? `alias ${last} is missing`
      : `aliases ${unnamed.join(", ")} and ${last} are missing`;
  const is_single = (bits & (bits - 1n)) === 0n;
  const value = `${is_single ? "value" : "combined values of"} 0x${bits.toString(16)}`;
  throw new ValueError(
    `invalid Flag '${class_name(cls)}': ${alias} ${value} [use enum.show_flag_values(value) for details]`,
  );
}
