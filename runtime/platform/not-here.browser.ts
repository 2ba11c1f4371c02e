// What a page has not: the operating system's calls fail as on a system that lacks them.

/** Errors with this `code` become Python's `OSError: [Errno 38] Function not implemented`. */
export class NotHere extends Error {
  readonly code = "ENOSYS";

  constructor(what: string) {
    super(`ENOSYS: ${what} is not there in a browser`);
  }
}

/** Stands for a function of the platform that a page has not. Throws NotHere. */
export function not_here(what: string): (...args: readonly unknown[]) => never {
  return () => {
    throw new NotHere(what);
  };
}
