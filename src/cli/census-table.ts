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

/** A line per reason for which something did not become native, most frequent first; at most `most`. */
export function render_reasons(modules: readonly Census[], most: number): string {
  const counts = new Map<string, number>();
  for (const { form, kind, helper, reason } of modules.flatMap(({ entries }) => entries)) {
    if (form === "native") continue;
    const name = `${kind.padEnd(11)} ${helper.padEnd(14)} ${reason}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([, left], [, right]) => right - left).slice(0, most);
  return sorted.map(([name, count]) => `${String(count).padStart(6)}  ${name}\n`).join("");
}

/** A line per group of modules: how much of it is native. */
export function render_groups(groups: ReadonlyMap<string, readonly Census[]>): string {
  const lines = [...groups].map(([name, modules]) =>
    row(
      name,
      modules.flatMap(({ entries }) => entries),
    ),
  );
  return [HEAD, ...lines].join("\n") + "\n";
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
