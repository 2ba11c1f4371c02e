// `pyasync2ts check SRC…`: what transpiling would say, and how far a project is from it; nothing is written.
import path from "node:path";
import { decoded, is_standard_module, type Diagnostic } from "../../index.ts";
import { render_diagnostics } from "../../diagnostics/render.ts";
import { optimise_late } from "../batch/engine.ts";
import type { ModuleAnswer } from "../batch/jobs.ts";
import { interrupted } from "../batch/interrupted.ts";
import { Progress } from "../batch/progress.ts";
import { read_batch, workers_wanted, type Batch } from "../batch/read-batch.ts";
import { run_components } from "../batch/run-components.ts";
import { library_settings, type ProgramSettings } from "../config/program-options.ts";
import { write_atomically, HostError, reason } from "../host.ts";
import { format_wanted, heard, print_diagnostics, type DiagnosticOptions } from "../report.ts";
import { readiness_html } from "./readiness-html.ts";
import { readiness_text } from "./readiness-text.ts";
import { importers_of, readiness, type CheckedModule, type Readiness } from "./readiness.ts";

export interface CheckOptions extends DiagnosticOptions, ProgramSettings {
  readonly all?: boolean;
  readonly html?: string;
  readonly exclude?: readonly string[];
  readonly workers?: number;
  /** The inputs are all that the configuration names. */
  readonly is_whole?: boolean;
}

/**
 * The exit status: 1 if any file has errors, 70 for a mistake of ours. Diagnostics go to standard error and the report
 * to standard output, for more than one file; with `json` and `sarif` all is on standard output. Throws a HostError.
 */
export async function check_command(
  inputs: readonly string[],
  options: CheckOptions,
  dist: string,
): Promise<number> {
  optimise_late();
  const batch = read_batch(
    inputs,
    { exclude: options.exclude ?? [], output: null },
    () => undefined,
  );
  const modules: CheckedModule[] = [];
  const is_stopped = await each_module(batch, options, dist, (module) => {
    const diagnostics = module.diagnostics.map((each) => ({ ...each, file: shown(each.file) }));
    const lines = lines_of(batch.files.get(module.file)?.bytes);
    if (!module.is_namespace)
      modules.push({ ...module, file: shown(module.file), diagnostics, lines });
  });
  for (const error of batch.errors) process.stderr.write(`pyasync2ts: ${error}\n`);
  const told = modules.flatMap((module) => module.diagnostics);
  const diagnostics = [...heard(told, options, options.is_whole)].sort(by_place);
  const own = new Set(
    batch.components.flatMap(({ files }) => files.map(({ name }) => name.split(".")[0] ?? name)),
  );
  const report = readiness(
    modules,
    shown_importers(batch),
    (module) => own.has(module) || is_standard_module(module),
  );
  print(report, diagnostics, batch, options);
  if (options.html !== undefined) write_page(options.html, report, inputs);
  if (is_stopped) return 130;
  if (diagnostics.some(({ code }) => code === "PA9001")) return 70;
  const is_wrong = diagnostics.some(({ severity }) => severity === "error");
  return is_wrong || batch.errors.length > 0 ? 1 : 0;
}

async function each_module(
  batch: Batch,
  options: CheckOptions,
  dist: string,
  take: (module: ModuleAnswer) => void,
): Promise<boolean> {
  const progress = new Progress(batch.files.size);
  const interruption = interrupted();
  const workers = workers_wanted(options.workers);
  const { signal } = interruption;
  await run_components(
    batch,
    batch.components,
    {
      dist,
      workers,
      signal,
      modules: { shares: true, ...library_settings(options) },
      lays_out: false,
      known: () => undefined,
    },
    (module) => {
      take(module);
      progress.add(lines_of(batch.files.get(module.file)?.bytes));
    },
  );
  interruption.end();
  progress.clear();
  return signal.aborted;
}

function print(
  report: Readiness,
  diagnostics: readonly Diagnostic[],
  batch: Batch,
  options: CheckOptions,
): void {
  const named = new Set(diagnostics.map(({ file }) => file));
  const texts = new Map<string, string>();
  for (const [file, { bytes }] of batch.files)
    if (named.has(shown(file))) texts.set(shown(file), decoded(bytes));
  const source = (file: string): string | null => texts.get(file) ?? null;
  const format = format_wanted(options);
  if (format === "sarif" || format === "json") {
    const told = render_diagnostics(diagnostics, {
      format,
      color: false,
      source,
      version: __VERSION__,
    });
    if (format === "sarif") process.stdout.write(told);
    else {
      const listed: unknown = JSON.parse(told);
      process.stdout.write(`${JSON.stringify({ ...report, diagnostics: listed }, null, 1)}\n`);
    }
    return;
  }
  print_diagnostics(diagnostics, source, options);
  if (report.files > 1 || options.all === true)
    process.stdout.write(readiness_text(report, options.all === true));
}

function write_page(file: string, report: Readiness, inputs: readonly string[]): void {
  try {
    write_atomically(file, readiness_html(report, inputs.join(", "), __VERSION__));
  } catch (error) {
    throw new HostError(`can't write '${file}': ${reason(error)}`);
  }
}

function shown_importers(batch: Batch): ReadonlyMap<string, readonly string[]> {
  const importers = importers_of(batch.components);
  return new Map([...importers].map(([file, by]) => [shown(file), by.map(shown)]));
}

function shown(file: string): string {
  const relative = path.relative("", file);
  return relative.startsWith("..") ? file : relative;
}

function by_place(left: Diagnostic, right: Diagnostic): number {
  if (left.file !== right.file) return left.file < right.file ? -1 : 1;
  return (left.span?.start ?? -1) - (right.span?.start ?? -1);
}

function lines_of(bytes: Uint8Array | undefined): number {
  let lines = 0;
  for (const byte of bytes ?? []) if (byte === 10) lines++;
  return lines;
}
