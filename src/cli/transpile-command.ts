// `pyasync2ts FILE…`: each file's TypeScript beside it, or where `-o` says.
import path from "node:path";
import { transpile } from "../index.ts";
import type { Runtime } from "./config/keys.ts";
import { seen_by } from "./config/mapped-modules.ts";
import {
  library_settings,
  type LibrarySettings,
  type ProgramSettings,
} from "./config/program-options.ts";
import { HostError, read_source, write_output } from "./host.ts";
import { laid_out } from "./laid-out.ts";
import { is_too_deep, on_large_stack, type DeepResult } from "./large-stack.ts";
import { map_form, mapped_text, type MapOptions } from "./map-options.ts";
import { read_imported } from "./modules.ts";
import { RecentFiles } from "./recent-files.ts";
import { heard, print_diagnostics, type DiagnosticOptions } from "./report.ts";

export interface TranspileCommandOptions extends DiagnosticOptions, MapOptions, ProgramSettings {
  readonly runtime?: Runtime;
  readonly output?: string;
  readonly force?: boolean;
}

/** The exit status: 1 if any file had errors; the others are written all the same. `dist`: the built modules' folder. */
export async function transpile_command(
  files: readonly string[],
  options: TranspileCommandOptions,
  dist: string,
): Promise<number> {
  if (options.output !== undefined && files.length > 1)
    return usage("-o takes one input file; without it each output stands beside its input");
  if (options.runtime === "copy")
    return usage("the runtime is copied with --out-dir (or `output` of the configuration) only");
  let status = 0;
  const recent = new RecentFiles();
  for (const file of files)
    try {
      status = Math.max(status, await transpile_file(file, options, recent, dist));
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      process.stderr.write(`pyasync2ts: ${error.message}\n`);
      status = 1;
    }
  return status;
}

async function transpile_file(
  file: string,
  options: TranspileCommandOptions,
  recent: RecentFiles,
  dist: string,
): Promise<number> {
  const output = options.output ?? (file === "-" ? "-" : beside(file));
  const form = map_form(options);
  if (output === "-" && form === "beside")
    return usage("--map writes a file beside the output: name it by -o, or use --inline-map");
  const settings = library_settings(options, (modules) => seen_by(output, modules));
  const wanted = { ...settings, map: form !== "none" };
  const { code, map, diagnostics, source } = await translated(file, wanted, recent, dist);
  print_diagnostics(heard(diagnostics, options), source, options);
  if (code === null) return 1;
  const made = mapped_text(code, map, form, { output, source: source_seen_from(output, file) });
  if (output === "-") process.stdout.write(made.code);
  else {
    write_output(output, made.code, options.force === true);
    if (made.map !== null) write_output(`${output}.map`, made.map, options.force === true);
  }
  return 0;
}

/** The file's TypeScript, laid out; `null` when there are errors. */
async function translated(
  file: string,
  { map, ...settings }: LibrarySettings & { readonly map: boolean },
  recent: RecentFiles,
  dist: string,
): Promise<Pick<DeepResult, "code" | "map" | "diagnostics" | "source">> {
  const bytes = read_source(file);
  const name = file === "-" ? "<stdin>" : file;
  const read = read_imported(file, recent);
  const result = transpile(bytes, { file: name, read, map, ...settings });
  if (is_too_deep(result.diagnostics)) {
    const task = { bytes, file: name, entry: file, runtime_url: null, map, settings };
    return on_large_stack(task, dist);
  }
  return { ...result, ...(await laid_out(result)) };
}

/** How the map names the Python file. */
function source_seen_from(output: string, file: string): string {
  if (file === "-") return "<stdin>";
  const folder = output === "-" ? "" : path.dirname(output);
  return path.relative(folder, file).split(path.sep).join("/");
}

function beside(file: string): string {
  return path.join(path.dirname(file), `${path.basename(file).replace(/\.pyw?$/, "")}.ts`);
}

function usage(message: string): number {
  process.stderr.write(`pyasync2ts: ${message}\n`);
  return 2;
}
