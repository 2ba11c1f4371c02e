// `pyasync2ts SRC… --out-dir DIR`: all files of a project at once, into a folder that mirrors theirs.
import path from "node:path";
import { fileURLToPath } from "node:url";
import { decoded, type BatchModuleOptions, type Component, type Diagnostic } from "../../index.ts";
import { typescript_path } from "../../project.ts";
import { HostError, read_source } from "../host.ts";
import { hash_of, type ComponentEntry, type Manifest, type OutputEntry } from "../manifest.ts";
import { map_form, type MapForm, type MapOptions } from "../map-options.ts";
import { heard, print_diagnostics, type DiagnosticOptions } from "../report.ts";
import { library_settings, type ProgramSettings } from "../config/program-options.ts";
import type { Runtime } from "../config/keys.ts";
import { RUNTIME_FOLDER, runtime_files } from "./runtime-copy.ts";
import { optimise_late } from "./engine.ts";
import { slashes } from "./inputs.ts";
import { interrupted } from "./interrupted.ts";
import type { ModuleAnswer } from "./jobs.ts";
import { OutputFolder, type Outcome } from "./output-folder.ts";
import { Progress } from "./progress.ts";
import { as_entry, read_batch, workers_wanted, type Batch } from "./read-batch.ts";
import { run_components } from "./run-components.ts";
import { summary } from "./summary.ts";

export interface BatchOptions extends DiagnosticOptions, MapOptions, ProgramSettings {
  readonly outDir: string;
  readonly force?: boolean;
  readonly exclude?: readonly string[];
  readonly workers?: number;
  readonly keepGoing?: boolean;
  readonly runtime?: Runtime;
  readonly config?: boolean;
  /** The inputs are all that the configuration names. */
  readonly is_whole?: boolean;
}

/** The exit status: 1 if a file had errors or could not be written, 130 when stopped by Ctrl-C. Throws a HostError. */
export async function batch_command(
  inputs: readonly string[],
  options: BatchOptions,
  dist: string,
): Promise<number> {
  const folder = new OutputFolder(options.outDir, options.force === true);
  optimise_late();
  try {
    // the chunks that a built file imports bear hashes of what is in them
    const tool = hash_of(read_source(fileURLToPath(new URL("batch-worker.js", dist))));
    return await new BatchRun(inputs, options, folder, tool).run(dist);
  } catch (error) {
    folder.abandon();
    throw error;
  }
}

class BatchRun {
  private readonly options: BatchOptions;
  private readonly maps: MapForm;
  private readonly folder: OutputFolder;
  private readonly batch: Batch;
  private readonly keys: ReadonlyMap<Component, string>;
  private readonly displaced: ReadonlyMap<string, Displaced>;
  private readonly outputs: Record<string, OutputEntry>;
  private readonly results = new Map<Component, ModuleAnswer[]>();
  private readonly counts: Record<Outcome, number> = { written: 0, unchanged: 0, kept: 0 };
  private readonly kept: string[] = [];
  private readonly failures: string[] = [];
  /** Of npm, which a copied runtime imports. */
  private readonly packages: string[] = [];

  /** `tool`: what this build of ours is, unlike all others. */
  constructor(
    inputs: readonly string[],
    options: BatchOptions,
    folder: OutputFolder,
    tool: string,
  ) {
    this.options = options;
    this.maps = map_form(options);
    this.folder = folder;
    const { exclude = [], outDir: output } = options;
    const { sources } = folder.manifest;
    const from = path.resolve(output);
    this.batch = read_batch(inputs, { exclude, output }, (file) => sources[seen_from(from, file)]);
    this.displaced = displaced(this.batch);
    this.failures.push(...this.batch.errors, ...[...this.displaced.values()].map(displaced_by));
    this.keys = new Map(
      this.batch.components.map((component) => [
        component,
        key_of(component, this.batch, [tool, this.module_options(), this.maps]),
      ]),
    );
    this.outputs = { ...folder.manifest.outputs };
  }

  async run(dist: string): Promise<number> {
    const { components, files } = this.batch;
    const stale = components.filter((component) => !this.is_done(component));
    const progress = new Progress(
      stale.reduce((sum, component) => sum + component.files.length, 0),
    );
    const interruption = interrupted();
    if (stale.length > 0)
      await run_components(
        this.batch,
        stale,
        {
          dist,
          workers: workers_wanted(this.options.workers),
          modules: this.module_options(),
          lays_out: true,
          known: (file) => this.printed(file),
          maps: { form: this.maps, names: (file) => this.map_names(file) },
          signal: interruption.signal,
        },
        (module, component) => {
          this.take(module, component);
          progress.add(lines_of(files.get(module.file)?.bytes));
        },
      );
    interruption.end();
    progress.clear();
    if (this.options.runtime === "copy" && !interruption.signal.aborted) this.copy_runtime(dist);
    this.folder.close(this.manifest());
    return this.report(interruption.signal.aborted);
  }

  private module_options(): BatchModuleOptions {
    const folder = slashes(path.resolve(this.options.outDir));
    return {
      shares: false,
      keeps_going: this.options.keepGoing === true,
      ...library_settings(this.options),
      mirror: { base: slashes(this.batch.base), folder },
      ...(this.options.runtime === "copy" ? { runtime_folder: RUNTIME_FOLDER } : {}),
    };
  }

  /** Nothing that it depends on has changed, and what it gave is there as we wrote it. */
  private is_done(component: Component): boolean {
    const known = this.folder.manifest.components[this.keys.get(component) ?? ""];
    if (known === undefined) return false;
    if (!known.outputs.every((output) => this.folder.is_intact(output))) return false;
    this.counts.unchanged += known.outputs.filter((output) => !is_map(output)).length;
    return true;
  }

  private printed(file: string): string | undefined {
    const outputs = this.outputs_of(file);
    if (!outputs.every((output) => this.folder.is_intact(output))) return undefined;
    return this.outputs[this.output_of(file)]?.printed;
  }

  /** The output, and the file of its map. */
  private outputs_of(file: string): readonly string[] {
    const output = this.output_of(file);
    return this.maps === "beside" ? [output, `${output}.map`] : [output];
  }

  private map_names(file: string) {
    const output = this.output_of(file);
    const folder = path.resolve(this.options.outDir, path.dirname(output));
    return { output, source: seen_from(folder, file) };
  }

  private output_of(file: string): string {
    return typescript_path(slashes(path.relative(this.batch.base, file)));
  }

  private take(module: ModuleAnswer, component: Component): void {
    const { file, code, printed } = module;
    this.results.set(component, [
      ...(this.results.get(component) ?? []),
      { ...module, code: null, map_text: null },
    ]);
    const output = this.output_of(file);
    if (module.is_known) this.counts.unchanged++;
    if (code === null || printed === null || this.displaced.has(file)) return;
    try {
      const source = this.seen(file);
      const outcome = this.write(output, code, { printed, source });
      const map = outcome === "kept" ? null : module.map_text;
      const of_map = map === null ? outcome : this.write(`${output}.map`, map, { source });
      this.counts[outcome === "unchanged" ? of_map : outcome]++;
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      this.failures.push(error.message);
    }
  }

  private write(output: string, text: string, entry: Omit<OutputEntry, "hash">): Outcome {
    const outcome = this.folder.write(output, text);
    if (outcome === "kept") this.kept.push(output);
    else this.outputs[output] = { hash: hash_of(text), ...entry };
    return outcome;
  }

  /** What the outputs that are there import; files of it that nothing needs any more go, unless a person has edited them. */
  private copy_runtime(dist: string): void {
    const inside = (name: string): boolean => name.startsWith(`${RUNTIME_FOLDER}/`);
    const own = Object.keys(this.outputs).filter((name) => !inside(name));
    const { files, packages } = runtime_files(
      own.flatMap((name) => this.folder.read(name) ?? []),
      dist,
    );
    for (const [name, text] of files) this.write(`${RUNTIME_FOLDER}/${name}`, text, {});
    for (const output of Object.keys(this.outputs))
      if (inside(output) && !files.has(output.slice(RUNTIME_FOLDER.length + 1)))
        this.folder.remove(output);
    this.packages.push(...packages);
  }

  private manifest(): Manifest {
    const components: Record<string, ComponentEntry> = {};
    for (const [component, key] of this.keys) {
      const made = this.results.get(component);
      const known = this.folder.manifest.components[key];
      if (made === undefined && known !== undefined) components[key] = known;
      if (made === undefined || !this.is_whole(component) || made.some(is_internal)) continue;
      const written = made.filter(({ printed }) => printed !== null);
      components[key] = {
        outputs: written.flatMap(({ file }) => this.outputs_of(file)).sort(),
        diagnostics: in_order(made.flatMap(({ diagnostics }) => diagnostics)).map((each) => ({
          ...each,
          file: this.seen(each.file),
        })),
      };
    }
    const sources = [...this.batch.files].map(
      ([file, read]) => [this.seen(file), as_entry(read)] as const,
    );
    const outputs = Object.entries(this.outputs).filter(([output]) => this.folder.exists(output));
    return {
      outputs: Object.fromEntries(outputs),
      sources: Object.fromEntries(sources),
      components,
    };
  }

  /** The status. */
  private report(is_stopped: boolean): number {
    const told = this.batch.components.flatMap((component) => this.diagnostics_of(component));
    const diagnostics = in_order(heard(told, this.options, this.options.is_whole));
    const texts = new Map<string, string>();
    for (const [file, { bytes }] of this.batch.files) {
      const shown = shown_path(file);
      if (diagnostics.some((each) => each.file === shown)) texts.set(shown, decoded(bytes));
    }
    print_diagnostics(diagnostics, (file) => texts.get(file) ?? null, this.options);
    const outputs = new Set(
      [...this.batch.files.keys()].flatMap((file) => {
        const output = this.output_of(file);
        return [output, `${output}.map`];
      }),
    );
    const gone = Object.entries(this.folder.manifest.outputs).flatMap(([output, { source }]) =>
      source === undefined || outputs.has(output) || !this.folder.exists(output) ? [] : [output],
    );
    const done = this.batch.components.filter((each) => this.is_whole(each));
    process.stderr.write(
      summary({
        files: this.batch.files.size,
        done: done.reduce((sum, { files }) => sum + files.length, 0),
        counts: this.counts,
        kept: this.kept.sort(),
        gone,
        failures: this.failures.sort(),
        packages: this.packages,
        diagnostics,
        stubs:
          this.options.keepGoing === true
            ? diagnostics.filter(({ code }) => /^PA[13]/.test(code)).length
            : 0,
        is_stopped,
        folder: this.options.outDir,
      }),
    );
    if (is_stopped) return 130;
    if (diagnostics.some(({ code }) => code === "PA9001")) return 70;
    const is_wrong = diagnostics.some(({ severity }) => severity === "error");
    return is_wrong || this.failures.length > 0 ? 1 : 0;
  }

  private is_whole(component: Component): boolean {
    const made = this.results.get(component);
    if (made === undefined)
      return this.folder.manifest.components[this.keys.get(component) ?? ""] !== undefined;
    const told = made.filter(({ is_namespace }) => !is_namespace);
    return told.length === component.files.filter(({ is_namespace }) => !is_namespace).length;
  }

  private diagnostics_of(component: Component): readonly Diagnostic[] {
    const made = this.results.get(component);
    const from = path.resolve(this.options.outDir);
    if (made !== undefined)
      return made.flatMap(({ diagnostics }) =>
        diagnostics.map((each) => ({ ...each, file: shown_path(each.file) })),
      );
    const known = this.folder.manifest.components[this.keys.get(component) ?? ""];
    return (known?.diagnostics ?? []).map((each) => {
      const diagnostic = each as Diagnostic;
      return { ...diagnostic, file: shown_path(path.resolve(from, diagnostic.file)) };
    });
  }

  private seen(file: string): string {
    return seen_from(path.resolve(this.options.outDir), file);
  }
}

function is_map(output: string): boolean {
  return output.endsWith(".ts.map");
}

function is_internal({ diagnostics }: ModuleAnswer): boolean {
  return diagnostics.some(({ code }) => code === "PA9001");
}

function seen_from(folder: string, file: string): string {
  return slashes(path.relative(folder, file));
}

function shown_path(file: string): string {
  const relative = path.relative("", file);
  return relative.startsWith("..") ? file : relative;
}

/** What its outputs are made from, the order of files left aside. */
function key_of(component: Component, batch: Batch, options: readonly unknown[]): string {
  const texts = component.files.map(({ file }) => batch.files.get(file)?.hash ?? "");
  return hash_of(JSON.stringify([batch.base, component, texts, options]));
}

/** Two sources whose text would go to one file. */
interface Displaced {
  readonly file: string;
  /** The file whose output stands where its own would. */
  readonly by: string;
}

/** Files that have no place of their own: `x.pyw` beside `x.py`, `index.py` beside `__init__.py`. */
function displaced(batch: Batch): ReadonlyMap<string, Displaced> {
  const taken = new Map<string, string>();
  const found = new Map<string, Displaced>();
  for (const file of [...batch.files.keys()].sort()) {
    const output = typescript_path(file);
    const by = taken.get(output);
    if (by === undefined) taken.set(output, file);
    else found.set(file, { file, by });
  }
  return found;
}

function displaced_by({ file, by }: Displaced): string {
  return `'${shown_path(file)}' is not written: '${shown_path(by)}' has the same output; rename one of them, or leave one out (--exclude)`;
}

function in_order(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort((left, right) => {
    if (left.file !== right.file) return left.file < right.file ? -1 : 1;
    return (left.span?.start ?? -1) - (right.span?.start ?? -1);
  });
}

function lines_of(bytes: Uint8Array | undefined): number {
  let lines = 0;
  for (const byte of bytes ?? []) if (byte === 10) lines++;
  return lines;
}
