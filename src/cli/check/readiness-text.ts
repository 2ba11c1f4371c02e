// The readiness report for a terminal.
import type { FileReport, Readiness } from "./readiness.ts";

const MOST = 20;

/** `all`: every file has its line, and every blocker. */
export function readiness_text(report: Readiness, all: boolean): string {
  const { convertible, share, files, lines, native, typed } = report;
  const totals = [
    `${number(convertible.files)} of ${number(files)} files can be transpiled (${share.files} %), ${number(convertible.lines)} of ${number(lines)} lines (${share.lines} %)`,
    ...(native === null
      ? []
      : [
          `${native} % of the code is native TypeScript, ${typed ?? 100} % of the parameters and results are typed`,
        ]),
  ];
  return [
    ...totals,
    ...blockers(report, all ? Infinity : MOST),
    ...imports(report, all ? Infinity : MOST),
    ...(all ? per_file(report) : []),
    "",
  ].join("\n");
}

function blockers({ blockers: found }: Readiness, most: number): readonly string[] {
  if (found.length === 0) return [];
  const shown = found.slice(0, most).map((each) => {
    const counts = [each.holds_up, each.files, each.alone].map((count) =>
      number(count).padStart(7),
    );
    return `${counts.join("")}  ${each.code} ${each.message}`;
  });
  return [
    "",
    "What stands in the way (files held up, with importers; files it stands in; files it alone keeps back):",
    ...shown,
    ...more(found.length - shown.length),
  ];
}

function imports({ imports: found }: Readiness, most: number): readonly string[] {
  if (found.length === 0) return [];
  const shown = found.slice(0, most).map(({ module, files, counterpart, npm }) => {
    const where = {
      here: "has its counterpart here",
      npm: `in TypeScript: ${npm ?? ""}`,
      none: "no counterpart known",
    }[counterpart];
    return `${number(files).padStart(7)}  ${module.padEnd(22)} ${where}`;
  });
  return [
    "",
    "Imports from outside of the project and of Python (files):",
    ...shown,
    ...more(found.length - shown.length),
  ];
}

function per_file({ per_file: found }: Readiness): readonly string[] {
  return ["", "Files (native, typed, errors):", ...found.map(file_line)];
}

function file_line({ file, native, typed, errors }: FileReport): string {
  const share = (value: number | null): string =>
    (value === null ? "-" : `${value.toFixed(1)} %`).padStart(9);
  return `${share(native)}${share(typed)}${String(errors).padStart(6)}  ${file}`;
}

function more(count: number): readonly string[] {
  return count > 0 ? [`        and ${number(count)} more (--all, --json, --html)`] : [];
}

function number(count: number): string {
  return count.toLocaleString("en");
}
