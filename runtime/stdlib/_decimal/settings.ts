// What a context holds: precision, rounding, limits, and which signals were raised or are trapped.
import { type Context as VariableContext, written_context } from "../../builtins/context.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { TypeError, ValueError } from "../../builtins/exceptions/index.ts";
import { as_int, type int } from "../../builtins/int.ts";
import { Dict } from "../../builtins/mappings/dict.ts";
import { interpreter } from "../../builtins/threads.ts";
import { ROUND_HALF_EVEN, ROUNDINGS } from "./rounding.ts";
import { InvalidOperation, SIGNALS, type InvalidCondition } from "./signals.ts";

export const MAX_PREC: int = as_int(999999999999999999n);
export const MAX_EMAX: int = as_int(999999999999999999n);

/** A context without the methods that take and give numbers. */
export class Settings {
  #prec: number;
  #rounding: string;
  Emin: number;
  Emax: number;
  capitals: number;
  clamp: number;
  flags: Dict<Dynamic, boolean>;
  traps: Dict<Dynamic, boolean>;

  constructor(given: Partial<Record<string, Dynamic>>) {
    this.#prec = checked_prec(given["prec"] ?? 28);
    this.#rounding = checked_rounding(given["rounding"] ?? ROUND_HALF_EVEN);
    this.Emin = given["Emin"] ?? -999999;
    this.Emax = given["Emax"] ?? 999999;
    this.capitals = given["capitals"] ?? 1;
    this.clamp = given["clamp"] ?? 0;
    this.flags = signals_of(given["flags"] ?? []);
    this.traps = signals_of(given["traps"] ?? []);
  }

  get prec(): number {
    return this.#prec;
  }

  set prec(value: number) {
    this.#prec = checked_prec(value);
  }

  get rounding(): string {
    return this.#rounding;
  }

  set rounding(value: string) {
    this.#rounding = checked_rounding(value);
  }

  Etiny(): number {
    return this.Emin - this.prec + 1;
  }

  Etop(): number {
    return this.Emax - this.prec + 1;
  }

  /** Notes the signal; raises it where it is trapped. */
  _signal(signal: Dynamic): void {
    this.flags.set(signal, true);
    if (this.traps.get(signal) === true) throw new signal([signal]);
  }

  /** Notes several signals at once; the exception names all of those that are trapped. */
  _signal_all(signals: readonly Dynamic[]): void {
    for (const signal of signals) this.flags.set(signal, true);
    const trapped = signals.filter((signal) => this.traps.get(signal) === true);
    if (trapped.length > 0) throw new trapped[0](trapped);
  }

  /** The same for an invalid operation, whose condition the exception names. */
  _invalid(condition: InvalidCondition = "InvalidOperation"): void {
    this.flags.set(InvalidOperation, true);
    if (this.traps.get(InvalidOperation) !== true) return;
    throw new InvalidOperation([new Condition(condition)]);
  }
}

/** A condition that is no class here, as the exception shows it. */
class Condition {
  readonly #name: string;

  constructor(name: string) {
    this.#name = name;
  }

  __repr__(): string {
    return `<class 'decimal.${this.#name}'>`;
  }
}

function signals_of(given: Dynamic): Dict<Dynamic, boolean> {
  if (given instanceof Dict) return new Dict<Dynamic, boolean>([...given.items()] as Dynamic);
  const set = new Set<Dynamic>(given as Iterable<Dynamic>);
  return new Dict<Dynamic, boolean>(SIGNALS.map((signal) => [signal, set.has(signal)]));
}

function checked_prec(value: Dynamic): number {
  if (typeof value !== "number" || !Number.isInteger(value))
    throw new TypeError("an integer is required");
  if (value < 1 || value > MAX_PREC) throw new ValueError("valid range for prec is [1, MAX_PREC]");
  return value;
}

function checked_rounding(value: Dynamic): string {
  if (ROUNDINGS.includes(value)) return value;
  throw new TypeError(
    "valid values for rounding are:\n" +
      "  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n" +
      "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n" +
      "   ROUND_05UP]",
  );
}

/** Stands in a variable context for the decimal context that is current there. */
const CURRENT = {};

/** Makes the first context of a thread or task: context.ts puts its own here, as it lies above this file. */
export const first_context: { make: () => Settings } = {
  make: () => new Settings({}),
};

export function current(): Settings {
  const variables: VariableContext = interpreter.current.context;
  if (variables.holds(CURRENT as Dynamic)) return variables.lookup(CURRENT as Dynamic) as Settings;
  const made = first_context.make();
  written_context().store(CURRENT as Dynamic, made);
  return made;
}

export function make_current(settings: Settings): void {
  written_context().store(CURRENT as Dynamic, settings);
}
