// Diagnostics on standard error, in the form that the options ask for.
import { render_diagnostics, type DiagnosticFormat } from "../diagnostics/render.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Silence } from "./config/silence.ts";

export interface DiagnosticOptions {
  readonly json?: boolean;
  readonly pretty?: boolean;
  readonly format?: DiagnosticFormat;
  /** What the configuration silences. */
  readonly silence?: Silence;
}

/** With what the configuration silences marked, and its rules without effect told. */
export function heard(
  diagnostics: readonly Diagnostic[],
  { silence }: DiagnosticOptions,
  is_whole = false,
): readonly Diagnostic[] {
  return silence === undefined ? diagnostics : silence(diagnostics, is_whole);
}

/** Tells what is not silenced. `source`: the text of a file that a diagnostic names. */
export function print_diagnostics(
  diagnostics: readonly Diagnostic[],
  source: (file: string) => string | null,
  options: DiagnosticOptions,
): void {
  const format = format_wanted(options);
  const color = wants_color();
  process.stderr.write(
    render_diagnostics(diagnostics, { format, color, source, version: __VERSION__ }),
  );
}

/** `--json` and `--no-pretty` are short for two of the formats. */
export function format_wanted({ json, pretty, format }: DiagnosticOptions): DiagnosticFormat {
  if (format !== undefined) return format;
  return json === true ? "json" : pretty === false ? "tsc" : "pretty";
}

/** https://no-color.org, and FORCE_COLOR as Node knows it. */
export function wants_color(stream: { readonly isTTY?: boolean } = process.stderr): boolean {
  if (process.env["NO_COLOR"]) return false;
  if (process.env["FORCE_COLOR"]) return process.env["FORCE_COLOR"] !== "0";
  return stream.isTTY === true;
}
