// x.__dict__: the attributes of an object as a dict that writes through to it, and always shows what it has now.
import { descriptor_behind, is_shared } from "../classes/set-class-attribute.ts";
import type { Dynamic } from "../dynamic.ts";
import { Dict } from "../mappings/dict.ts";
import { is_class } from "../type-name.ts";
import { class_dict } from "./class-dict.ts";
import { hidden_attributes, own_attributes } from "./own-attributes.ts";

const dicts = new WeakMap<object, InstanceDict>();

/** `x.__dict__`; of a class a copy of its namespace. */
export function dict_of(object: object): Dict<string, Dynamic> {
  if (typeof object !== "function") return InstanceDict.of(object);
  if (is_class(object)) return class_dict(object);
  return new Dict(own_attributes(object).filter(([name]) => !OF_FUNCTIONS.test(name)));
}

/** What a function keeps elsewhere. */
const OF_FUNCTIONS = /^__(?:name|qualname|module|doc|defaults|kwdefaults|annotations|func|self)__$/;

export class InstanceDict extends Dict<string, Dynamic> {
  #object: object | null = null;

  static of(object: object): InstanceDict {
    let dict = dicts.get(object);
    if (dict === undefined) {
      dict = new InstanceDict();
      dict.#object = object;
      dicts.set(object, dict);
    }
    dict.#read();
    return dict;
  }

  /** Makes these the only attributes. */
  replace(source: Dict<string, Dynamic>): void {
    const items = [...source.entries()];
    this.clear();
    for (const [name, value] of items) this.set(name, value);
  }

  override set(key: string, value: Dynamic): this {
    if (this.#object !== null) write(this.#object, key, value);
    return super.set(key, value);
  }

  override delete(key: unknown): void {
    this.#read();
    super.delete(key);
    if (this.#object !== null) erase(this.#object, String(key));
  }

  override clear(): void {
    const object = this.#object;
    if (object !== null) for (const [name] of own_attributes(object)) erase(object, name);
    super.clear();
  }

  override pop(key: unknown, ...otherwise: readonly unknown[]): Dynamic {
    this.#read();
    const value: unknown = super.pop(key, ...(otherwise as [unknown]));
    if (this.#object !== null) erase(this.#object, String(key));
    return value;
  }

  override get size(): number {
    this.#read();
    return super.size;
  }

  override at(key: unknown): Dynamic {
    this.#read();
    return super.at(key);
  }

  override get(key: unknown, otherwise: unknown = null): Dynamic {
    this.#read();
    return super.get(key, otherwise);
  }

  override has(key: unknown): boolean {
    this.#read();
    return super.has(key);
  }

  override iterate<T>(select: (key: string, value: Dynamic) => T): IterableIterator<T> {
    this.#read();
    return super.iterate(select);
  }

  override [Symbol.iterator](): IterableIterator<string> {
    this.#read();
    return super[Symbol.iterator]();
  }

  override __len__(): number {
    return this.size;
  }

  override __contains__(key: unknown): boolean {
    return this.has(key);
  }

  override __eq__(other: unknown): boolean {
    this.#read();
    return super.__eq__(other instanceof InstanceDict ? new Dict([...other.entries()]) : other);
  }

  override __repr__(): string {
    this.#read();
    return super.__repr__();
  }

  #read(): void {
    if (this.#object === null) return;
    const now = own_attributes(this.#object);
    const kept = [...super.iterate((name, value) => [name, value] as const)];
    const is_same =
      now.length === kept.length &&
      now.every(([name, value], index) => name === kept[index]?.[0] && value === kept[index]?.[1]);
    if (is_same) return;
    super.clear();
    for (const [name, value] of now) super.set(name, value);
  }
}

// Its type is dict.
Object.defineProperty(InstanceDict.prototype, "constructor", { value: Dict });

/** What a descriptor of the class would take lies hidden: the dict knows it, reading the attribute asks the descriptor. */
function write(object: Dynamic, name: string, value: unknown): void {
  if (is_data_descriptor(object, name)) hidden_attributes(object, true)?.set(name, value);
  else
    Object.defineProperty(object, name, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
}

function erase(object: object, name: string): void {
  if (hidden_attributes(object, false)?.delete(name) !== true) Reflect.deleteProperty(object, name);
}

function is_data_descriptor(object: object, name: string): boolean {
  for (
    let type = Object.getPrototypeOf(object);
    type !== null;
    type = Object.getPrototypeOf(type)
  ) {
    const found = Object.getOwnPropertyDescriptor(type, name);
    if (found !== undefined) return found.get !== undefined && takes_stores(found);
  }
  return false;
}

function takes_stores(accessor: PropertyDescriptor): boolean {
  const behind: Dynamic = descriptor_behind(accessor.get);
  if (behind !== undefined) return typeof behind.__set__ === "function";
  return !is_shared(accessor);
}
