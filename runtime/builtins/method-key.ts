// What tells bound methods apart: each reading of `x.m` makes one of its own, and all of them are equal.

const keys = new WeakMap<Function, object>();
const by_object = new WeakMap<object, Map<Function, object>>();

/** Notes that `method` is `f` bound to the object. */
export function note_method(method: Function, object: object, f: Function): void {
  let known = by_object.get(object);
  if (known === undefined) {
    known = new Map();
    by_object.set(object, known);
  }
  let key = known.get(f);
  if (key === undefined) {
    key = method;
    known.set(f, key);
  }
  keys.set(method, key);
}

/** The same for bound methods that are equal; functions stand for themselves. */
export function method_key(f: Function): object {
  return keys.get(f) ?? f;
}
