// Values on their way to another process: what pickling keeps, in a form that structured cloning keeps.
import { ByteArray } from "../builtins/bytes/byte-array.ts";
import { Bytes } from "../builtins/bytes/bytes.ts";
import { bytes_of } from "../builtins/bytes/like.ts";
import { is_class } from "../builtins/type-name.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import { BaseException, Exception } from "../builtins/exceptions/index.ts";
import { as_float, Float } from "../builtins/float.ts";
import { Complex, Dict, FrozenSet, PySet, Range } from "../builtins/index.ts";
import { repr } from "../builtins/representation.ts";
import { Tuple } from "../builtins/tuple.ts";
import { class_name } from "../builtins/type-name.ts";

/** Raised for values that can't go to another process. */
export class PicklingError extends Exception {
  static override readonly __name__: string = "PicklingError";
  static override readonly __module__: string = "_pickle";
}

type Primitive = null | boolean | number | bigint | string;

/** A tagged tree. `id` numbers what can be met again, `ref` meets it. */
export type Packed =
  | Primitive
  | { readonly tag: "float"; readonly value: number }
  | { readonly tag: "global"; readonly name: string }
  | { readonly tag: "ref"; readonly id: number }
  | { readonly tag: "bytes" | "bytearray"; readonly id: number; readonly value: Uint8Array }
  | { readonly tag: "complex"; readonly value: readonly [number, number] }
  | { readonly tag: Collection; readonly id: number; readonly items: readonly Packed[] }
  | {
      readonly tag: "object";
      readonly id: number;
      readonly type: string;
      readonly items: readonly Packed[];
      readonly state: readonly (readonly [string, Packed])[];
    };

type Collection = "list" | "tuple" | "dict" | "set" | "frozenset" | "range";

/** Finds what a module-level name stands for; `undefined` when nothing does. */
export type FindGlobal = (name: string) => unknown;

/** PicklingError for functions without a name, generators, locks and the like. */
export function pack(value: unknown): Packed {
  return new Packer().pack(value);
}

export function unpack(packed: Packed, find: FindGlobal): Dynamic {
  return new Unpacker(find).unpack(packed);
}

/** The name under which the other side finds a function or class. */
export function global_name(value: Function): string {
  const own: unknown = Object.hasOwn(value, "__qualname__")
    ? Reflect.get(value, "__qualname__")
    : null;
  const name = typeof own === "string" ? own : class_name(value);
  if (name === "" || name.includes("<") || name.startsWith("bound ")) {
    throw new PicklingError(
      `Can't pickle ${repr(value)}: attribute lookup ${name || "<lambda>"} on __main__ failed`,
    );
  }
  return name;
}

class Packer {
  readonly #known = new Map<unknown, number>();

  pack(value: unknown): Packed {
    switch (typeof value) {
      case "undefined":
        return null;
      case "boolean":
      case "number":
      case "bigint":
      case "string":
        return value;
      case "function":
        return { tag: "global", name: global_name(value) };
      case "object":
        return value === null ? null : this.#pack_object(value);
      case "symbol":
        throw refusal(value);
    }
  }

  #pack_object(value: object): Packed {
    if (value instanceof Float && value.constructor === Float) {
      return { tag: "float", value: value.valueOf() };
    }
    const known = this.#known.get(value);
    if (known !== undefined) return { tag: "ref", id: known };
    const id = this.#known.size;
    this.#known.set(value, id);
    if (value instanceof Complex) return { tag: "complex", value: [value.real, value.imag] };
    const bytes = bytes_of(value);
    if (bytes !== null) {
      return { tag: value instanceof ByteArray ? "bytearray" : "bytes", id, value: bytes.slice() };
    }
    const tag = collection_of(value);
    if (tag !== null) return { tag, id, items: this.#items(items_of(value)) };
    return this.#pack_instance(value, id);
  }

  #pack_instance(value: object, id: number): Packed {
    const type: unknown = value.constructor;
    if (typeof type !== "function" || type === Object || !is_class(type)) throw refusal(value);
    const items = value instanceof BaseException ? value.args : container_items(value);
    return {
      tag: "object",
      id,
      type: global_name(type),
      items: this.#items(items),
      state: Object.entries(value)
        .filter(([name]) => !NOT_STATE.has(name) && !(Array.isArray(value) && /^\d+$/.test(name)))
        .map(([name, item]) => [name, this.pack(item)] as const),
    };
  }

  #items(items: Iterable<unknown>): readonly Packed[] {
    return Array.from(items, (item) => this.pack(item));
  }
}

/** What exceptions carry that says where they were raised, not what they are. */
const NOT_STATE = new Set(["args", "__traceback__", "__context__", "stack"]);

class Unpacker {
  readonly #find: FindGlobal;
  readonly #known = new Map<number, unknown>();

  constructor(find: FindGlobal) {
    this.#find = find;
  }

  unpack(packed: Packed): Dynamic {
    if (typeof packed !== "object" || packed === null) return packed;
    switch (packed.tag) {
      case "float":
        return as_float(packed.value);
      case "complex":
        return new Complex(...packed.value);
      case "global":
        return this.#global(packed.name);
      case "ref":
        return this.#known.get(packed.id);
      case "bytes":
        return this.#keep(packed.id, new Bytes(packed.value));
      case "bytearray":
        return this.#keep(packed.id, new ByteArray(packed.value));
      case "object":
        return this.#instance(packed);
      default:
        return this.#collection(packed.tag, packed.id, packed.items);
    }
  }

  #collection(tag: Collection, id: number, items: readonly Packed[]): unknown {
    if (tag === "list") {
      const list: unknown[] = [];
      this.#keep(id, list);
      for (const item of items) list.push(this.unpack(item));
      return list;
    }
    if (tag === "dict") return this.#fill(this.#keep(id, new Dict()), items);
    if (tag === "set") {
      const set = this.#keep(id, new PySet<unknown>());
      for (const item of items) set.add(this.unpack(item));
      return set;
    }
    const values = items.map((item) => this.unpack(item));
    if (tag === "tuple") return this.#keep(id, Tuple.from_iterable(values));
    if (tag === "frozenset") return this.#keep(id, new FrozenSet(values));
    return this.#keep(id, new Range(values[0], values[1], values[2]));
  }

  #instance(packed: Extract<Packed, { tag: "object" }>): unknown {
    const type = this.#global(packed.type) as new (...args: unknown[]) => object;
    const items = packed.items.map((item) => this.unpack(item));
    const made = made_instance(type, items);
    this.#keep(packed.id, made);
    for (const [name, item] of packed.state) Reflect.set(made, name, this.unpack(item));
    return made;
  }

  #fill(dict: Dict<unknown, unknown>, items: readonly Packed[]): Dict<unknown, unknown> {
    for (let at = 0; at + 1 < items.length; at += 2) {
      dict.set(this.unpack(items[at] as Packed), this.unpack(items[at + 1] as Packed));
    }
    return dict;
  }

  #global(name: string): unknown {
    const found = this.#find(name);
    if (found !== undefined) return found;
    throw new PicklingError(`Can't get attribute '${name}' on <module '__main__'>`);
  }

  #keep<T>(id: number, value: T): T {
    this.#known.set(id, value);
    return value;
  }
}

/** Exceptions are made anew of their arguments; other instances get their attributes without a call. */
function made_instance(
  type: new (...args: unknown[]) => object,
  items: readonly unknown[],
): object {
  const prototype: object = type.prototype;
  if (prototype instanceof BaseException) {
    const made = Reflect.construct(BaseException, items, type) as BaseException;
    made.args = Tuple.from_iterable(items);
    return made;
  }
  if (prototype instanceof Tuple) {
    return (type as unknown as typeof Tuple).from_iterable(items) as unknown as object;
  }
  if (Array.prototype.isPrototypeOf(prototype)) {
    const made = Reflect.construct(Array, [], type) as unknown[];
    made.push(...items);
    return made;
  }
  return Object.create(prototype) as object;
}

function collection_of(value: object): Collection | null {
  switch (value.constructor) {
    case Array:
      return "list";
    case Tuple:
      return "tuple";
    case Dict:
      return "dict";
    case PySet:
      return "set";
    case FrozenSet:
      return "frozenset";
    case Range:
      return "range";
    default:
      return null;
  }
}

function items_of(value: object): Iterable<unknown> {
  if (value instanceof Dict) return [...value.entries()].flat();
  if (value instanceof Range) return [value.start, value.stop, value.step];
  return value as Iterable<unknown>;
}

function container_items(value: object): Iterable<unknown> {
  return Array.isArray(value) ? value : [];
}

function refusal(value: unknown): PicklingError {
  return new PicklingError(`cannot pickle '${class_of(value)}' object`);
}

function class_of(value: unknown): string {
  if (typeof value !== "object" || value === null) return typeof value;
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  return tag === "Generator" ? "generator" : class_name(value.constructor);
}
