// Names that are not bound: the errors of reading them.
import { NameError, NotImplementedError, UnboundLocalError } from "./exceptions/index.ts";

/** The read of a name that nothing defines. */
export function name_error(name: string): never {
  throw new NameError(`name '${name}' is not defined`, { name });
}

/** Stands where `--keep-going` left something out; `what`: the reason, and the place in the Python text. */
export function not_translated(what: string): never {
  throw new NotImplementedError(what);
}

/** The same for an imported name that has no counterpart: whatever is done with it raises. */
export function not_translated_name(what: string): ReturnType<typeof JSON.parse> {
  const raise = (): never => not_translated(what);
  return new Proxy(function name() {}, { get: raise, set: raise, apply: raise, construct: raise });
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
