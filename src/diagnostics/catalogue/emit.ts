// PA3…: constructs that have no translation yet.
import type { Span } from "../../../grammar/ast/node.ts";
import type { Diagnostic } from "../diagnostic.ts";

/** PA3001. The construct would not do the same in TypeScript, so nothing is emitted for it. */
export function unsupported(file: string, span: Span, reason: string, way_out: string): Diagnostic {
  return { code: "PA3001", severity: "error", message: reason, hint: way_out, file, span };
}
