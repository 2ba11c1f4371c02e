// Metaclasses: a class whose statics end in the methods of its metaclass, and `type` as a class to extend.
import { mro_of } from "../attributes/mro.ts";
import { PyObject } from "../attributes/object.ts";
import type { Dynamic } from "../dynamic.ts";
import { METACLASS, metaclass_of } from "../metaclass.ts";
import { TypeError } from "../exceptions/index.ts";

/** The metaclass of a new class: the most derived of what is asked for and those of the bases. */
export function winner(bases: readonly Function[], asked: Dynamic): Function | null {
  let best = is_metaclass(asked) ? asked : null;
  for (const base of bases) {
    const own: Dynamic = metaclass_of(base);
    if (own === null || own === best) continue;
    if (best === null || mro_of(own).includes(best)) best = own;
    else if (!mro_of(best).includes(own))
      throw new TypeError(
        "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses " +
          "of all its bases",
      );
  }
  return best;
}

/** Another than `type` itself. */
function is_metaclass(asked: Dynamic): boolean {
  return (
    typeof asked === "function" &&
    Object.prototype.isPrototypeOf.call(Function.prototype, asked.prototype) &&
    Object.getPrototypeOf(asked.prototype) !== Function.prototype
  );
}

const roots = new Map<Function, Function>();

/** A stand-in for `object` whose own prototype is that of the metaclass: its methods are statics of the classes. */
export function root_of_metaclass(meta: Dynamic): Function {
  if (meta === null) return PyObject;
  let root = roots.get(meta);
  if (root === undefined) {
    root = class {
      constructor(...args: readonly Dynamic[]) {
        // oxlint-disable-next-line no-constructor-return -- the instance is made as those of `object` are
        return Reflect.construct(PyObject, args, new.target);
      }
    };
    Object.setPrototypeOf(root.prototype, PyObject.prototype);
    Object.setPrototypeOf(root, meta.prototype);
    Object.defineProperties(root, {
      [METACLASS]: { value: meta },
      __new__: { value: PyObject.__new__, configurable: true, writable: true },
    });
    roots.set(meta, root);
  }
  return root;
}
