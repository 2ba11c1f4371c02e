// The bases of a class and its method resolution order.
import type { Dynamic } from "../dynamic.ts";
import { is_fillable_root } from "./fillable.ts";
import { PyObject } from "./object.ts";

/** What stands between a class and its prototype chain where `bases(…)` made that chain. */
export interface Joint {
  readonly bases: readonly Function[];
  /** The classes behind the one that extends the joint, in order; `object` last. */
  readonly order: readonly Function[];
  /** Keywords of the class statement, which the class is told when its body is done. */
  readonly keywords: Readonly<Record<string, Dynamic>>;
}

const joints = new WeakMap<object, Joint>();

export function note_joint(parent: object, joint: Joint): void {
  joints.set(parent, joint);
}

/** By this a class of the runtime with several bases names them and their order. */
export const OWN_JOINT: unique symbol = Symbol("joint");

/** The joint that the class extends, if `bases(…)` made one for it. */
export function joint_of(type: Dynamic): Joint | null {
  if (Object.hasOwn(type, OWN_JOINT)) return type[OWN_JOINT];
  const parent: object | null = Object.getPrototypeOf(type);
  return (parent === null ? undefined : joints.get(parent)) ?? null;
}

/** `cls.__mro__`: the joint says it where there is one, else it is the chain of prototypes; `object` last. */
export function mro_of(type: Dynamic): readonly Function[] {
  if (type === PyObject) return [PyObject];
  const joint = joint_of(type);
  if (joint !== null) return [type, ...joint.order];
  const parent: unknown = Object.getPrototypeOf(type);
  return is_python_class(parent) ? [type, ...mro_of(parent)] : [type, PyObject];
}

/** `cls.__bases__`. */
export function bases_of(type: Dynamic): readonly Function[] {
  if (type === PyObject) return [];
  const joint = joint_of(type);
  if (joint !== null) return joint.bases;
  const parent: unknown = Object.getPrototypeOf(type);
  return is_python_class(parent) ? [parent as Function] : [PyObject];
}

/** JavaScript's own bases (`Error`, `Array`, `Number`) are not Python's. */
function is_python_class(type: unknown): boolean {
  return (
    typeof type === "function" &&
    type !== Function.prototype &&
    type !== Error &&
    type !== Array &&
    type !== Number &&
    !is_fillable_root(type) &&
    type !== Object
  );
}
