// asdict(), astuple(): what is made of an instance of a dataclass.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { TypeError } from "../../builtins/exceptions/index.ts";
import { Dict } from "../../builtins/index.ts";
import { Tuple } from "../../builtins/tuple.ts";
import { deepcopy } from "../copy.ts";
import { fields_of, is_instance } from "./fields.ts";

/** The fields by name, dataclasses inside likewise; all else is copied deeply. TypeError for no instance. */
export function asdict(obj: unknown): Dict<string, Dynamic> {
  if (!is_instance(obj)) throw new TypeError("asdict() should be called on dataclass instances");
  return as_dict(obj);
}

/** The values of the fields, dataclasses inside likewise; all else is copied deeply. TypeError for no instance. */
export function astuple(obj: unknown): Tuple<Dynamic> {
  if (!is_instance(obj)) throw new TypeError("astuple() should be called on dataclass instances");
  return as_tuple(obj);
}

function as_dict(value: Dynamic): Dict<string, Dynamic> {
  return new Dict(
    fields_of(value.constructor).map(({ name }) => [name, inner(value[name], as_dict)]),
  );
}

function as_tuple(value: Dynamic): Tuple<Dynamic> {
  return Tuple.from_iterable(
    fields_of(value.constructor).map(({ name }) => inner(value[name], as_tuple)),
  );
}

function inner(value: Dynamic, convert: (value: object) => unknown): Dynamic {
  if (is_instance(value)) return convert(value);
  if (Array.isArray(value) && value.constructor === Array)
    return value.map((item) => inner(item, convert));
  if (value instanceof Tuple && value.constructor === Tuple)
    return Tuple.from_iterable(
      [...(value as Iterable<unknown>)].map((item) => inner(item, convert)),
    );
  if (value instanceof Dict && value.constructor === Dict)
    return new Dict(
      [...value.entries()].map(([key, item]) => [inner(key, convert), inner(item, convert)]),
    );
  return deepcopy(value);
}
