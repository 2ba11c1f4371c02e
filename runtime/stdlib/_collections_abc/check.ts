// isinstance() and issubclass() for abstract classes: by what a value can do.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { MATCHES_AS_MAPPING, MATCHES_AS_SEQUENCE } from "../../builtins/matching-marks.ts";
import { GenericAlias } from "../../builtins/sequences/generic-alias.ts";
import { class_behind } from "../../builtins/attributes/type-of.ts";

/** The classes that were registered with an abstract one. */
const registered = new WeakMap<object, Function[]>();

/** What every class of this module inherits. */
export abstract class Abstract {
  static readonly __module__: string = "collections.abc";

  /** `Mapping.register(cls)`: from then on `cls` counts as a subclass. */
  static register<C extends Function>(this: object, subclass: C): C {
    const known = registered.get(this) ?? [];
    const behind: Function = class_behind(subclass);
    known.push(behind);
    registered.set(this, known);
    // Patterns ask the objects themselves.
    for (const mark of [MATCHES_AS_SEQUENCE, MATCHES_AS_MAPPING])
      if (mark in (this as Function).prototype)
        Object.defineProperty(behind.prototype, mark, { value: true, configurable: true });
    return subclass;
  }

  static __class_getitem__(this: unknown, item: unknown): GenericAlias {
    return new GenericAlias(this, item);
  }
}

/** Whether a value is an instance of the abstract class `own`; of a class derived from it by its prototype only. */
export function is_instance(
  cls: Dynamic,
  own: Dynamic,
  value: Dynamic,
  holds: (value: Dynamic) => boolean,
): boolean {
  if (typeof value === "object" && value !== null && value instanceof cls) return true;
  const is_registered = (registered.get(cls) ?? []).some((each) => value instanceof each);
  return is_registered || (cls === own && holds(value));
}

/** The same for a class: by the methods of its instances. */
export function is_subclass(
  cls: Dynamic,
  own: Dynamic,
  type: Dynamic,
  names: readonly string[],
  natives: readonly Dynamic[] = [],
): boolean {
  const behind: Dynamic = class_behind(type);
  if (behind === cls || behind.prototype instanceof cls) return true;
  const is_of = (each: Dynamic): boolean => {
    const native: Dynamic = class_behind(each);
    return behind === native || type === each || behind.prototype instanceof native;
  };
  if ((registered.get(cls) ?? []).some(is_of)) return true;
  if (cls !== own) return false;
  if (natives.some(is_of)) return true;
  const { prototype } = behind;
  return (
    names.length > 0 &&
    prototype !== undefined &&
    names.every((name) => typeof prototype[name] === "function")
  );
}

/** Whether the class of a value has the method. */
export function has(value: Dynamic, name: string): boolean {
  return typeof value === "object" && value !== null && typeof value[name] === "function";
}

/** Text, lists, tuples, dicts, sets, bytes, ranges, views: what JavaScript and Python both go through. */
export function is_native_container(value: Dynamic): boolean {
  return typeof value === "string" || Array.isArray(value);
}
