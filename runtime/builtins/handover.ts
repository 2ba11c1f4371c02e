// JavaScript flattens a thenable that an async function returns; Python does not: `then` hides while a value is handed over.

/** The one awaitable whose `then` is hidden at its next look-up; `null` when none is. */
let hidden: unknown = null;

/**
 * Marks an awaitable as handed over *as a value*: `return as_value(task)` in an async function resolves
 * its promise with the task itself. Whatever is not an awaitable passes through untouched.
 */
export function as_value<T>(value: T): T {
  if (is_awaitable(value)) hidden = value;
  return value;
}

/** Awaitables whose `then` is hidden at its next look-up, whenever that comes. */
const kept = new Set<unknown>();

/** The same for a value that is returned through a `finally`, which may await others before the hand-over. */
export function kept_value<T>(value: T): T {
  if (is_awaitable(value)) kept.add(value);
  return value;
}

function is_awaitable(value: unknown): boolean {
  return (
    typeof value === "object" && value !== null && (HIDES_THEN in value || "__await__" in value)
  );
}

/** Asked by every `then` accessor: true once after `as_value(value)`, the look-up that JavaScript makes at the hand-over. */
export function is_handed_over(value: object): boolean {
  if (kept.size > 0 && kept.delete(value)) return true;
  if (hidden !== value) return false;
  hidden = null;
  return true;
}

/** Settles a native promise with a value that is never flattened. */
export function resolve_with<T>(resolve: (value: T) => unknown, value: T): void {
  resolve(as_value(value));
  hidden = null;
}

/** Carried by the prototypes of classes whose `then` asks `is_handed_over`. */
export const HIDES_THEN: unique symbol = Symbol("hides then");
