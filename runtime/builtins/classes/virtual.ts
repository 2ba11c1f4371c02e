// Classes that count as subclasses without extending: those that an abstract class registers or recognises, and what
// a protocol asks for.
import { lookup } from "../attributes/lookup.ts";
import { MISSING } from "../attributes/missing.ts";
import { mro_of } from "../attributes/mro.ts";
import type { Dynamic } from "../dynamic.ts";
import { TypeError } from "../exceptions/index.ts";
import { NotImplemented } from "../not-implemented.ts";
import { truth } from "../truth.ts";
import { type Protocol, protocol_of, registered } from "./virtual-registry.ts";

/** Whether an object that is no instance counts as one. TypeError for protocols that can't be asked. */
export function is_virtual_instance(
  value: Dynamic,
  type: Dynamic,
  cls: Dynamic,
  is_subclass: (cls: Dynamic, base: Dynamic) => boolean,
): boolean {
  const asked = protocol_of(cls);
  if (asked === null) return is_virtual_subclass(type, cls, is_subclass);
  if (!asked.is_checkable) throw unchecked();
  const { methods, data } = inherited(cls);
  return (
    methods.every((name) => (lookup(value, name) ?? MISSING) !== MISSING) &&
    data.every((name) => lookup(value, name) !== MISSING)
  );
}

/** Whether a class that does not extend the other counts as its subclass. */
export function is_virtual_subclass(
  cls: Dynamic,
  base: Dynamic,
  is_subclass: (cls: Dynamic, base: Dynamic) => boolean,
): boolean {
  const asked = protocol_of(base);
  if (asked !== null) {
    if (!asked.is_checkable) throw unchecked();
    const { methods, data } = inherited(base);
    if (data.length > 0)
      throw new TypeError(
        `Protocols with non-method members don't support issubclass(). Non-method members: ${data.map((name) => `'${name}'`).join(", ")}.`,
      );
    return methods.every((name) => defines(cls, name));
  }
  if (typeof base.__subclasshook__ === "function") {
    const verdict: unknown = base.__subclasshook__(cls);
    if (verdict !== NotImplemented) return truth(verdict);
  }
  return registered.some(
    (each) =>
      (each.base === base || mro_of(each.base).includes(base)) &&
      (each.cls === cls || is_subclass(cls, each.cls)),
  );
}

/** What the protocol and those that it extends ask for, sorted. */
function inherited(cls: Dynamic): Omit<Protocol, "is_checkable"> {
  const found = mro_of(cls).flatMap((each) => protocol_of(each) ?? []);
  return {
    methods: found.flatMap(({ methods }) => methods).sort(),
    data: found.flatMap(({ data }) => data).sort(),
  };
}

function defines(cls: Dynamic, name: string): boolean {
  const found: unknown = lookup(cls, name);
  return found !== MISSING && found !== null;
}

function unchecked(): TypeError {
  return new TypeError(
    "Instance and class checks can only be used with @runtime_checkable protocols",
  );
}
