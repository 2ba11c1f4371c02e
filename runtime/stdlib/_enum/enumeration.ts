// enumeration(): what closes the definition of an enumeration.
import { define_members, type EnumerationOptions } from "./define.ts";

/**
 * `static { enumeration(this); }` behind the last member of a class that extends Enum: names the members, gives
 * `auto()` its values. From then on `new Color(1)` is the member of that value. TypeError for a class that extends one
 * with members.
 */
export function enumeration(cls: Function, options: EnumerationOptions = {}): void {
  define_members(cls, options);
}
