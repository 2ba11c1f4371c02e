// Abstract classes: which methods they leave open, and that they have no instances.
import type { Dynamic } from "../dynamic.ts";
import { TypeError } from "../exceptions/index.ts";
import { class_name } from "../type-name.ts";

/** Names of the methods that a class itself declares abstract, under a symbol that its subclasses inherit. */
export const ABSTRACT: unique symbol = Symbol("abstract methods");

const open = new WeakMap<Function, readonly string[]>();

/** `static { abstract_methods(this, "area"); }`: what the class declares with `@abstractmethod`. */
export function abstract_methods(cls: Dynamic, ...names: readonly string[]): void {
  const own: Record<string, unknown> = {};
  for (const name of names) own[name] = marked(implementation(cls, name));
  const inherited: readonly Record<string, unknown>[] = cls[ABSTRACT] ?? [];
  Object.defineProperty(cls, ABSTRACT, { value: [...inherited, own], configurable: true });
}

function marked(method: unknown): unknown {
  if (typeof method === "function")
    Object.defineProperty(method, "__isabstractmethod__", { value: true, configurable: true });
  return method;
}

/** Takes over what a base declares that is not in the chain of prototypes. */
export function inherit_abstract(cls: Dynamic, base: Dynamic): void {
  const declared: readonly Record<string, unknown>[] | undefined = base[ABSTRACT];
  if (declared === undefined) return;
  const inherited: readonly Record<string, unknown>[] = cls[ABSTRACT] ?? [];
  const all = [...new Set([...inherited, ...declared])];
  Object.defineProperty(cls, ABSTRACT, { value: all, configurable: true });
}

/** `cls.__abstractmethods__`: the abstract methods that no class down to this one implements, sorted. */
export function open_methods(cls: Dynamic): readonly string[] {
  const declared: readonly Record<string, unknown>[] | undefined = cls[ABSTRACT];
  if (declared === undefined) return [];
  let names = open.get(cls);
  if (names === undefined) {
    const found = new Set<string>();
    for (const one of declared)
      for (const [name, method] of Object.entries(one))
        if (implementation(cls, name) === method) found.add(name);
    names = [...found].sort();
    open.set(cls, names);
  }
  return names;
}

/** TypeError (CPython's) when the class is abstract. */
export function check_concrete(cls: Dynamic): void {
  if (cls[ABSTRACT] === undefined) return;
  const names = open_methods(cls);
  if (names.length === 0) return;
  const noun = names.length === 1 ? "method" : "methods";
  throw new TypeError(
    `Can't instantiate abstract class ${class_name(cls)} without an implementation for abstract ${noun} ` +
      names.map((name) => `'${name}'`).join(", "),
  );
}

/** What the name means on instances or, for static and class methods, on the class. */
function implementation(cls: Dynamic, name: string): unknown {
  for (let type = cls.prototype; type !== null; type = Object.getPrototypeOf(type)) {
    const found = Object.getOwnPropertyDescriptor(type, name);
    if (found === undefined) continue;
    const is_static = found.get !== undefined && name in cls && !(name in Function.prototype);
    return is_static ? cls[name] : (found.get ?? found.value);
  }
  return cls[name];
}
