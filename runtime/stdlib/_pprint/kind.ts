// What pprint can lay out over several lines: containers, texts and dataclasses that show themselves as usual.
import { ByteArray } from "../../builtins/bytes/byte-array.ts";
import { Bytes } from "../../builtins/bytes/bytes.ts";
import { Dict } from "../../builtins/mappings/dict.ts";
import { plain } from "../../builtins/primitive.ts";
import { FrozenSet } from "../../builtins/sets/frozenset.ts";
import { PySet } from "../../builtins/sets/set.ts";
import { Tuple } from "../../builtins/tuple.ts";
import { Counter } from "../_collections/counter.ts";
import { defaultdict, OrderedDict } from "../_collections/defaultdict.ts";
import { deque } from "../_collections/deque.ts";
import { fields_of } from "../_dataclasses/fields.ts";

export type Kind =
  | "bytearray"
  | "bytes"
  | "Counter"
  | "dataclass"
  | "defaultdict"
  | "deque"
  | "dict"
  | "list"
  | "OrderedDict"
  | "set"
  | "str"
  | "tuple";

const classes: readonly (readonly [Function & { readonly prototype: object }, Kind])[] = [
  [OrderedDict, "OrderedDict"],
  [defaultdict, "defaultdict"],
  [Counter, "Counter"],
  [Dict, "dict"],
  [deque, "deque"],
  [PySet, "set"],
  [FrozenSet, "set"],
  [Bytes, "bytes"],
  [ByteArray, "bytearray"],
  [Tuple, "tuple"],
  [Array, "list"],
];

/** How the value is laid out; `null` when it is shown by its own repr only. */
export function kind_of(value: unknown): Kind | null {
  if (typeof plain(value) === "string") return "str";
  if (typeof value !== "object" || value === null) return null;
  const own: unknown = Reflect.get(value, "__repr__");
  for (const [type, kind] of classes)
    if (value instanceof type) return own === Reflect.get(type.prototype, "__repr__") ? kind : null;
  return fields_of(value.constructor).length > 0 ? "dataclass" : null;
}
