// enum_with(): the base of `class Color(str, Enum)`.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { Enum } from "./enum.ts";
import { mixed } from "./mixed.ts";

/** Members with the methods of `M` too; the statics are those of the enumeration. */
type Mixed<M, B extends typeof Enum> = (new <V = Dynamic>(
  ...args: readonly Dynamic[]
) => Enum<V> & M) & { [K in Exclude<keyof B, "prototype">]: B[K] };

/**
 * An enumeration without members whose members will be values of a built-in type too (`enum_with(str)`), or have the
 * methods of another class (`enum_with(Describable, IntEnum)`). TypeError for other built-in types.
 */
export function enum_with<M extends object, B extends typeof Enum>(
  mixin: abstract new (...args: never) => M,
  base: B,
): Mixed<M, B>;
export function enum_with<M extends object>(
  mixin: abstract new (...args: never) => M,
): Mixed<M, typeof Enum>;
export function enum_with(type: unknown): typeof Enum;
export function enum_with<B extends typeof Enum>(type: unknown, base: B): B;
export function enum_with(type: unknown, base: typeof Enum = Enum): typeof Enum {
  return mixed(type, base) as typeof Enum;
}
