// dataclasses.replace: an instance with other values.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { TypeError } from "../../builtins/exceptions/index.ts";
import { class_qualname } from "../../builtins/type-name.ts";
import { fields_of, is_instance } from "./fields.ts";

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
      `${class_qualname(instance.constructor)}.__init__() got an unexpected keyword argument '${name}'`,
    );
  const options = trailing.length === 0 ? [] : [Object.fromEntries(trailing)];
  return new instance.constructor(...positional, ...options);
}
