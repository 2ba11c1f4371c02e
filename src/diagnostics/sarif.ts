// Diagnostics as SARIF 2.1.0, which code hosts show beside the lines.
import { place_of } from "./code-frame.ts";
import type { Diagnostic } from "./diagnostic.ts";

/** One run of the tool, as an object for JSON. `source`: the text of a file, for its positions. */
export function as_sarif(
  diagnostics: readonly Diagnostic[],
  source: (file: string) => string | null,
  version: string,
): object {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "pyasync2ts", version, rules: codes.map((id) => ({ id })) } },
        results: diagnostics.map((diagnostic) => result(diagnostic, source)),
      },
    ],
  };
}

function result(diagnostic: Diagnostic, source: (file: string) => string | null): object {
  const { code, severity, message, hint, file, silenced } = diagnostic;
  const kind = silenced === "comment" ? "inSource" : "external";
  return {
    ruleId: code,
    level: severity,
    message: { text: hint === null ? message : `${message}. Hint: ${hint}` },
    ...(silenced === undefined ? {} : { suppressions: [{ kind }] }),
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(file.replaceAll("\\", "/")) },
          ...region(diagnostic, source),
        },
      },
    ],
  };
}

function region({ span, file }: Diagnostic, source: (file: string) => string | null): object {
  const text = span === null ? null : source(file);
  if (span === null || text === null) return {};
  const { line, column, width } = place_of(text, span);
  return { region: { startLine: line, startColumn: column, endColumn: column + width } };
}
