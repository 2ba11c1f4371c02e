// What happens when the body of a class is done: descriptors learn their names, bases and the metaclass see the class.
import { class_dict } from "../attributes/class-dict.ts";
import { PyObject } from "../attributes/object.ts";
import { bases_of, joint_of } from "../attributes/mro.ts";
import { note_subclass } from "../attributes/subclasses.ts";
import { call_with } from "../calls/call-with.ts";
import type { Dynamic } from "../dynamic.ts";
import { TypeError } from "../exceptions/index.ts";
import { Dict } from "../mappings/dict.ts";
import { Tuple } from "../tuple.ts";
import { class_name } from "../type-name.ts";
import { bases } from "./bases.ts";
import { tell_name } from "./class-attributes.ts";
import { metaclass_of } from "../metaclass.ts";
import { delete_class_attribute, set_class_attribute } from "./set-class-attribute.ts";
import { super_of } from "./super-of.ts";

/** A class whose body is done, on its way through its metaclass. */
interface Pending {
  readonly cls: Dynamic;
  readonly namespace: Dict<string, Dynamic>;
  is_made: boolean;
}

const pending: Pending[] = [];

/**
 * `static { class_created(this, "a", "b"); }` at the end of a class that its bases or its metaclass want to know of;
 * the names in the order in which the body binds them.
 */
export function class_created(cls: Dynamic, ...order: readonly string[]): void {
  const { metaclass: _, ...keywords } = joint_of(cls)?.keywords ?? {};
  const meta: Dynamic = metaclass_of(cls);
  if (meta === null) return finish(cls, keywords);
  const prepared = prepare(cls, meta, keywords);
  const own: Pending = { cls, namespace: in_order(cls, [...prepared, ...order]), is_made: false };
  const args = [class_name(cls), named_bases(cls), own.namespace];
  pending.push(own);
  try {
    const made: unknown = call_with(meta.__new__.bind(meta), [meta, ...args], keywords);
    if (made !== cls)
      throw new TypeError(
        `the metaclass of '${class_name(cls)}' gives another object than the class`,
      );
  } finally {
    pending.pop();
  }
  const init: Dynamic = meta.prototype.__init__;
  call_with(init.bind(cls), args, keywords);
}

/** `type.__new__(meta, name, bases, namespace)`: the class whose body is done, or a new one. */
export function made_class(
  meta: Dynamic,
  name: string,
  parents: readonly Dynamic[],
  namespace: Dynamic,
  keywords: Readonly<Record<string, Dynamic>>,
): Dynamic {
  const own = pending.at(-1);
  const is_own = own !== undefined && !own.is_made;
  if (is_own && (own.namespace === namespace || class_name(own.cls) === name)) {
    own.is_made = true;
    adopt(own, namespace);
    if (class_name(own.cls) !== name) Object.defineProperty(own.cls, "__name__", { value: name });
    finish(own.cls, keywords);
    return own.cls;
  }
  const base: Dynamic = bases(...parents, { metaclass: meta });
  const cls = class extends base {};
  Object.defineProperty(cls, "name", { value: name });
  fill(cls, namespace);
  finish(cls, keywords);
  return cls;
}

/** Everything that a namespace says becomes an attribute of the class. */
function fill(cls: Dynamic, namespace: Dynamic): void {
  for (const [key, value] of namespace.entries() as Iterable<[string, Dynamic]>) {
    if (SPECIAL.has(key)) Object.defineProperty(cls, key, { value, configurable: true });
    else set_class_attribute(cls, key, value);
  }
  for (const [key, value] of namespace.entries() as Iterable<[string, Dynamic]>)
    tell_name(value, cls, key);
}

const SPECIAL: ReadonlySet<string> = new Set([
  "__module__",
  "__qualname__",
  "__doc__",
  "__slots__",
]);

/** What the metaclass changed in the namespace is changed in the class. */
function adopt({ cls, namespace }: Pending, changed: Dynamic): void {
  const before = new Map(class_dict(cls).entries());
  for (const [name, value] of changed.entries() as Iterable<[string, Dynamic]>)
    if (
      !SPECIAL.has(name) &&
      (!before.has(name) || namespace.get(name) !== value || namespace !== changed)
    )
      if (!is_same(before.get(name), value)) set_class_attribute(cls, name, value);
  for (const name of before.keys())
    if (!SPECIAL.has(name) && !changed.has(name)) delete_class_attribute(cls, name);
}

function is_same(one: Dynamic, other: Dynamic): boolean {
  return one === other || (one?.__func__ !== undefined && one.__func__ === other?.__func__);
}

/** `__set_name__` has been called where the body was run; now the bases hear of the class. */
function finish(cls: Dynamic, keywords: Readonly<Record<string, Dynamic>>): void {
  for (const base of bases_of(cls)) note_subclass(base, cls);
  const hook: Dynamic = super_of(cls, cls).__init_subclass__;
  call_with(hook, [], keywords);
}

/** What `__prepare__` puts into the namespace before the body runs. */
function prepare(
  cls: Dynamic,
  meta: Dynamic,
  keywords: Readonly<Record<string, Dynamic>>,
): readonly string[] {
  if (typeof meta.__prepare__ !== "function") return [];
  const args = [class_name(cls), named_bases(cls)];
  const namespace: Dynamic = call_with(meta.__prepare__.bind(meta), args, keywords);
  for (const [name, value] of namespace.entries() as Iterable<[string, Dynamic]>)
    if (!Object.hasOwn(cls, name) && !Object.hasOwn(cls.prototype, name))
      set_class_attribute(cls, name, value);
  return [...namespace];
}

/** The bases as the class statement names them: `object` goes without saying. */
function named_bases(cls: Dynamic): Dynamic {
  const found = bases_of(cls);
  return Tuple.from_iterable(found.length === 1 && found[0] === PyObject ? [] : found);
}

/** The namespace in the order of the body; what it does not name comes last. */
function in_order(cls: Dynamic, order: readonly string[]): Dict<string, Dynamic> {
  const all = class_dict(cls);
  const found = new Dict<string, Dynamic>([
    ["__module__", all.get("__module__")],
    ["__qualname__", class_name(cls)],
  ]);
  for (const name of [...order, ...all]) if (all.has(name)) found.set(name, all.get(name));
  return found;
}
