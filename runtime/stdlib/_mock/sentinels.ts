// Values that stand for themselves: sentinel.name, DEFAULT, ANY.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { AttributeError } from "../../builtins/exceptions/index.ts";

class SentinelObject {
  static readonly __name__: string = "_SentinelObject";
  static readonly __module__: string = "unittest.mock";
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  __repr__(): string {
    return `sentinel.${this.name}`;
  }
}

class Sentinels {
  static readonly __name__: string = "_Sentinel";
  static readonly __module__: string = "unittest.mock";
  readonly #known = new Map<string, SentinelObject>();

  __getattr__(name: string): SentinelObject {
    if (name === "__bases__") throw new AttributeError(name);
    const known = this.#known.get(name) ?? new SentinelObject(name);
    this.#known.set(name, known);
    return known;
  }
}

/** `sentinel.anything`: an object of that name, always the same. */
export const sentinel: Dynamic = new Sentinels();

/** Stands for "make one", "the usual value". */
export const DEFAULT: Dynamic = sentinel.__getattr__("DEFAULT");

class Any {
  static readonly __name__: string = "_ANY";
  static readonly __module__: string = "unittest.mock";

  __eq__(_other: unknown): boolean {
    return true;
  }

  __ne__(_other: unknown): boolean {
    return false;
  }

  __repr__(): string {
    return "<ANY>";
  }
}

/** Equal to everything. */
export const ANY: Dynamic = new Any();
