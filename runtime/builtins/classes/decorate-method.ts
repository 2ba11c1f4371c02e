// Decorators on methods: Python's decorators see a function that takes the object first.
import { property_of } from "../attributes/class-dict.ts";
import { call } from "../calls/call.ts";
import type { Dynamic } from "../dynamic.ts";
import { class_qualname } from "../type-name.ts";
import { tell_name } from "./class-attributes.ts";
import { as_function } from "./method-forms.ts";
import { set_class_attribute } from "./set-class-attribute.ts";

/**
 * Replaces the method by what `decorator` makes of it. The decorator gets, and gives back, a function whose first
 * argument is the object (or, for static methods, none). Emitted in a static block of the class.
 */
export function decorate_method(cls: Dynamic, name: string, decorator: Dynamic): void {
  if (Object.hasOwn(cls, name)) {
    const f: Dynamic = cls[name];
    if (!Object.hasOwn(f, "__qualname__"))
      Object.defineProperty(f, "__qualname__", { value: `${class_qualname(cls)}.${name}` });
    // Deleted first, so that the attributes of the class keep the order of its body.
    Reflect.deleteProperty(cls, name);
    cls[name] = call(decorator, f);
    return;
  }
  const own = Object.getOwnPropertyDescriptor(cls.prototype, name);
  const member: Dynamic =
    own?.value === undefined ? property_of(own ?? {}) : as_function(own.value);
  const decorated: Dynamic = call(decorator, member);
  set_class_attribute(cls, name, decorated);
  tell_name(decorated, cls, name);
}
