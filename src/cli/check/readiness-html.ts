// The readiness report as one HTML page that needs nothing beside it.
import type { Readiness } from "./readiness.ts";

/** `title`: what was checked. */
export function readiness_html(report: Readiness, title: string, version: string): string {
  const { convertible, share, files, lines, native, typed } = report;
  const cards = [
    card(`${share.files} %`, `${convertible.files} of ${files} files can be transpiled`),
    card(`${share.lines} %`, `${convertible.lines} of ${lines} lines`),
    card(native === null ? "–" : `${native} %`, "native TypeScript"),
    card(typed === null ? "–" : `${typed} %`, "parameters and results typed"),
  ];
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Readiness of ${escaped(title)}</title>
<style>${STYLE}</style>
<h1>Readiness of ${escaped(title)}</h1>
<section class="cards">${cards.join("")}</section>
<h2>What stands in the way</h2>
${table(
  ["Held up", "Files", "Alone", "Places", "Code", "What", "Way out"],
  report.blockers.map((each) => [
    each.holds_up,
    each.files,
    each.alone,
    each.places,
    each.code,
    `${each.message} (${each.first})`,
    each.hint ?? "",
  ]),
)}
<p>Held up: files in which it stands, and all that import them. Alone: files that nothing else keeps back.</p>
<h2>Imports from outside of the project and of Python</h2>
${table(
  ["Files", "Module", "Counterpart"],
  report.imports.map(({ files: count, module, counterpart, npm }) => [
    count,
    module,
    counterpart === "here" ? "here" : (npm ?? "none known"),
  ]),
)}
<h2>Files</h2>
${table(
  ["Lines", "Native", "Typed", "Errors", "File"],
  report.per_file.map((each) => [
    each.lines,
    each.native === null ? "–" : `${each.native} %`,
    each.typed === null ? "–" : `${each.typed} %`,
    each.errors,
    each.file,
  ]),
)}
<footer>pyasync2ts ${escaped(version)}</footer>
</html>
`;
}

const STYLE = `
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; color-scheme: light dark; }
.cards { display: flex; flex-wrap: wrap; gap: 1rem; }
.card { border: 1px solid #8885; border-radius: .5rem; padding: .75rem 1.25rem; }
.card b { display: block; font-size: 1.75rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .2rem .6rem; border-bottom: 1px solid #8883; vertical-align: top; }
td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
footer { margin-top: 2rem; opacity: .6; }
`;

function card(figure: string, text: string): string {
  return `<div class="card"><b>${escaped(figure)}</b>${escaped(text)}</div>`;
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  if (rows.length === 0) return "<p>Nothing.</p>";
  const cells = (row: readonly (string | number)[]): string =>
    row
      .map((cell) => {
        const is_number = typeof cell === "number" || / %$|^–$/.test(cell);
        return `<td${is_number ? ' class="number"' : ""}>${escaped(String(cell))}</td>`;
      })
      .join("");
  const names = head.map((name) => `<th>${escaped(name)}</th>`).join("");
  const body = rows.map((row) => `<tr>${cells(row)}</tr>`).join("\n");
  return `<table>\n<thead><tr>${names}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table>`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
