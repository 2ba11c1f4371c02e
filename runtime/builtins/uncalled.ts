// Functions where coroutines are wanted: Python's mistake of leaving the parentheses out.
import type { Dynamic } from "./dynamic.ts";
import { repr } from "./representation.ts";

/** A function as an object that is no coroutine. */
export class Uncalled {
  static readonly __name__: string = "function";
  static readonly __module__: string = "builtins";
  readonly #function: unknown;

  constructor(f: unknown) {
    this.#function = f;
  }

  __repr__(): string {
    return repr(this.#function);
  }
}

/**
 * `asyncio.run(uncalled(main))`: a function of the Python program that was not called. It is refused with Python's words,
 * where `asyncio.run(main)` in TypeScript calls it.
 */
export function uncalled(f: Dynamic): Dynamic {
  return typeof f === "function" ? new Uncalled(f) : f;
}
