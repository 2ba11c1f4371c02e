// What `await` says of a value that nobody can wait for.
import { TypeError } from "./exceptions/hierarchy.ts";
import { type_name } from "./type-name.ts";

/** Raises the TypeError of `await value`. */
export function not_awaitable(value: unknown): never {
  throw new TypeError(`object ${type_name(value)} can't be used in 'await' expression`);
}
