// `__init__` of the built-in classes that fill objects, as a function of the object.
import type { Dynamic } from "../dynamic.ts";
import { fill, is_fillable } from "./fillable.ts";
import { joint_of, mro_of } from "./mro.ts";

export type NativeInit = (self: Dynamic, ...args: readonly Dynamic[]) => void;

/** That of the class, or of the nearest above it that the program has not made. */
export function init_of_native(type: Function): NativeInit {
  const native = mro_of(type).find((each) => is_native(each)) ?? type;
  const init: NativeInit = (self, ...args) => fill(native, self, args);
  constructors.set(init, { native, is_bound: false });
  return init;
}

/** The same of an object, for `super().__init__(…)`. */
export function bound_init_of_native(type: Function, self: Dynamic): Function {
  const init = (...args: readonly Dynamic[]): void => fill(type, self, args);
  constructors.set(init, { native: type, is_bound: true });
  return init;
}

interface Filler {
  readonly native: Function;
  /** Else the object comes first. */
  readonly is_bound: boolean;
}

const constructors = new WeakMap<Function, Filler>();

/** The class whose constructor such an `__init__` calls: it tells the parameters. */
export function filler_of(init: Function): Filler | null {
  return constructors.get(init) ?? null;
}

/** A class of the runtime's own, not one that the program has made of it. */
export function is_native(type: Function): boolean {
  return joint_of(type) === null && is_fillable(type);
}
