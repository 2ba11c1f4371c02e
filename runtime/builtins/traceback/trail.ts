// Where an exception went after it was made: the places where it was raised again, awaited, and caught last.
import type { Dynamic } from "../dynamic.ts";

/** One step outwards: the engine's trace of that place, and the steps before. */
export interface Trail {
  readonly place: Error;
  readonly before: Trail | null;
  /** Raised by a `raise` statement; otherwise handed over to who waited for it. */
  readonly is_raise: boolean;
  /** The last handler that had taken it, when that is known. */
  readonly caught: Error | null;
}

const trails = new WeakMap<object, Trail>();
const catches = new WeakMap<object, Error>();
const natives = new WeakSet<object>();
const by_statement = new WeakSet<object>();

export function trail_of(error: object): Trail | null {
  return trails.get(error) ?? null;
}

/** A part of a group was where the group was. */
export function follows_trail(part: object, group: object): void {
  const trail = trail_of(group);
  if (trail !== null) trails.set(part, trail);
}

/** The exception goes on from here, behind the steps in `before`. */
export function goes_on(error: unknown, before: Trail | null, is_raise = false): void {
  if (typeof error !== "object" || error === null) return;
  trails.set(error, { place: new Error(), before, is_raise, caught: catch_of(error) });
}

/** `raise error` of an exception that was made, or caught, elsewhere. */
export function retraced<E>(error: E): E {
  if (typeof error === "object" && error !== null) goes_on(error, trail_of(error), true);
  return error;
}

/** A handler took the exception: tracebacks begin at the handler's function. */
export function caught_here(error: object): void {
  catches.set(error, new Error());
}

/** The engine raised it, where its trace says: no program made it. */
export function came_from_engine(error: object): void {
  natives.add(error);
}

/** `except*` made the group of what its clauses raised: its own function is no part of the trace. */
export function made_by_statement(error: object): void {
  by_statement.add(error);
}

export function is_made_by_statement(error: object): boolean {
  return by_statement.has(error);
}

export function is_from_engine(error: object): boolean {
  return natives.has(error);
}

/** Somebody looks at the traceback: where no handler has said where it is, it is their function's. */
export function looked_at<E>(error: E): E {
  if (typeof error === "object" && error !== null && !catches.has(error))
    catches.set(error, new Error());
  return error;
}

/** The engine's trace of the last handler that took it. */
export function catch_of(error: object): Error | null {
  return catches.get(error) ?? null;
}

type Settle = (value: Dynamic) => unknown;

/**
 * Rejects what an `await` hangs on. The engine tells who awaits only while a reaction of the rejected promise runs, so
 * the error takes a way through one.
 */
export function reject_awaiting(
  resolve: Settle,
  reject: Settle,
  error: unknown,
  before: Trail | null,
): void {
  const noted = (reason: unknown): never => {
    goes_on(reason, before);
    throw reason;
  };
  Promise.reject(error).then(undefined, noted).then(resolve, reject);
}
