// f.__name__ = "g": what a function says of itself can be said anew; bound methods and built-ins take no attributes.
import { described_annotations } from "./function-attributes.ts";
import type { Dynamic } from "../dynamic.ts";
import { AttributeError, TypeError } from "../exceptions/index.ts";
import { class_qualname, function_kind } from "../type-name.ts";
import { MISSING } from "./missing.ts";

/** TypeError for a name that is no text, AttributeError where the function takes no attributes. */
export function set_function_attribute(f: Dynamic, name: string, value: Dynamic): void {
  refuse_closed(f, name);
  switch (name) {
    case "__name__":
    case "__qualname__":
      if (typeof value !== "string") throw new TypeError(`${name} must be set to a string object`);
      // The one does not follow the other.
      if (!Object.hasOwn(f, "__qualname__"))
        hide(f, "__qualname__", class_qualname(f) || "<lambda>");
      return hide(f, name, value);
    case "__doc__":
    case "__module__":
      return hide(f, name, value);
    case "__annotations__":
      if (described_annotations(f, value)) return;
  }
  f[name] = value;
}

function hide(f: object, name: string, value: unknown): void {
  Object.defineProperty(f, name, { value, writable: true, configurable: true, enumerable: false });
}

function refuse_closed(f: Function, name: string): void {
  const kind = function_kind(f);
  if (kind === "function") return;
  const found: unknown = kind === "method" ? MISSING : Reflect.get(f, name);
  const details = { name, obj: f };
  if (kind === "method")
    throw new AttributeError(`'method' object has no attribute '${name}'`, details);
  throw new AttributeError(
    found === undefined
      ? `'${kind}' object has no attribute '${name}' and no __dict__ for setting new attributes`
      : `attribute '${name}' of '${kind}' objects is not writable`,
    details,
  );
}
