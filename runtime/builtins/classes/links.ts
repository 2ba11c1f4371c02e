// Links: what stands for a class in the prototype chain of another class that has several bases.
import type { Dynamic } from "../dynamic.ts";
import { class_name } from "../type-name.ts";
import { is_of_javascript, uncover } from "./native-names.ts";

/** For each class its links, which follow what is set on it later. */
const links = new WeakMap<Function, Dynamic[]>();

/** A class between `parent` and what extends the link, with everything that `type` itself defines. */
export function link_class(type: Dynamic, parent: Dynamic): Function {
  const link = class extends parent {};
  Object.defineProperty(link, "name", { value: class_name(type) });
  uncover(link);
  for (const key of Reflect.ownKeys(type.prototype)) follow_method(type, link, key);
  for (const key of Object.getOwnPropertyNames(type)) follow_static(type, link, key);
  link_to(type, link);
  return link;
}

/** From now on instances of `link` are instances of `type` too, although it is not in their chain of prototypes. */
export function link_to(type: Function, link: Function): void {
  const known = links.get(type) ?? [];
  if (known.includes(link)) return;
  known.push(link);
  links.set(type, known);
  if (!Object.hasOwn(type, Symbol.hasInstance))
    Object.defineProperty(type, Symbol.hasInstance, { value: has_instance, configurable: true });
}

/** Tells the links of a class of something that was set on it or deleted. */
export function refresh_links(type: Function, key: PropertyKey): void {
  for (const link of links.get(type) ?? []) {
    follow_method(type, link, key);
    follow_static(type, link, key);
  }
}

function follow_method(type: Dynamic, link: Dynamic, key: PropertyKey): void {
  if (key === "constructor") return;
  const found = Object.getOwnPropertyDescriptor(type.prototype, key);
  if (found === undefined) delete link.prototype[key];
  else Object.defineProperty(link.prototype, key, { ...found, configurable: true });
}

/** Statics are read through the link, so that it never tells an old value; a subclass that sets one gets its own. */
function follow_static(type: Dynamic, link: Dynamic, key: PropertyKey): void {
  if (is_of_javascript(type, key)) return;
  const found = Object.getOwnPropertyDescriptor(type, key);
  if (found === undefined) {
    delete link[key];
    return;
  }
  Object.defineProperty(link, key, {
    get(this: unknown): unknown {
      return Reflect.get(type, key, this);
    },
    set(this: object, value: unknown): void {
      Object.defineProperty(this, key, {
        value,
        writable: true,
        enumerable: true,
        configurable: true,
      });
    },
    enumerable: found.enumerable ?? false,
    configurable: true,
  });
}

/** `x instanceof type`, also through links. */
function has_instance(this: Dynamic, value: unknown): boolean {
  if (Reflect.apply(Function.prototype[Symbol.hasInstance], this, [value])) return true;
  if (typeof value !== "object" && typeof value !== "function") return false;
  const own = links.get(this);
  return own !== undefined && value !== null
    ? own.some((link) => Object.prototype.isPrototypeOf.call(link.prototype, value))
    : false;
}
