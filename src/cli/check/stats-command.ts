// `pyasync2ts check --stats FILE…`, and `check -`: each file by itself.
import { census, transpile, type Census } from "../../index.ts";
import { render_census } from "../census-table.ts";
import { library_settings, type ProgramSettings } from "../config/program-options.ts";
import { HostError, read_source } from "../host.ts";
import { is_too_deep, on_large_stack } from "../large-stack.ts";
import { read_imported } from "../modules.ts";
import { RecentFiles } from "../recent-files.ts";
import { heard, print_diagnostics, type DiagnosticOptions } from "../report.ts";

export interface StatsOptions extends DiagnosticOptions, ProgramSettings {
  readonly stats?: boolean;
}

const MOST_HELPERS = 10;

/** The exit status: 1 if any file has errors. With `stats`, a table over the others goes to standard output. */
export async function stats_command(
  files: readonly string[],
  options: StatsOptions,
  dist: string,
): Promise<number> {
  let status = 0;
  const recent = new RecentFiles();
  const settings = library_settings(options);
  // A module that several of the files import counts once.
  const taken = new Map<string, Census>();
  for (const file of files)
    try {
      const bytes = read_source(file);
      const input = {
        file: file === "-" ? "<stdin>" : file,
        read: read_imported(file, recent),
        ...settings,
      };
      const here = transpile(bytes, input);
      const { code, diagnostics, source } = is_too_deep(here.diagnostics)
        ? await on_large_stack(
            { bytes, file: input.file, entry: file, runtime_url: null, settings },
            dist,
          )
        : here;
      print_diagnostics(heard(diagnostics, options), source, options);
      if (code === null) status = 1;
      else if (options.stats === true)
        for (const module of census(bytes, input)) taken.set(module.file, module);
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      process.stderr.write(`pyasync2ts: ${error.message}\n`);
      status = 1;
    }
  if (options.stats === true)
    process.stdout.write(render_census([...taken.values()], { helpers: MOST_HELPERS }));
  return status;
}
