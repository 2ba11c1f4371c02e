// Built-in classes whose constructor can fill an object that is there already, as `__init__` does in Python.
import type { Dynamic } from "../dynamic.ts";

/** What such classes extend. Their instances are made as ever, until a class of the program calls their `__init__`. */
// oxlint-disable-next-line typescript/no-extraneous-class -- a place in the chain of classes
export class Fillable {}

let waiting: object | null = null;

/** Takes the place of `Fillable` from the first filling on: hands out the object that waits for it. */
class Filling {
  constructor() {
    const object = waiting;
    waiting = null;
    // oxlint-disable-next-line no-constructor-return -- the fields are put into the object that is there
    if (object !== null) return object;
  }
}

/** `type.__init__(object, *args)` of a built-in class: what its constructor would put into a new object. */
export function fill(type: Function, object: Dynamic, args: readonly Dynamic[]): void {
  const root = root_of(type);
  if (Object.getPrototypeOf(root) === Fillable) Object.setPrototypeOf(root as object, Filling);
  waiting = object;
  try {
    Reflect.construct(type, args, object.constructor);
  } finally {
    waiting = null;
  }
}

/** Whether the class, or one above it, says that it is one. */
export function is_fillable(type: Function): boolean {
  return root_of(type) !== null;
}

export function is_fillable_root(type: unknown): boolean {
  return type === Fillable || type === Filling;
}

/** The class that extends `Fillable` itself. */
function root_of(type: Function): Function | null {
  for (let at: Function = type; typeof at === "function";) {
    const parent: Function = Object.getPrototypeOf(at);
    if (is_fillable_root(parent)) return at;
    at = parent;
  }
  return null;
}
