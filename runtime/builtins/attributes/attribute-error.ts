// attribute_error(): an attribute that is known to be missing.
import { AttributeError } from "../exceptions/index.ts";

/** Raises AttributeError where a module is asked for a name that it does not have. */
export function attribute_error(message: string): never {
  throw new AttributeError(message);
}
