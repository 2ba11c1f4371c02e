// The program's modules by name, for what looks them up in text: test loaders, `mock.patch("shop.orders.fetch")`.
import type { Dynamic } from "./dynamic.ts";

const modules = new Map<string, ProgramModule>();

/**
 * `program_module("shop.orders", () => ({ fetch, Order }))`: emitted in modules that something may ask for by name;
 * the names with the values that they have at the time of asking.
 */
export function program_module(name: string, names: () => Readonly<Record<string, Dynamic>>): void {
  modules.set(name, new ProgramModule(name, names));
}

/** A module, `__main__` for the program itself; `null` for what was not told. */
export function module_named(name: string): ProgramModule | null {
  return modules.get(name) ?? null;
}

/** A module as a value. */
export class ProgramModule {
  static readonly __name__: string = "module";
  static readonly __module__: string = "builtins";
  readonly __name__: string;
  readonly #names: () => Readonly<Record<string, Dynamic>>;

  constructor(name: string, names: () => Readonly<Record<string, Dynamic>>) {
    this.__name__ = name;
    this.#names = names;
  }

  /** The names that it has, in Python's order. */
  get names(): readonly string[] {
    return Object.keys(this.#names()).sort();
  }

  /** The value of a name, `undefined` where there is none. */
  value(name: string): Dynamic {
    const names = this.#names();
    return Object.hasOwn(names, name) ? names[name] : undefined;
  }
}
