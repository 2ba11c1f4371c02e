// PA9001: our own mistake, told beside the results of the other files.
import type { Diagnostic } from "./diagnostic.ts";

/** `failure`: what was thrown. */
export function internal_error(file: string, failure: unknown): Diagnostic {
  const text = failure instanceof Error ? failure.message : String(failure);
  return {
    code: "PA9001",
    severity: "error",
    message: `internal error: ${text}`,
    hint: "this is our mistake: please report it with the file that shows it",
    file,
    span: null,
  };
}
