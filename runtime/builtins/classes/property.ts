// property, staticmethod, classmethod: as values, where a program makes them itself or asks a class for them.
import { call } from "../calls/call.ts";
import type { Dynamic } from "../dynamic.ts";
import { AttributeError } from "../exceptions/index.ts";
import { is_keywords } from "../keywords.ts";
import { class_qualname, type_name } from "../type-name.ts";

/** The accessors take the object first. */
export class Property {
  static readonly __name__: string = "property";
  static readonly __module__: string = "builtins";
  __name__: string | null = null;
  __doc__: Dynamic;
  readonly fget: Dynamic;
  readonly fset: Dynamic;
  readonly fdel: Dynamic;

  constructor(
    fget: Dynamic = null,
    fset: Dynamic = null,
    fdel: Dynamic = null,
    doc: Dynamic = null,
  ) {
    this.fget = fget;
    this.fset = fset;
    this.fdel = fdel;
    this.__doc__ = doc ?? fget?.__doc__ ?? null;
  }

  getter(fget: Dynamic): Property {
    return new Property(fget, this.fset, this.fdel, this.__doc__);
  }

  setter(fset: Dynamic): Property {
    return new Property(this.fget, fset, this.fdel, this.__doc__);
  }

  deleter(fdel: Dynamic): Property {
    return new Property(this.fget, this.fset, fdel, this.__doc__);
  }

  __set_name__(_owner: Dynamic, name: string): void {
    this.__name__ ??= name;
  }

  __get__(object: Dynamic, _type: Dynamic = null): Dynamic {
    if (object == null) return this;
    if (this.fget == null) throw this.#refused(object, "getter");
    return call(this.fget, object);
  }

  __set__(object: Dynamic, value: Dynamic): void {
    if (this.fset == null) throw this.#refused(object, "setter");
    call(this.fset, object, value);
  }

  __delete__(object: Dynamic): void {
    if (this.fdel == null) throw this.#refused(object, "deleter");
    call(this.fdel, object);
  }

  #refused(object: Dynamic, what: string): AttributeError {
    const name = this.__name__ === null ? "" : ` '${this.__name__}'`;
    return new AttributeError(
      `property${name} of '${class_qualname(object.constructor) || type_name(object)}' object has no ${what}`,
    );
  }
}

export class StaticMethod {
  static readonly __name__: string = "staticmethod";
  static readonly __module__: string = "builtins";
  readonly __func__: Dynamic;

  constructor(f: Dynamic) {
    this.__func__ = f;
  }

  get __wrapped__(): Dynamic {
    return this.__func__;
  }

  __call__(...args: readonly Dynamic[]): Dynamic {
    return call(this.__func__, ...args);
  }

  __get__(_object: Dynamic, _type: Dynamic = null): Dynamic {
    return this.__func__;
  }
}

export class ClassMethod {
  static readonly __name__: string = "classmethod";
  static readonly __module__: string = "builtins";
  readonly __func__: Dynamic;

  constructor(f: Dynamic) {
    this.__func__ = f;
  }

  get __wrapped__(): Dynamic {
    return this.__func__;
  }

  __get__(object: Dynamic, type: Dynamic = null): Dynamic {
    const receiver = type ?? object.constructor;
    return (...args: readonly Dynamic[]): Dynamic => call(this.__func__, receiver, ...args);
  }
}

interface BuiltinType {
  readonly __name__: string;
  readonly __module__: string;
  readonly __is_type__: true;
}

/** `property(fget, fset, fdel, doc)`. */
function make_property(...args: readonly Dynamic[]): Property {
  const last: Dynamic = args.at(-1);
  if (!is_keywords(last)) return new Property(...args);
  const [fget = null, fset = null, fdel = null, doc = null] = args.slice(0, -1);
  const given: Record<string, Dynamic> = { fget, fset, fdel, doc, ...last };
  return new Property(given["fget"], given["fset"], given["fdel"], given["doc"]);
}

export const property: typeof make_property & BuiltinType = /* @__PURE__ */ Object.assign(
  make_property,
  { __name__: "property", __module__: "builtins", __is_type__: true } as const,
);

function make_staticmethod(f: Dynamic): StaticMethod {
  return new StaticMethod(f);
}

export const staticmethod: typeof make_staticmethod & BuiltinType = /* @__PURE__ */ Object.assign(
  make_staticmethod,
  { __name__: "staticmethod", __module__: "builtins", __is_type__: true } as const,
);

function make_classmethod(f: Dynamic): ClassMethod {
  return new ClassMethod(f);
}

export const classmethod: typeof make_classmethod & BuiltinType = /* @__PURE__ */ Object.assign(
  make_classmethod,
  { __name__: "classmethod", __module__: "builtins", __is_type__: true } as const,
);

/** Gives a property of the class the docstring of its getter: `static { documented_property(this, "size", "In bytes."); }`. */
export function documented_property(cls: Dynamic, name: string, doc: string): void {
  const getter: Dynamic = Object.getOwnPropertyDescriptor(cls.prototype, name)?.get;
  if (getter !== undefined) getter.__doc__ = doc;
}
