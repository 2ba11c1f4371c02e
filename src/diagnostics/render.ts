// Diagnostics as people (pretty, one line) and machines (JSON) read them.
import { code_frame, place_of, type Place } from "./code-frame.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { as_sarif } from "./sarif.ts";

export const diagnostic_formats = ["pretty", "tsc", "github", "json", "sarif"] as const;

/** `tsc`: a line each; `github`: commands that GitHub's workflows show beside the lines. */
export type DiagnosticFormat = (typeof diagnostic_formats)[number];

export interface RenderOptions {
  readonly format: DiagnosticFormat;
  readonly color: boolean;
  /** Of the tool. */
  readonly version?: string;
  /** The source text of a file, for its positions and code frames; `null` when there is none. */
  readonly source: (file: string) => string | null;
}

/** The text for all diagnostics, with a newline at its end; empty when there are none (but for JSON). Only SARIF tells what is silenced. */
export function render_diagnostics(all: readonly Diagnostic[], options: RenderOptions): string {
  const diagnostics = all.filter(({ silenced }) => silenced === undefined);
  if (options.format === "json")
    return `${JSON.stringify(diagnostics.map((diagnostic) => as_json(diagnostic, options)))}\n`;
  if (options.format === "sarif")
    return `${JSON.stringify(as_sarif(all, options.source, options.version ?? ""))}\n`;
  const render = { tsc: render_line, github: render_command, pretty: render_pretty }[
    options.format
  ];
  return diagnostics.map((diagnostic) => `${render(diagnostic, options)}\n`).join("");
}

function render_line(diagnostic: Diagnostic, options: RenderOptions): string {
  return `${location(diagnostic, options)} - ${diagnostic.severity} ${diagnostic.code}: ${diagnostic.message}`;
}

/** `::error file=a.py,line=1,col=2,title=PA1001::message` */
function render_command(diagnostic: Diagnostic, options: RenderOptions): string {
  const { severity, file, code, message, hint } = diagnostic;
  const place = place_in(diagnostic, options);
  const at = place === null ? [] : [`line=${place.line}`, `col=${place.column}`];
  const properties = [`file=${property(file)}`, ...at, `title=${code}`];
  const text = hint === null ? message : `${message}\n${hint}`;
  return `::${severity} ${properties.join(",")}::${data(text)}`;
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
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

function place_in(
  { span, file }: Diagnostic,
  options: Pick<RenderOptions, "source">,
): Place | null {
  const source = span === null ? null : options.source(file);
  return source === null || span === null ? null : place_of(source, span);
}

export function as_json(diagnostic: Diagnostic, options: Pick<RenderOptions, "source">): object {
  const place = place_in(diagnostic, options);
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
