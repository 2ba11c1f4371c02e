// What a call gave of which nobody knew whether it blocks: a promise is none of Python's values.
import { RuntimeError } from "./exceptions/index.ts";
import { as_value } from "./handover.ts";

/** `await outcome(call(f))`: what `f` returned, when it is done; awaitables are handed over as they are. */
export async function outcome<T>(started: T | Promise<T>): Promise<T> {
  return as_value(started instanceof Promise ? ((await started) as T) : started);
}

/** The same where nothing can be awaited. RuntimeError for functions that block. */
export function at_once<T>(started: T): T {
  if (started instanceof Promise)
    throw new RuntimeError(
      "a function that blocks was called where nothing can be awaited: call it in a function, not in a generator, property, lambda or special method",
    );
  return started;
}
