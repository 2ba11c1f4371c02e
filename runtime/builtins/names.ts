// Names that are not bound: the errors of reading them.
import { NameError, UnboundLocalError } from "./exceptions/index.ts";

/** The read of a name that nothing defines. */
export function name_error(name: string): never {
  throw new NameError(`name '${name}' is not defined`, { name });
}

/** The value of a local variable that may not be bound yet; UnboundLocalError while it is not. */
export function unbound<T>(value: T | undefined, name: string): T {
  if (value === undefined)
    throw new UnboundLocalError(
      `cannot access local variable '${name}' where it is not associated with a value`,
      { name },
    );
  return value;
}
