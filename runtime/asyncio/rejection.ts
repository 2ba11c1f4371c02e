// An exception on its way into an `await` of which only the fulfilling end is held: tasks keep one function, not two.
import type { Dynamic } from "../builtins/dynamic.ts";
import { reject_awaiting, type Trail } from "../builtins/traceback/trail.ts";

/** What an `await` is resolved with to have it raise. */
export class Rejection {
  readonly #error: unknown;
  /** The future that handed the exception over. */
  readonly #source: { readonly _trail: Trail | null } | null;

  constructor(error: unknown, source: { readonly _trail: Trail | null } | null) {
    this.#error = error;
    this.#source = source;
  }

  then(resolve: (value: Dynamic) => unknown, reject: (error: unknown) => unknown): void {
    if (this.#source === null) reject(this.#error);
    else reject_awaiting(resolve, reject, this.#error, this.#source._trail);
  }
}
