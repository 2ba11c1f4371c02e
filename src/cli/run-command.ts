// `pyasync2ts run FILE`: the program as JavaScript in a private folder that lives as long as the process.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { transpile_program, type EntryName } from "../index.ts";
import { as_urls, check_runnable } from "./config/mapped-modules.ts";
import { library_settings, type ProgramSettings } from "./config/program-options.ts";
import { find_module, module_files } from "./find-module.ts";
import {
  link_packages,
  make_private_folder,
  line_writer,
  read_source,
  remove_folder,
  write_private,
} from "./host.ts";
import { is_too_deep, on_large_stack } from "./large-stack.ts";
import { read_imported } from "./modules.ts";
import { RecentFiles } from "./recent-files.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { heard, print_diagnostics, type DiagnosticOptions } from "./report.ts";
import { tell_watcher, watch_command } from "./watch-command.ts";

export interface RunOptions extends DiagnosticOptions, ProgramSettings {
  /** What is named is no file but a module, as after Python's `-m`. */
  readonly module?: boolean;
  /** Again when the program changes, until Ctrl-C. */
  readonly watch?: boolean;
  readonly virtualTime?: boolean;
  readonly keepGoing?: boolean;
  /** The file for what printed each line, as lines of JSON. */
  readonly trace?: string;
}

/** As `run_command`, again whenever a file of the program changes. Gives the exit status. */
export async function run_and_watch(
  file: string,
  options: RunOptions,
  runtime_url: string,
): Promise<number> {
  // what follows FILE is the program's: the first `--watch` is ours
  const line = process.argv.slice(process.argv.indexOf("run") + 1);
  const args = line.toSpliced(line.indexOf("--watch"), 1);
  const files = options.module === true ? module_files(file) : [path.resolve(file)];
  return await watch_command({ shown: file, args, files }, runtime_url);
}

/** Ends with the program's own exit status; 1 when it has errors and was not started. */
export async function run_command(
  file: string,
  args: readonly string[],
  options: RunOptions,
  runtime_url: string,
): Promise<void> {
  const started = options.module === true ? as_module(file) : as_script(file);
  const { bytes, name, entry, named } = started;
  const files = new NotedFiles();
  const read = read_imported(entry, files);
  const keeps_going = options.keepGoing === true;
  const settings = library_settings(options, as_urls);
  const asked = { file: name, runtime_url, keeps_going };
  const here = transpile_program(bytes, { ...asked, read, entry: named, ...settings });
  const program = is_too_deep(here.diagnostics)
    ? await on_large_stack({ ...asked, bytes, entry, named, settings }, runtime_url)
    : here;
  tell_watcher([...(file === "-" ? [] : [name]), ...files.asked]);
  const runs = program.modules !== null;
  const told = runs ? program.diagnostics.filter(matters_to_run) : program.diagnostics;
  print_diagnostics(heard(told, options), program.source, options);
  if (program.modules === null) {
    process.exitCode = 1;
    return;
  }
  check_runnable(settings.modules, program.modules);
  const folder = make_private_folder();
  process.once("exit", () => remove_folder(folder));
  for (const module of program.modules) write_private(path.join(folder, module.path), module.code);
  if (Object.values(settings.modules).some((place) => !place.startsWith("file:")))
    link_packages(folder);
  const { run_main } = await import("../../runtime/builtins/index.ts");
  const url = (file: string): string => pathToFileURL(path.join(folder, file)).href;
  await run_main(url(program.main), [started.argument, ...args], {
    is_virtual_time: options.virtualTime === true,
    trace: options.trace === undefined ? null : line_writer(options.trace),
    packages: program.packages.map(url),
  });
}

/** All files that were looked for, whether they are there or not. */
class NotedFiles extends RecentFiles {
  readonly asked = new Set<string>();

  override read(file: string): Uint8Array | null {
    this.asked.add(path.resolve(file));
    return super.read(file);
  }
}

interface Started {
  readonly bytes: Uint8Array;
  /** In diagnostics and tracebacks. */
  readonly name: string;
  /** Imports are looked for in this file's folder. */
  readonly entry: string;
  readonly named: EntryName | undefined;
  /** `sys.argv[0]`. */
  readonly argument: string;
}

function as_script(file: string): Started {
  const entry = file === "-" ? file : path.resolve(file);
  const name = file === "-" ? "<stdin>" : entry;
  return { bytes: read_source(file), name, entry, named: undefined, argument: file };
}

/** Throws a HostError. */
function as_module(name: string): Started {
  const { file, entry: named } = find_module(name);
  const entry = path.resolve(path.basename(file));
  return { bytes: read_source(file), name: file, entry, named, argument: file };
}

/** A program that runs says on stderr what CPython says; what a migrator should know is told where code is written. */
function matters_to_run({ severity, code }: Diagnostic): boolean {
  return severity === "error" || code === "PA0004";
}
