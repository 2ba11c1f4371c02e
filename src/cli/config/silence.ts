// `ignore` of the configuration: which warnings are not told, by patterns of files.
import path from "node:path";
import picomatch from "picomatch";
import { useless_ignore } from "../../diagnostics/catalogue/ignores.ts";
import type { Diagnostic } from "../../index.ts";
import type { FoundConfig } from "./find-config.ts";

/**
 * Marks what the configuration silences, and adds a PA0005 for a rule that names an error. `is_whole`: these are all
 * diagnostics of the project that the configuration speaks of, so rules that silence nothing are told as well.
 */
export type Silence = (
  diagnostics: readonly Diagnostic[],
  is_whole: boolean,
) => readonly Diagnostic[];

export function silence_of(config: FoundConfig): Silence {
  const rules = Object.entries(config.ignore ?? {}).flatMap(([pattern, codes]) => {
    const fits = picomatch(pattern, { dot: true });
    return codes.map((code) => ({ pattern, code, fits }));
  });
  const seen = (file: string): string =>
    path.relative(config.folder, path.resolve(file)).replaceAll(path.sep, "/");
  return (diagnostics, is_whole) => {
    const used = new Set<object>();
    const wrong = new Set<object>();
    const marked = diagnostics.map((each) => {
      const rule = rules.find(({ code, fits }) => code === each.code && fits(seen(each.file)));
      if (rule === undefined) return each;
      if (each.severity === "error") {
        wrong.add(rule);
        return each;
      }
      used.add(rule);
      return { ...each, silenced: each.silenced ?? ("configuration" as const) };
    });
    const useless = rules.flatMap((rule) => {
      const is_wrong = wrong.has(rule);
      if (!is_wrong && (used.has(rule) || !is_whole)) return [];
      const place = `by '${rule.pattern}' of the configuration`;
      return [
        useless_ignore(shown(config.file), null, is_wrong ? "error" : "unused", rule.code, place),
      ];
    });
    return [...marked, ...useless];
  };
}

function shown(file: string): string {
  const relative = path.relative("", file);
  return relative.startsWith("..") ? file : relative;
}
