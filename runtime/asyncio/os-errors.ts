// Failures of the platform's sockets and processes as Python's OSErrors.
import { error_number, error_text } from "../builtins/exceptions/errno.ts";
import { OSError } from "../builtins/exceptions/index.ts";
import type { SystemFailure } from "../platform/sockets.ts";

const EIO = 5;

/** The exception of the error number's class, with the system's text or another. */
export function os_error(failure: SystemFailure, text?: (standard: string) => string): OSError {
  const number = error_number(failure.code) ?? EIO;
  const standard = error_text(number);
  return new OSError(number, text === undefined ? standard : text(standard));
}
