// FrozenSet: Python's frozenset, which can be a key itself.
import { TypeError } from "../exceptions/hierarchy.ts";
import type { Dynamic } from "../dynamic.ts";
import { hash } from "../hash.ts";
import type { int } from "../int.ts";
import * as algebra from "./algebra.ts";
import { STORAGE } from "./algebra.ts";
import { AnySet } from "./base.ts";
import { frozenset_hash } from "./frozenset-hash.ts";
import { IS_FROZENSET, type SetStorage } from "./storage.ts";

export class FrozenSet<T = Dynamic> extends AnySet<T> {
  static readonly __name__: string = "frozenset";
  static readonly __module__: string = "builtins";

  readonly [IS_FROZENSET] = true;
  #hash: int | null = null;

  constructor(elements?: Iterable<T> | null) {
    super();
    if (elements != null) algebra.update(this[STORAGE], elements);
  }

  override has(element: unknown): boolean {
    return this[STORAGE].has(as_element(element));
  }

  copy(): this {
    return this;
  }

  /** The same for equal sets, whatever their order. */
  __hash__(): int {
    this.#hash ??= frozenset_hash([...this[STORAGE].in_order()].map((element) => hash(element)));
    return this.#hash;
  }

  protected override made(storage: SetStorage<Dynamic>): this {
    const result = new FrozenSet<T>();
    result[STORAGE] = storage;
    return result as this;
  }
}

/** A set is looked up as the frozenset that it equals. */
export function as_element(element: unknown): unknown {
  if (typeof element !== "object" || !(element instanceof AnySet)) return element;
  return element instanceof FrozenSet || "__hash__" in element ? element : new FrozenSet(element);
}

/** `frozenset()`, `frozenset(iterable)`; a frozenset comes back as it is. */
function make<T>(elements?: Iterable<T>): FrozenSet<T>;
function make(...args: readonly Dynamic[]): FrozenSet {
  // `class Tags(frozenset)`: the instance is of the class that is being made.
  if (new.target !== undefined) return Reflect.construct(FrozenSet, args, new.target) as FrozenSet;
  const [elements] = args;
  if (elements === null) throw new TypeError("'NoneType' object is not iterable");
  return elements instanceof FrozenSet && elements.constructor === FrozenSet
    ? elements
    : new FrozenSet(elements);
}

export const frozenset: typeof make & {
  new <T = Dynamic>(elements?: Iterable<T>): FrozenSet<T>;
  readonly __name__: string;
} = /* @__PURE__ */ Object.assign(make, {
  prototype: FrozenSet.prototype,
  __name__: "frozenset",
  __module__: "builtins",
  __is_type__: true,
} as const) as never;
