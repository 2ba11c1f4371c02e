// Names that are not bound: the errors of reading them.
import { NameError, UnboundLocalError } from "./exceptions/index.ts";

/** The read of a name that nothing defines. */
export function name_error(name: string): never {
  throw new NameError(`name '${name}' is not defined`, { name });
}

/**
 * The value of a variable that may not be bound yet. While it is not: UnboundLocalError for the function's own,
 * NameError for those of an enclosing function ("free") and of the module ("global").
 */
export function unbound<T>(
  value: T | undefined,
  name: string,
  scope: "local" | "free" | "global" = "local",
): T {
  if (value !== undefined) return value;
  if (scope === "global") return name_error(name);
  const text = `cannot access ${scope} variable '${name}' where it is not associated with a value`;
  if (scope === "free") throw new NameError(`${text} in enclosing scope`, { name });
  throw new UnboundLocalError(text);
}
