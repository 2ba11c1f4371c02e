// typing.NamedTuple as a call; classes that derive from it are written with collections.namedtuple.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { iter } from "../../builtins/iteration/iter.ts";
import { namedtuple, type NamedTupleClass } from "../_collections/namedtuple.ts";

/** `NamedTuple("Point", [("x", int), ("y", int)])`. */
export function NamedTuple(typename: string, fields: Iterable<Dynamic> = []): NamedTupleClass {
  const names = [...iter<Dynamic>(fields)].map((each): string => each[0]);
  return namedtuple(typename, names);
}
