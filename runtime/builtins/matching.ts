// What the match statement asks of its subject.
import type { Dynamic } from "./dynamic.ts";
import { eq } from "./equality.ts";
import { TypeError } from "./exceptions/index.ts";
import { getattr } from "./attributes/getattr.ts";
import { Dict } from "./mappings/index.ts";
import { Range } from "./sequences/index.ts";
import { class_name } from "./type-name.ts";

/** `case [a, b]` takes lists, tuples and ranges; strings and bytes are no sequences to it. */
export function is_sequence(value: unknown): value is readonly Dynamic[] {
  if (Array.isArray(value) || value instanceof Range) return true;
  return typeof value === "object" && value !== null && "__match_sequence__" in value;
}

/** `case {"k": v}` takes dicts. */
export function is_mapping(value: unknown): value is Dict<Dynamic, Dynamic> {
  return value instanceof Dict;
}

/** `**rest` of a mapping pattern: a new dict without the keys that the pattern names. */
export function mapping_rest(
  mapping: Dict<Dynamic, Dynamic>,
  keys: readonly Dynamic[],
): Dict<Dynamic, Dynamic> {
  const rest = new Dict<Dynamic, Dynamic>();
  for (const key of mapping) {
    if (!keys.some((each) => eq(each, key))) rest.set(key, mapping.at(key));
  }
  return rest;
}

/** The attribute that the class's `__match_args__` names for a positional pattern. TypeError where it names none. */
export function match_argument(subject: Dynamic, cls: Dynamic, index: number): Dynamic {
  const names: readonly string[] = cls.__match_args__ ?? [];
  const name = names[index];
  if (name === undefined)
    throw new TypeError(
      `${class_name(cls)}() accepts ${names.length} positional sub-pattern${names.length === 1 ? "" : "s"} (${index + 1} given)`,
    );
  return getattr(subject, name, undefined);
}
