// The `__new__` of built-in types, for classes below them that have one of their own.
import { mro_of } from "../attributes/mro.ts";
import { callable_of, class_behind } from "../attributes/type-of.ts";
import type { Dynamic } from "../dynamic.ts";
import { BaseException, TypeError } from "../exceptions/index.ts";
import { is_keywords } from "../keywords.ts";
import { class_name } from "../type-name.ts";

/** `tuple.__new__(cls, *args)`: an instance of `cls` that holds what the type makes of the arguments; `__init__` is not called. */
export type NativeNew = (cls: Dynamic, ...args: readonly Dynamic[]) => Dynamic;

/** The `__new__` of a built-in type. */
export function native_new(type: Dynamic): NativeNew {
  const made = callable_of(type);
  return (cls, ...args) => {
    if (
      Object.hasOwn(cls, "__is_type__") &&
      !mro_of(class_behind(cls)).includes(class_behind(type))
    )
      throw new TypeError(
        `${class_name(made)}.__new__(${class_name(cls)}): ${class_name(cls)} is not a subtype of ${class_name(made)}`,
      );
    if (type === BaseException || type.prototype instanceof BaseException)
      return Reflect.construct(
        made,
        args.filter((each) => !is_keywords(each)),
        cls,
      );
    // These are filled by `__init__`, which their constructors call.
    if (EMPTY.has(String(made.__name__)) && made.__module__ === "builtins")
      return Object.setPrototypeOf(
        made === callable_of(Array) ? new made() : made(),
        cls.prototype,
      );
    return Reflect.construct(made, args, cls);
  };
}

const EMPTY: ReadonlySet<string> = new Set(["list", "dict", "set", "bytearray"]);
