// Errors of the rooms that lie below the exception classes: thrown natively, named for as_exception to convert.

export type FailureKind = "TypeError" | "ValueError" | "OverflowError" | "RecursionError";

/** Stands for the built-in exception that it names; user code never sees one, `as_exception` stands between. */
export class Failure extends Error {
  readonly kind: FailureKind;

  constructor(kind: FailureKind, message: string) {
    super(message);
    this.kind = kind;
  }
}

/** Raises the built-in exception of that name from a room that can't import it. */
export function fail(kind: FailureKind, message: string): never {
  throw new Failure(kind, message);
}
