// type as a class: what metaclasses extend. Its instances are classes.
import { PyObject } from "../attributes/object.ts";
import { subclasses_of } from "../attributes/subclasses.ts";
import { mro_of } from "../attributes/mro.ts";
import type { Dynamic } from "../dynamic.ts";
import { new_instance } from "./new-instance.ts";
import { made_class } from "./class-created.ts";

/** `this` is a class whose metaclass extends `type`. */
export class PyType extends PyObject {
  static override readonly __module__: string = "builtins";

  static override get __name__(): string {
    return this === PyType ? "type" : this.name;
  }

  /** `type.__new__(mcs, name, bases, namespace)`. */
  static override __new__(
    meta: Dynamic,
    name: Dynamic,
    bases: Dynamic,
    namespace: Dynamic,
    keywords: Dynamic = {},
  ): Dynamic {
    return made_class(meta, name, bases, namespace, keywords);
  }

  override __init__(..._args: readonly Dynamic[]): void {}

  /** `Foo(*args)`: an instance. */
  __call__(...args: readonly Dynamic[]): Dynamic {
    return new_instance(this, args);
  }

  mro(): readonly Function[] {
    return [...mro_of(this)];
  }

  __subclasses__(): readonly Function[] {
    return subclasses_of(this as Dynamic);
  }
}

// What is no attribute of a metaclass is one of functions, to JavaScript.
Object.setPrototypeOf(PyType.prototype, Function.prototype);
