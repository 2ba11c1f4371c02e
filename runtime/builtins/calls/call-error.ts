// call_error(): a call that is known not to fit.
import { TypeError } from "../exceptions/index.ts";

/** Raises the TypeError of a call with too many arguments or too few, once they have been evaluated. */
export function call_error(message: string, ..._evaluated: readonly unknown[]): never {
  throw new TypeError(message);
}
