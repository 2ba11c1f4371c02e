// next(): one item of an iterator, native or Python's.
import type { Dynamic } from "../dynamic.ts";
import { StopIteration, TypeError } from "../exceptions/index.ts";
import { type_name } from "../type-name.ts";
import { resume } from "./generator.ts";
import { is_generator } from "./generator-state.ts";

/**
 * `next(iterator)`, `next(iterator, default)`. StopIteration (with what a generator returned) at the end
 * where no default is given.
 */
export function next<T, D = T>(iterator: Iterator<T>, ...otherwise: readonly D[]): T | D;
export function next(iterator: Dynamic, ...otherwise: readonly Dynamic[]): Dynamic {
  if (typeof iterator === "object" && iterator !== null) {
    if (typeof iterator.__next__ === "function")
      return otherwise.length === 0 ? iterator.__next__() : next_or(iterator, otherwise[0]);
    if (typeof iterator.next === "function") {
      const result: IteratorResult<Dynamic> = is_generator(iterator)
        ? resume(iterator, "next", undefined)
        : iterator.next();
      if (!result.done) return result.value;
      if (otherwise.length > 0) return otherwise[0];
      throw stop_iteration(result.value);
    }
  }
  throw new TypeError(`'${type_name(iterator)}' object is not an iterator`);
}

/** The exception that ends a generator which returned a value. */
export function stop_iteration(value: unknown): StopIteration {
  return value == null ? new StopIteration() : new StopIteration(value);
}

function next_or(iterator: Dynamic, otherwise: unknown): Dynamic {
  try {
    return iterator.__next__();
  } catch (error) {
    if (error instanceof StopIteration) return otherwise;
    throw error;
  }
}
