// The program's modules by name, for what looks them up in text: test loaders, `mock.patch("shop.orders.fetch")`.
import type { Dynamic } from "./dynamic.ts";
import { AttributeError } from "./exceptions/index.ts";

const modules = new Map<string, ProgramModule>();

/**
 * `program_module("shop.orders", () => ({ fetch, Order }))`: emitted in modules that something may ask for by name;
 * the names with the values that they have at the time of asking, and how those that something replaces are set.
 */
export function program_module(
  name: string,
  names: () => Readonly<Record<string, Dynamic>>,
  setters: Readonly<Record<string, (value: Dynamic) => void>> = {},
): void {
  modules.set(name, new ProgramModule(name, names, setters));
}

export function tell_module(module: ProgramModule): void {
  modules.set(module.__name__, module);
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
  readonly #setters: Readonly<Record<string, (value: Dynamic) => void>>;

  constructor(
    name: string,
    names: () => Readonly<Record<string, Dynamic>>,
    setters: Readonly<Record<string, (value: Dynamic) => void>>,
  ) {
    this.__name__ = name;
    this.#names = names;
    this.#setters = setters;
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

  /** AttributeError where there is none. */
  get(name: string): Dynamic {
    const value: Dynamic = this.value(name);
    if (value !== undefined) return value;
    throw new AttributeError(`module '${this.__name__}' has no attribute '${name}'`);
  }

  set(name: string, value: Dynamic): void {
    const setter = this.#setters[name];
    if (setter === undefined)
      throw new AttributeError(`'${name}' of module '${this.__name__}' can't be replaced here`);
    setter(value);
  }

  /** What `set` has put there under a new name. */
  remove(name: string): void {
    throw new AttributeError(`'${name}' of module '${this.__name__}' can't be removed here`);
  }

  __repr__(): string {
    return `<module '${this.__name__}'>`;
  }
}
