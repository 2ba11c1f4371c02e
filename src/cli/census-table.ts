// The table of `check --stats`: a line per kind, then the helpers that are needed most.
import type { Census, Form } from "../index.ts";

const FORMS: readonly Form[] = ["native", "helper", "dynamic"];

/** `helpers`: how many of them are listed, most frequent first. */
export function render_census(
  modules: readonly Census[],
  { helpers }: { readonly helpers: number },
): string {
  const entries = modules.flatMap((module) => module.entries);
  const kinds = [...new Set(entries.map(({ kind }) => kind))].sort();
  const lines = kinds.map((kind) =>
    row(
      kind,
      entries.filter((entry) => entry.kind === kind),
    ),
  );
  const listed = most_needed(entries).slice(0, helpers);
  return [HEAD, ...lines, row("all", entries), ...listed].join("\n") + "\n";
}

const HEAD = `${"".padEnd(12)}${[...FORMS, "all"].map((form) => form.padStart(9)).join("")}`;

type Entries = readonly Census["entries"][number][];

function row(name: string, entries: Entries): string {
  const counts = FORMS.map((form) => entries.filter((entry) => entry.form === form).length);
  const share = entries.length === 0 ? 100 : (100 * (counts[0] ?? 0)) / entries.length;
  const columns = [...counts, entries.length].map((count) => String(count).padStart(9));
  return `${name.padEnd(12)}${columns.join("")}${`${share.toFixed(1)} % native`.padStart(16)}`;
}

function most_needed(entries: Entries): readonly string[] {
  const counts = new Map<string, number>();
  for (const { form, kind, helper } of entries) {
    if (form === "native") continue;
    const name = `${form.padEnd(8)} ${kind.padEnd(11)} ${helper}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([, left], [, right]) => right - left);
  return sorted.map(([name, count]) => `${String(count).padStart(6)}  ${name}`);
}
