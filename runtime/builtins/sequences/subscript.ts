// getitem, setitem, delitem: `x[key]` of anything, read, assigned and deleted.
import type { Dynamic } from "../dynamic.ts";
import { TypeError } from "../exceptions/index.ts";
import { integer_value } from "../numbers/kinds.ts";
import { metaclass_method } from "../metaclass.ts";
import { plain } from "../primitive.ts";
import { Tuple } from "../tuple.ts";
import { class_name, is_class, type_name } from "../type-name.ts";
import { GenericAlias, is_generic_type } from "./generic-alias.ts";
import { list_delete, list_get, list_set } from "./list-slice.ts";
import type { Slice } from "./slice.ts";
import { text_get } from "./text-slice.ts";

/** What `x[key]` goes through where `x` has a `__getitem__`. */
export interface Subscriptable<K, V> {
  __getitem__(key: K): V;
}

/** `container[key]`. IndexError, KeyError, or TypeError when there are no subscripts. */
export function getitem<T>(items: readonly T[], key: Slice): T[];
export function getitem<T>(items: readonly T[], key: number | boolean): T;
export function getitem(text: string, key: number | boolean | Slice): string;
export function getitem<K, V>(container: Subscriptable<K, V>, key: K): V;
export function getitem(container: Dynamic, key: Dynamic): Dynamic;
export function getitem(container: Dynamic, key: Dynamic): Dynamic {
  if (typeof key === "number" && key >= 0 && Array.isArray(container)) {
    const { constructor } = container;
    if ((constructor === Array || constructor === Tuple) && key < container.length) {
      const item: Dynamic = container[key];
      if (item !== undefined) return item;
    }
  }
  return item_of(container, key);
}

function item_of(container: Dynamic, key: Dynamic): Dynamic {
  if (typeof container === "string") return text_get(container, key);
  if (typeof container === "object" && container !== null) {
    if (Array.isArray(container) && container.constructor === Array)
      return list_get(container, key);
    if (typeof container.__getitem__ === "function") return container.__getitem__(key);
    if (Array.isArray(container)) return list_get(container, key);
    const primitive = plain(container);
    if (typeof primitive === "string") return text_get(primitive, key);
  } else if (typeof container === "function" && is_class(container))
    return of_class(container, key);
  throw new TypeError(`'${type_name(container)}' object is not subscriptable`);
}

/** `container[key] = value`. */
export function setitem<T>(items: T[], key: Slice, value: Iterable<T>): void;
export function setitem<T>(items: T[], key: number | boolean, value: T): void;
export function setitem(container: Dynamic, key: Dynamic, value: Dynamic): void;
export function setitem(container: Dynamic, key: Dynamic, value: Dynamic): void {
  if (typeof key === "number" && key >= 0 && Array.isArray(container)) {
    if (container.constructor === Array && key < container.length && Number.isInteger(key)) {
      container[key] = value;
      return;
    }
  }
  set_item(container, key, value);
}

function set_item(container: Dynamic, key: Dynamic, value: Dynamic): void {
  if (typeof container === "object" && container !== null) {
    if (typeof container.__setitem__ === "function") return container.__setitem__(key, value);
    if (Array.isArray(container) && !(container instanceof Tuple))
      return list_set(container, key, value);
  }
  throw new TypeError(`'${type_name(container)}' object does not support item assignment`);
}

/** `del container[key]`. */
export function delitem(container: Dynamic, key: Dynamic): void {
  if (typeof container === "object" && container !== null) {
    if (typeof container.__delitem__ === "function") return container.__delitem__(key);
    if (Array.isArray(container) && !(container instanceof Tuple))
      return list_delete(container, key);
  }
  const verb = is_indexed(container) && integer_value(key) !== null ? "doesn't" : "does not";
  throw new TypeError(`'${type_name(container)}' object ${verb} support item deletion`);
}

/** `list[int]`, or the class's own `__class_getitem__`. */
function of_class(type: Dynamic, key: unknown): Dynamic {
  const of_metaclass = metaclass_method(type, "__getitem__");
  if (of_metaclass !== null) return of_metaclass(key);
  if (is_generic_type(type)) return new GenericAlias(type, key);
  if (typeof type.__class_getitem__ === "function") return type.__class_getitem__(key);
  throw new TypeError(`type '${class_name(type)}' is not subscriptable`);
}

/** What CPython's C API calls a sequence, which sets and all objects of a program's classes are: its error has other words. */
function is_indexed(container: unknown): boolean {
  if (typeof container !== "object" || container === null) return typeof container === "string";
  return type_name(container) !== "float" && type_name(container) !== "complex";
}
