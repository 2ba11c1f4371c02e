// Frozen dataclasses: a field takes its first value and no other.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { AttributeError } from "../../builtins/exceptions/index.ts";

/** Raised where a field of a frozen dataclass is assigned or deleted. */
export class FrozenInstanceError extends AttributeError {
  static override readonly __module__: string = "dataclasses";
}

/** Accessors for the class's own fields; the class declares them without defining them. */
export function freeze(cls: Function, names: readonly string[]): void {
  for (const name of names) {
    const slot = Symbol(name);
    Object.defineProperty(cls.prototype, name, {
      get(this: Dynamic): unknown {
        return this[slot];
      },
      set(this: Dynamic, value: unknown): void {
        if (Object.hasOwn(this, slot))
          throw new FrozenInstanceError(`cannot assign to field '${name}'`);
        Object.defineProperty(this, slot, { value });
      },
      enumerable: false,
      configurable: true,
    });
  }
}
