// Where instances of frozen dataclasses keep their fields: under symbols, behind accessors that refuse a second value.
import { hidden_attributes } from "./own-attributes.ts";

export function frozen_slot(name: string): symbol {
  return Symbol.for(`frozen ${name}`);
}

/** Sets the field whatever the class says: its first value, and `object.__setattr__(x, name, value)`. */
export function keep_frozen(object: object, name: string, value: unknown): void {
  Object.defineProperty(object, frozen_slot(name), { value, configurable: true });
  hidden_attributes(object, true)?.set(name, value);
}
