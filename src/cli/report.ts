// Diagnostics on standard error, in the form that the options ask for.
import { render_diagnostics } from "../diagnostics/render.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";

export interface DiagnosticOptions {
  readonly json?: boolean;
  readonly pretty?: boolean;
}

/** `source`: the text of a file that a diagnostic names. */
export function print_diagnostics(
  diagnostics: readonly Diagnostic[],
  source: (file: string) => string | null,
  options: DiagnosticOptions,
): void {
  const format = options.json === true ? "json" : options.pretty === false ? "line" : "pretty";
  process.stderr.write(render_diagnostics(diagnostics, { format, color: wants_color(), source }));
}

/** https://no-color.org, and FORCE_COLOR as Node knows it. */
export function wants_color(stream: { readonly isTTY?: boolean } = process.stderr): boolean {
  if (process.env["NO_COLOR"]) return false;
  if (process.env["FORCE_COLOR"]) return process.env["FORCE_COLOR"] !== "0";
  return stream.isTTY === true;
}
