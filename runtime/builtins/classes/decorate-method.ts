// Decorators on methods: Python's decorators see a function that takes the object first.
import { named_plainly, property_of } from "../attributes/class-dict.ts";
import { call } from "../calls/call.ts";
import type { Dynamic } from "../dynamic.ts";
import { class_qualname } from "../type-name.ts";
import { tell_name } from "./class-attributes.ts";
import { as_function, as_method } from "./method-forms.ts";
import { set_class_attribute } from "./set-class-attribute.ts";

/** What another decorator above makes of the decorated function: a class method, a getter, a setter. */
type Kind = "class" | "get" | "set" | null;

/**
 * Replaces the method by what `decorator` makes of it. The decorator gets, and gives back, a function whose first
 * argument is the object (or the class; or, for static methods, none). Emitted in a static block of the class. Where
 * several methods bear the name, each is `written` under one of its own.
 */
export function decorate_method(
  cls: Dynamic,
  name: string,
  decorator: Dynamic,
  kind: Kind = null,
  written: string = name,
): void {
  if (written !== name) Object.defineProperty(cls.prototype, name, taken(cls, written, name));
  else if (Object.hasOwn(cls, name)) return decorate_static(cls, name, decorator, kind);
  const own = Object.getOwnPropertyDescriptor(cls.prototype, name);
  if (kind === "get" || kind === "set") {
    const accessor = qualified(named_plainly(own?.[kind] as Dynamic), cls, name);
    const decorated = as_method(call(decorator, as_function(accessor)));
    Object.defineProperty(cls.prototype, name, { ...own, [kind]: decorated });
    return;
  }
  const member: Dynamic =
    own?.value === undefined
      ? property_of(own ?? {})
      : as_function(qualified(own.value, cls, name));
  const decorated: Dynamic = call(decorator, member);
  set_class_attribute(cls, name, decorated);
  tell_name(decorated, cls, name);
}

/** The method that the class has under another name until now. */
function taken(cls: Dynamic, written: string, name: string): PropertyDescriptor {
  const own = Object.getOwnPropertyDescriptor(cls.prototype, written) ?? {};
  Reflect.deleteProperty(cls.prototype, written);
  Object.defineProperty(own.value, "name", { value: name, configurable: true });
  return own;
}

function decorate_static(cls: Dynamic, name: string, decorator: Dynamic, kind: Kind): void {
  const f: Dynamic = qualified(cls[name], cls, name);
  // Deleted first, so that the attributes of the class keep the order of its body.
  Reflect.deleteProperty(cls, name);
  if (kind !== "class") {
    cls[name] = call(decorator, f);
    return;
  }
  const decorated: Dynamic = call(decorator, as_function(f));
  Object.defineProperty(cls, name, {
    value: typeof decorated === "function" ? as_method(decorated) : decorated,
    writable: true,
    configurable: true,
  });
}

/** As errors of its calls name the function that the decorator gets. */
function qualified(f: Dynamic, cls: Function, name: string): Dynamic {
  if (!Object.hasOwn(f, "__qualname__"))
    Object.defineProperty(f, "__qualname__", {
      value: `${class_qualname(cls)}.${name}`,
      writable: true,
      configurable: true,
    });
  return f;
}
