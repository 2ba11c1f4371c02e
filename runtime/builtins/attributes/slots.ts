// __slots__: classes whose instances have these attributes and no others.
import { PyObject } from "./object.ts";
import { mro_of } from "./mro.ts";
import type { Dynamic } from "../dynamic.ts";

const known = new WeakMap<Function, ReadonlySet<string> | null>();

/** Whether the object's class leaves no room for the attribute. */
export function slots_refuse(object: Dynamic, name: string): boolean {
  const names = slots_of(object.constructor);
  return names !== null && !names.has(name) && !(name in object);
}

/** Whether instances of the object's class take any attribute: `__dict__`. */
export function has_dict(object: Dynamic): boolean {
  return typeof object === "function" || slots_of(object.constructor) === null;
}

/** The slots of the object's class and its bases: attributes that no dict holds. */
export function all_slots(object: Dynamic): ReadonlySet<string> | null {
  const type: Dynamic = typeof object === "function" ? undefined : object.constructor;
  if (typeof type !== "function" || !("__slots__" in type)) return null;
  const names = new Set<string>();
  for (const each of mro_of(type) as readonly Dynamic[])
    if (Object.hasOwn(each, "__slots__")) for (const name of listed(each)) names.add(name);
  return names;
}

function listed(type: Dynamic): Iterable<string> {
  const slots: string | Iterable<string> = type.__slots__;
  return typeof slots === "string" ? [slots] : slots;
}

/** The slots of the class and its bases; `null` where one of them says nothing about slots. */
function slots_of(type: unknown): ReadonlySet<string> | null {
  if (typeof type !== "function" || !("__slots__" in type)) return null;
  let names = known.get(type);
  if (names === undefined) {
    names = collect(type);
    known.set(type, names);
  }
  return names;
}

function collect(type: Function): ReadonlySet<string> | null {
  const names = new Set<string>();
  for (const each of mro_of(type) as readonly Dynamic[]) {
    if (each === PyObject) continue;
    if (!Object.hasOwn(each, "__slots__")) return null;
    for (const name of listed(each)) {
      if (name === "__dict__") return null;
      names.add(name);
    }
  }
  return names;
}
