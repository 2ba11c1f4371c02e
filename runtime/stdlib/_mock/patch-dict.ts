// patch.dict: a mapping with other items while a block or a function runs.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { call_method, delitem, getitem, iter, setitem } from "../../builtins/index.ts";
import { truth } from "../../builtins/truth.ts";
import { decorated } from "./decorated.ts";
import { object_named } from "./targets.ts";

export class PatchDict {
  static readonly __name__: string = "_patch_dict";
  static readonly __module__: string = "unittest.mock";
  readonly attribute_name = null;
  /** Gives decorated functions no argument. */
  readonly new: Dynamic = null;
  readonly #given: Dynamic;
  readonly #values: Dynamic;
  readonly #keywords: Readonly<Record<string, Dynamic>>;
  readonly #clear: Dynamic;
  #before: readonly (readonly [Dynamic, Dynamic])[] | null = null;

  constructor(
    in_dict: Dynamic,
    values: Dynamic,
    clear: Dynamic,
    keywords: Readonly<Record<string, Dynamic>>,
  ) {
    this.#given = in_dict;
    this.#values = values;
    this.#clear = clear;
    this.#keywords = keywords;
  }

  __enter__(): Dynamic {
    const mapping = this.#mapping;
    this.#before = entries(mapping);
    if (truth(this.#clear)) clear(mapping);
    const pairs = Array.isArray(this.#values) ? [...this.#values] : entries(this.#values);
    for (const [key, value] of [...pairs, ...Object.entries(this.#keywords)])
      setitem(mapping, key, value);
    return mapping;
  }

  __exit__(..._exception: readonly Dynamic[]): boolean {
    const mapping = this.#mapping;
    clear(mapping);
    for (const [key, value] of this.#before ?? []) setitem(mapping, key, value);
    this.#before = null;
    return false;
  }

  start(): Dynamic {
    return this.__enter__();
  }

  stop(): Dynamic {
    return this.__exit__();
  }

  __call__(f: Dynamic): Dynamic {
    return decorated(f, this);
  }

  copy(): PatchDict {
    return new PatchDict(this.#given, this.#values, this.#clear, this.#keywords);
  }

  get #mapping(): Dynamic {
    return typeof this.#given === "string" ? object_named(this.#given) : this.#given;
  }
}

function entries(mapping: Dynamic): (readonly [Dynamic, Dynamic])[] {
  return [...iter(call_method(mapping, "keys"))].map((key) => [key, getitem(mapping, key)]);
}

function clear(mapping: Dynamic): void {
  for (const [key] of entries(mapping)) delitem(mapping, key);
}
