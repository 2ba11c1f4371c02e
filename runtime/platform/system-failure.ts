// What the operating system says when it refuses.

/** `code` is `ECONNREFUSED`, `EADDRINUSE` … */
export class SystemFailure extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
