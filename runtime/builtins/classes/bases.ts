// bases(B, C): what a class extends whose bases JavaScript can't express: several of them, a metaclass, keywords.
import { callable_of, class_behind } from "../attributes/type-of.ts";
import { is_native } from "../attributes/native-init.ts";
import { mro_of, note_joint } from "../attributes/mro.ts";
import { initialise, PyObject } from "../attributes/object.ts";
import type { Dynamic } from "../dynamic.ts";
import { BaseException, TypeError } from "../exceptions/index.ts";
import { is_keywords } from "../keywords.ts";
import { inherit_abstract } from "./abstract.ts";
import { link_class } from "./links.ts";
import { linearise } from "./linearise.ts";
import { uncover } from "./native-names.ts";
import { NATIVE_NEW } from "./native-new-key.ts";
import { native_new } from "./native-new.ts";
import { solid_before } from "./solid-base.ts";
import { metaclass_of } from "../metaclass.ts";
import { class_module, class_name } from "../type-name.ts";
import { root_of_metaclass, winner } from "./metaclass.ts";

/** What TypeScript knows of such a class: its instances may have anything, the statics of the bases are there. */
export type Extended<C> = (new (...args: Dynamic[]) => Instance<C>) & {
  [K in C extends unknown ? Exclude<keyof C, "prototype"> : never]: Dynamic;
};

/** Anything, and the items of a built-in container. */
type Instance<C> = [Extract<C, Container>] extends [never]
  ? Dynamic
  : { [name: string]: Dynamic; [Symbol.iterator](): IterableIterator<Dynamic> };

type Container = abstract new (...args: never) => Iterable<unknown>;

/**
 * `class D extends bases(B, C)`: a class whose prototype chain is Python's order of resolution, with links that stand
 * for the bases that can't be in it themselves. A trailing object holds the keywords of the class statement.
 * TypeError when the orders or the metaclasses of the bases contradict one another.
 */
export function bases<C extends readonly Dynamic[]>(...parts: C): Extended<C[number]> {
  const last: Dynamic = parts.at(-1);
  const keywords: Readonly<Record<string, Dynamic>> = is_keywords(last) ? last : {};
  const given = (is_keywords(last) ? parts.slice(0, -1) : parts).map(base_class);
  const classes = given.length === 0 ? [PyObject] : given;
  const meta = winner(classes, keywords["metaclass"]);
  const order = linearise(classes, mro_of);
  refuse_conflict(classes);
  const parent: Dynamic = chain(order, meta);
  const [only] = classes;
  if (classes.length === 1 && parent === only && Object.keys(keywords).length === 0) return parent;
  const joint = class extends parent {};
  uncover(joint);
  note_joint(joint, { bases: classes, order, keywords });
  for (const base of classes) inherit_abstract(joint, base);
  return joint as unknown as Extended<C[number]>;
}

/** Values of two built-in types can't be one object. */
function refuse_conflict(classes: readonly Function[]): void {
  const kinds = new Set(
    classes.flatMap((each) => mro_of(each).filter(holds_value).slice(0, 1).map(class_name)),
  );
  if (kinds.size > 1) throw new TypeError("multiple bases have instance lay-out conflict");
}

function holds_value(type: Function): boolean {
  return class_module(type) === "builtins" && VALUES.has(class_name(type));
}

const VALUES: ReadonlySet<string> = new Set(
  "int str list dict tuple set frozenset bytes bytearray float complex BaseException".split(" "),
);

/** The class that stands behind a built-in type; program classes stand for themselves. */
function base_class(type: Dynamic): Function {
  return class_behind(type);
}

/** The longest end of the order that is a chain of prototypes already, and links for what stands before it. */
function chain(order: readonly Function[], meta: Function | null): Function {
  let at = order.findIndex(
    (type, index) => metaclass_of(type) === meta && is_same(mro_of(type), order.slice(index)),
  );
  let parent: Dynamic = order[at];
  const solid = meta === null ? solid_before(at, order) : null;
  if (solid !== null) {
    at = order.indexOf(PyObject);
    parent = solid;
  } else if (parent === undefined) {
    at = order.length - 1;
    parent = root_of_metaclass(meta);
  }
  if (!(RUNS_INIT in parent)) parent = initialising(parent);
  for (let index = at - 1; index >= 0; index -= 1) {
    const type = order[index];
    if (type !== undefined) parent = link_class(type, parent);
  }
  return parent;
}

function is_same(one: readonly Function[], other: readonly Function[]): boolean {
  return one.length === other.length && one.every((type, index) => type === other[index]);
}

/** Marks the classes whose constructor calls `__init__`; what extends them inherits it. */
const RUNS_INIT: unique symbol = Symbol("runs __init__");
Object.defineProperty(PyObject, RUNS_INIT, { value: true });

/** A built-in class below which `__new__` and `__init__` are methods: they are called as `type.__call__` calls them. */
function initialising(type: Dynamic): Function {
  const is_exception = type === BaseException || type.prototype instanceof BaseException;
  const fills = is_native(type);
  const made = class extends callable_of(type) {
    constructor(...args: readonly Dynamic[]) {
      const cls: Dynamic = new.target;
      if (cls.__new__ !== undefined) {
        const object: Dynamic = cls.__new__(cls, ...args);
        if (object instanceof cls && typeof object.__init__ === "function")
          initialise(object, args);
        // oxlint-disable-next-line no-constructor-return -- what `__new__` returns is the instance
        return object;
      }
      if (fills && typeof cls.prototype.__init__ === "function") {
        const object: Dynamic = Object.create(cls.prototype);
        initialise(object, args);
        // oxlint-disable-next-line no-constructor-return -- it is filled where `__init__` calls that of the built-in class
        return object;
      }
      if (is_exception) super(...args.filter((each) => !is_keywords(each)));
      else super(...args);
      if (typeof this.__init__ === "function" && !calls_itself(type)) initialise(this, args);
    }
  };
  Object.defineProperty(made, RUNS_INIT, { value: true });
  Object.defineProperty(made, NATIVE_NEW, { value: native_new(type) });
  note_joint(made, { bases: [type], order: mro_of(type), keywords: {} });
  return made;
}

/** Its constructor calls `__init__` of subclasses by itself. */
function calls_itself(type: Dynamic): boolean {
  return typeof callable_of(type).prototype.__init__ === "function";
}
