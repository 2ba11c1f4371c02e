// verify(): checks by their names in EnumCheck.
import { enumeration } from "./enumeration.ts";
import { check } from "./checks.ts";
import { StrEnum } from "./repr-enum.ts";

export class EnumCheck extends StrEnum {
  static override readonly __module__: string = "enum";
  static readonly CONTINUOUS = new EnumCheck("no skipped integer values");
  static readonly NAMED_FLAGS = new EnumCheck("multi-flag aliases may not contain unnamed flags");
  static readonly UNIQUE = new EnumCheck("one name per value");

  static {
    enumeration(this);
  }
}

/** `@verify(UNIQUE, CONTINUOUS)`: ValueError for an enumeration that fails one of the checks. */
export function verify(...checks: readonly EnumCheck[]): <C extends Function>(cls: C) => C {
  const texts = checks.map(({ value }) => value);
  return (cls) => {
    check(cls, texts);
    return cls;
  };
}
