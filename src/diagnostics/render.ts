// Diagnostics as people (pretty, one line) and machines (JSON) read them.
import { code_frame, place_of } from "./code-frame.ts";
import type { Diagnostic } from "./diagnostic.ts";

export type DiagnosticFormat = "pretty" | "line" | "json";

export interface RenderOptions {
  readonly format: DiagnosticFormat;
  readonly color: boolean;
  /** The source text of a file, for its positions and code frames; `null` when there is none. */
  readonly source: (file: string) => string | null;
}

/** The text for all diagnostics, with a newline at its end; empty when there are none (but for JSON). */
export function render_diagnostics(
  diagnostics: readonly Diagnostic[],
  options: RenderOptions,
): string {
  if (options.format === "json")
    return `${JSON.stringify(diagnostics.map((diagnostic) => as_json(diagnostic, options)))}\n`;
  const render = options.format === "line" ? render_line : render_pretty;
  return diagnostics.map((diagnostic) => `${render(diagnostic, options)}\n`).join("");
}

function render_line(diagnostic: Diagnostic, options: RenderOptions): string {
  return `${location(diagnostic, options)} - ${diagnostic.severity} ${diagnostic.code}: ${diagnostic.message}`;
}

function render_pretty(diagnostic: Diagnostic, options: RenderOptions): string {
  const paint = options.color
    ? (code: number, text: string) => `\u001b[${code}m${text}\u001b[0m`
    : plain;
  const severity = paint(diagnostic.severity === "error" ? 31 : 33, diagnostic.severity);
  const lines = [
    `${paint(36, location(diagnostic, options))} - ${severity} ${paint(90, diagnostic.code)}: ${diagnostic.message}`,
  ];
  const source = diagnostic.span === null ? null : options.source(diagnostic.file);
  if (source !== null && diagnostic.span !== null)
    lines.push("", code_frame(place_of(source, diagnostic.span)));
  if (diagnostic.hint !== null) lines.push("", `  ${paint(32, "hint")}: ${diagnostic.hint}`);
  return `${lines.join("\n")}\n`;
}

function location(diagnostic: Diagnostic, options: RenderOptions): string {
  const source = diagnostic.span === null ? null : options.source(diagnostic.file);
  if (source === null || diagnostic.span === null) return diagnostic.file;
  const { line, column } = place_of(source, diagnostic.span);
  return `${diagnostic.file}:${line}:${column}`;
}

function as_json(diagnostic: Diagnostic, options: RenderOptions): object {
  const source = diagnostic.span === null ? null : options.source(diagnostic.file);
  const place =
    source === null || diagnostic.span === null ? null : place_of(source, diagnostic.span);
  const { code, severity, message, hint, file } = diagnostic;
  return {
    code,
    severity,
    message,
    hint,
    file,
    line: place?.line ?? null,
    column: place?.column ?? null,
  };
}

function plain(_code: number, text: string): string {
  return text;
}
