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

/** A line per reason for which something that has a native form did not become so, most frequent first; at most `most`. */
export function render_reasons(modules: readonly Census[], most: number): string {
  const counts = new Map<string, number>();
  for (const { form, kind, helper, has_no_form, reason } of modules.flatMap(
    ({ entries }) => entries,
  )) {
    if (form === "native" || has_no_form) continue;
    const name = `${kind.padEnd(11)} ${helper.padEnd(14)} ${reason}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([, left], [, right]) => right - left).slice(0, most);
  return sorted.map(([name, count]) => `${String(count).padStart(6)}  ${name}\n`).join("");
}

/**
 * A line per group of modules: how much of it is native, and how much of that for which JavaScript has a construct at
 * all. What has none (`pow(2, 100)`, `add(v, w)` of the program's own class) stands in a column of its own.
 */
export function render_shares(groups: ReadonlyMap<string, readonly Census[]>): string {
  const heads = ["native", "no form", "helper", "dynamic", "all", "native", "of what has a form"];
  const lines = [...groups].map(([name, modules]) => {
    const entries = modules.flatMap((module) => module.entries);
    const count = (form: Form): number =>
      entries.filter((entry) => entry.form === form && !entry.has_no_form).length;
    const [native, helper, dynamic] = [count("native"), count("helper"), count("dynamic")];
    const has_form = native + helper + dynamic;
    const counts = [native, entries.length - has_form, helper, dynamic, entries.length].map(String);
    return shares_line(name, [
      ...counts,
      percent(native, entries.length),
      percent(native, has_form),
    ]);
  });
  return [shares_line("", heads), ...lines].join("\n") + "\n";
}

function shares_line(name: string, columns: readonly string[]): string {
  const padded = columns.map((text, index) => text.padStart(index < 5 ? 9 : index < 6 ? 10 : 20));
  return `${name.padEnd(19)}${padded.join("")}`;
}

function percent(part: number, all: number): string {
  return `${(all === 0 ? 100 : (100 * part) / all).toFixed(1)} %`;
}

const HEAD = `${"".padEnd(12)}${[...FORMS, "all"].map((form) => form.padStart(9)).join("")}`;

type Entries = readonly Census["entries"][number][];

function row(name: string, entries: Entries): string {
  const counts = FORMS.map((form) => entries.filter((entry) => entry.form === form).length);
  const share = percent(counts[0] ?? 0, entries.length);
  const columns = [...counts, entries.length].map((count) => String(count).padStart(9));
  return `${name.padEnd(12)}${columns.join("")}${`${share} native`.padStart(16)}`;
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
