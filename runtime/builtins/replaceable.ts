// Modules of the library as objects, where a program replaces something in them: `mock.patch("time.sleep")`.
import { callable_kind } from "./calls/callable-kind.ts";
import { call } from "./calls/call.ts";
import type { Dynamic } from "./dynamic.ts";
import { ProgramModule, tell_module } from "./program-modules.ts";

const objects = new Map<string, object>();
const modules = new WeakMap<object, ProgramModule>();

/**
 * `const time = replaceable("time", library)`: the module's exports, each of which can be replaced by assignment. All who
 * ask for a module get the same object, and `patch` finds it by its name.
 */
export function replaceable<M extends object>(name: string, library: M): M {
  let object = objects.get(name) as M | undefined;
  if (object === undefined) {
    object = face_of(library);
    objects.set(name, object);
    const made = new LibraryModule(name, object);
    modules.set(object, made);
    tell_module(made);
  }
  return object;
}

/** What a module that is an object stands for; `null` for all else. */
export function replaceable_module(value: unknown): ProgramModule | null {
  return typeof value === "object" && value !== null ? (modules.get(value) ?? null) : null;
}

class LibraryModule extends ProgramModule {
  readonly #object: Dynamic;

  constructor(name: string, object: Dynamic) {
    super(name, () => object, {});
    this.#object = object;
  }

  override set(name: string, value: Dynamic): void {
    const original: unknown = this.#object[name];
    if (typeof original === "function" && callable_kind(original) === "blocking") {
      this.#object[name] = typeof value === "function" ? value : face_of_callable(value);
      return;
    }
    const given = { value, writable: true, enumerable: true, configurable: true };
    if (name in this.#object) this.#object[name] = value;
    else Object.defineProperty(this.#object, name, given);
  }

  override remove(name: string): void {
    Reflect.deleteProperty(this.#object, name);
  }

  override __repr__(): string {
    const name = this.__name__;
    const kind = BUILT_IN.has(name) ? " (built-in)" : FROZEN.has(name) ? " (frozen)" : "";
    return `<module '${name}'${kind}>`;
  }
}

const BUILT_IN: ReadonlySet<string> = new Set(["builtins", "errno", "itertools", "sys", "time"]);
const FROZEN: ReadonlySet<string> = new Set(["abc", "codecs", "io", "os", "stat"]);

/** What blocks is called by name: a mock stands behind a function. */
function face_of_callable(value: Dynamic): Dynamic {
  return Object.assign((...args: readonly Dynamic[]) => call(value, ...args), {
    __wrapped__: value,
  });
}

/** An object with the module's exports as they are at the time of asking, until something is put into their place. */
function face_of<M extends object>(library: M): M {
  const face: M = Object.create(null, { [Symbol.toStringTag]: { value: "Module" } });
  const replaced = new Map<string, unknown>();
  for (const name of Object.keys(library))
    Object.defineProperty(face, name, {
      enumerable: true,
      configurable: true,
      get: () => (replaced.has(name) ? replaced.get(name) : Reflect.get(library, name)),
      set: (value: unknown) => {
        if (value === Reflect.get(library, name)) replaced.delete(name);
        else replaced.set(name, value);
      },
    });
  return face;
}
