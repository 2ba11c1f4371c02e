// How much of a batch can be transpiled, what stands in the way, and what is gained by taking it out.
import type { Component, Diagnostic } from "../../index.ts";
import type { ModuleAnswer } from "../batch/jobs.ts";
import { npm_counterpart } from "./counterparts.ts";

export interface FileReport {
  readonly file: string;
  readonly lines: number;
  readonly convertible: boolean;
  readonly errors: number;
  /** Of operators, calls, subscripts and truth tests, in percent; `null` where nothing was emitted. */
  readonly native: number | null;
  /** Of parameters and results. */
  readonly typed: number | null;
}

export interface Blocker {
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
  /** Files in which it stands. */
  readonly files: number;
  /** Those, and the files that import them, directly or not. */
  readonly holds_up: number;
  /** Files that nothing else stands in the way of. */
  readonly alone: number;
  readonly places: number;
  /** Where it is met first. */
  readonly first: string;
}

export interface ImportReport {
  readonly module: string;
  readonly files: number;
  /** `here`: this package has it. */
  readonly counterpart: "here" | "npm" | "none";
  readonly npm: string | null;
}

export interface Readiness {
  readonly files: number;
  readonly lines: number;
  readonly convertible: { readonly files: number; readonly lines: number };
  /** Percentages. */
  readonly share: { readonly files: number; readonly lines: number };
  readonly native: number | null;
  readonly typed: number | null;
  readonly blockers: readonly Blocker[];
  readonly imports: readonly ImportReport[];
  readonly per_file: readonly FileReport[];
}

export interface CheckedModule extends Pick<ModuleAnswer, "file" | "shares" | "imported"> {
  readonly diagnostics: readonly Diagnostic[];
  readonly lines: number;
}

/** Files as they are to be shown; `is_known`: the project has the module, or CPython brings it. */
export function readiness(
  modules: readonly CheckedModule[],
  importers: ReadonlyMap<string, readonly string[]>,
  is_known: (module: string) => boolean,
): Readiness {
  const per_file = modules
    .map(file_report)
    .sort((left, right) => (left.file < right.file ? -1 : 1));
  const done = per_file.filter(({ convertible }) => convertible);
  const lines = sum(per_file.map((each) => each.lines));
  const converted = sum(done.map((each) => each.lines));
  return {
    files: per_file.length,
    lines,
    convertible: { files: done.length, lines: converted },
    share: { files: percent(done.length, per_file.length), lines: percent(converted, lines) },
    native: native_share(modules),
    typed: typed_share(modules),
    blockers: blockers_of(modules, importers),
    imports: imports_of(modules, is_known),
    per_file,
  };
}

/** File → the files that import it, in any form. */
export function importers_of(
  components: readonly Component[],
): ReadonlyMap<string, readonly string[]> {
  const importers = new Map<string, string[]>();
  for (const { files, located } of components) {
    const by_name = new Map(files.map(({ name, file }) => [name, file]));
    for (const [importer, paths] of Object.entries(located))
      for (const name of new Set(Object.values(paths))) {
        const file = by_name.get(name);
        if (file === undefined || file === importer) continue;
        const known = importers.get(file) ?? [];
        known.push(importer);
        importers.set(file, known);
      }
  }
  return importers;
}

function file_report({ file, lines, diagnostics, shares }: CheckedModule): FileReport {
  const errors = errors_of(diagnostics).length;
  const all = shares === null ? 0 : shares.native + shares.helper + shares.dynamic;
  const annotated = shares === null ? 0 : shares.typed + shares.untyped;
  return {
    file,
    lines,
    convertible: errors === 0,
    errors,
    native: shares === null || errors > 0 ? null : percent(shares.native, all),
    typed: shares === null || errors > 0 ? null : percent(shares.typed, annotated),
  };
}

function blockers_of(
  modules: readonly CheckedModule[],
  importers: ReadonlyMap<string, readonly string[]>,
): readonly Blocker[] {
  const found = new Map<string, { first: Diagnostic; files: Set<string>; places: number }>();
  const keys_of_file = new Map<string, Set<string>>();
  for (const { file, diagnostics } of modules)
    for (const each of errors_of(diagnostics)) {
      const key = `${each.code} ${each.message}`;
      const known = found.get(key) ?? { first: each, files: new Set<string>(), places: 0 };
      known.files.add(file);
      known.places++;
      found.set(key, known);
      keys_of_file.set(file, (keys_of_file.get(file) ?? new Set()).add(key));
    }
  const blockers = [...found.values()].map(({ first, files, places }): Blocker => ({
    code: first.code,
    message: first.message,
    hint: first.hint,
    files: files.size,
    holds_up: with_importers(files, importers).size,
    alone: [...files].filter((file) => keys_of_file.get(file)?.size === 1).length,
    places,
    first: first.file,
  }));
  return blockers.sort(
    (left, right) =>
      right.holds_up - left.holds_up ||
      right.files - left.files ||
      right.places - left.places ||
      (left.message < right.message ? -1 : 1),
  );
}

function with_importers(
  files: ReadonlySet<string>,
  importers: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const reached = new Set(files);
  for (const file of reached)
    for (const importer of importers.get(file) ?? []) reached.add(importer);
  return reached;
}

/** Modules that neither the project nor CPython has. */
function imports_of(
  modules: readonly CheckedModule[],
  is_known: (module: string) => boolean,
): readonly ImportReport[] {
  const found = new Map<string, { files: Set<string>; is_here: boolean }>();
  for (const { file, imported } of modules)
    for (const { module, origin } of imported) {
      const name = module.split(".")[0] ?? module;
      if (name === "" || name === "__future__" || is_known(name)) continue;
      const known = found.get(name) ?? { files: new Set<string>(), is_here: false };
      known.files.add(file);
      known.is_here ||= origin === "runtime";
      found.set(name, known);
    }
  const reports = [...found].map(([module, { files, is_here }]): ImportReport => {
    const npm = npm_counterpart(module);
    const counterpart = is_here ? "here" : npm === null ? "none" : "npm";
    return { module, files: files.size, counterpart, npm };
  });
  return reports.sort(
    (left, right) => right.files - left.files || (left.module < right.module ? -1 : 1),
  );
}

function native_share(modules: readonly CheckedModule[]): number | null {
  const shares = modules.flatMap((each) => each.shares ?? []);
  const native = sum(shares.map((each) => each.native));
  const all = sum(shares.map((each) => each.native + each.helper + each.dynamic));
  return shares.length === 0 ? null : percent(native, all);
}

function typed_share(modules: readonly CheckedModule[]): number | null {
  const shares = modules.flatMap((each) => each.shares ?? []);
  const typed = sum(shares.map((each) => each.typed));
  return shares.length === 0
    ? null
    : percent(typed, typed + sum(shares.map((each) => each.untyped)));
}

function errors_of(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === "error");
}

/** With one decimal; nothing at all is whole. */
function percent(part: number, whole: number): number {
  return whole === 0 ? 100 : Math.round((1000 * part) / whole) / 10;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
