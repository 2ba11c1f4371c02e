// CIMultiDictProxy: headers, whose names know no case and may come more than once.
import { KeyError } from "../../builtins/exceptions/index.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { repr } from "../../builtins/representation.ts";
import { Tuple } from "../../builtins/tuple.ts";

export class CIMultiDictProxy implements Iterable<string> {
  static readonly __name__: string = "CIMultiDictProxy";
  static readonly __module__: string = "multidict";

  readonly #pairs: readonly (readonly [string, string])[];

  constructor(pairs: readonly (readonly [string, string])[]) {
    this.#pairs = pairs;
  }

  /** The first value of that name, else `otherwise`. */
  get(key: string, otherwise: Dynamic = null): Dynamic {
    return this.getall(key, [])[0] ?? otherwise;
  }

  getall(key: string, otherwise?: string[]): string[] {
    const name = key.toLowerCase();
    const found = this.#pairs.filter(([each]) => each.toLowerCase() === name);
    if (found.length > 0) return found.map(([, value]) => value);
    if (otherwise !== undefined) return otherwise;
    throw new KeyError(key);
  }

  has(key: string): boolean {
    return this.getall(key, []).length > 0;
  }

  at(key: string): string {
    return this.getall(key)[0] as string;
  }

  keys(): string[] {
    return this.#pairs.map(([name]) => name);
  }

  values(): string[] {
    return this.#pairs.map(([, value]) => value);
  }

  items(): (readonly [string, string])[] {
    return this.#pairs.map(([name, value]) => Tuple.of(name, value));
  }

  [Symbol.iterator](): Iterator<string> {
    return this.keys()[Symbol.iterator]();
  }

  __getitem__(key: string): string {
    return this.at(key);
  }

  __contains__(key: unknown): boolean {
    return typeof key === "string" && this.has(key);
  }

  __len__(): number {
    return this.#pairs.length;
  }

  __repr__(): string {
    const shown = this.#pairs.map(([name, value]) => `${repr(name)}: ${repr(value)}`);
    return `<CIMultiDictProxy(${shown.join(", ")})>`;
  }
}
