// asdict(), astuple(), replace(): what is made of an instance of a dataclass.
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

/** A new instance with other values for some fields. TypeError for fields that `__init__` does not take. */
export function replace<T>(obj: T, keywords: Record<string, Dynamic> = {}): T {
  if (!is_instance(obj)) throw new TypeError("replace() should be called on dataclass instances");
  const instance: Dynamic = obj;
  const given = new Map(Object.entries(keywords));
  const positional: unknown[] = [];
  const trailing: [string, unknown][] = [];
  for (const { name, init, kw_only } of fields_of(instance.constructor)) {
    if (!init) {
      if (given.has(name))
        throw new TypeError(
          `field ${name} is declared with init=False, it cannot be specified with replace()`,
        );
      continue;
    }
    const value: unknown = given.has(name) ? given.get(name) : instance[name];
    given.delete(name);
    if (kw_only) trailing.push([name, value]);
    else positional.push(value);
  }
  for (const name of given.keys())
    throw new TypeError(
      `${instance.constructor.name}.__init__() got an unexpected keyword argument '${name}'`,
    );
  const options = trailing.length === 0 ? [] : [Object.fromEntries(trailing)];
  return new instance.constructor(...positional, ...options);
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
