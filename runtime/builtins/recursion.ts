// How deep calls may nest: counted by the functions of programs that can see the limit.
import { RecursionError } from "./exceptions/hierarchy.ts";
import { fail } from "./failure.ts";
import { recursion } from "./recursion-limit.ts";

/** Calls under way, the module's code being the first. */
let depth = 1;

/** A function begins. RecursionError where one more call is too many. */
export function enter_call(): void {
  if (depth >= recursion.limit) throw new RecursionError("maximum recursion depth exceeded");
  depth++;
}

/** It ends, in whatever way. */
export function leave_call(): void {
  depth--;
}

/** `sys.setrecursionlimit(limit)`. */
export function set_recursion_limit(limit: number): void {
  if (limit < 1) fail("ValueError", "recursion limit must be greater or equal than 1");
  if (limit <= depth)
    throw new RecursionError(
      `cannot set the recursion limit to ${limit} at the recursion depth ${depth}: the limit is too low`,
    );
  recursion.limit = limit;
}
