// `pyasync2ts run FILE`: the program as JavaScript in a private folder that lives as long as the process.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { transpile_program } from "../index.ts";
import {
  make_private_folder,
  line_writer,
  read_source,
  remove_folder,
  write_private,
} from "./host.ts";
import { is_too_deep, on_large_stack } from "./large-stack.ts";
import { read_imported } from "./modules.ts";
import { print_diagnostics, type DiagnosticOptions } from "./report.ts";

export interface RunOptions extends DiagnosticOptions {
  readonly virtualTime?: boolean;
  /** The file for what printed each line, as lines of JSON. */
  readonly trace?: string;
}

/** Ends with the program's own exit status; 1 when it has errors and was not started. */
export async function run_command(
  file: string,
  args: readonly string[],
  options: RunOptions,
  runtime_url: string,
): Promise<void> {
  const bytes = read_source(file);
  const entry = file === "-" ? file : path.resolve(file);
  const name = file === "-" ? "<stdin>" : entry;
  const here = transpile_program(bytes, { file: name, read: read_imported(entry), runtime_url });
  const program = is_too_deep(here.diagnostics)
    ? await on_large_stack({ bytes, file: name, entry, runtime_url }, runtime_url)
    : here;
  print_diagnostics(program.diagnostics, program.source, options);
  if (program.modules === null) {
    process.exitCode = 1;
    return;
  }
  const folder = make_private_folder();
  process.once("exit", () => remove_folder(folder));
  for (const module of program.modules) write_private(path.join(folder, module.path), module.code);
  const { run_main } = await import("../../runtime/builtins/index.ts");
  const main = pathToFileURL(path.join(folder, program.main)).href;
  await run_main(main, [file, ...args], {
    is_virtual_time: options.virtualTime === true,
    trace: options.trace === undefined ? null : line_writer(options.trace),
  });
}
