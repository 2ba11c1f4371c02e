// Frozen dataclasses: a field takes its first value and no other.
import { frozen_slot, keep_frozen } from "../../builtins/attributes/frozen-slot.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { AttributeError } from "../../builtins/exceptions/index.ts";
import { repr } from "../../builtins/representation.ts";

/** Raised where a field of a frozen dataclass is assigned or deleted. */
export class FrozenInstanceError extends AttributeError {
  static override readonly __module__: string = "dataclasses";
}

/** Accessors for the class's own fields; the class declares them without defining them. */
export function freeze(cls: Function, names: readonly string[]): void {
  for (const name of names) {
    const slot = frozen_slot(name);
    Object.defineProperty(cls.prototype, name, {
      get(this: Dynamic): unknown {
        return this[slot];
      },
      set(this: Dynamic, value: unknown): void {
        if (Object.hasOwn(this, slot))
          throw new FrozenInstanceError(`cannot assign to field '${name}'`);
        keep_frozen(this, name, value);
      },
      enumerable: false,
      configurable: true,
    });
  }
  define(cls.prototype, "__setattr__", (name: string): never => {
    throw new FrozenInstanceError(`cannot assign to field ${repr(name)}`);
  });
  define(cls.prototype, "__delattr__", (name: string): never => {
    throw new FrozenInstanceError(`cannot delete field ${repr(name)}`);
  });
}

function define(target: object, name: string, value: unknown): void {
  if (!Object.hasOwn(target, name))
    Object.defineProperty(target, name, { value, writable: true, configurable: true });
}
