// `pyasync2ts run FILE`: the program as JavaScript in a private folder that lives as long as the process.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { transpile_program } from "../index.ts";
import { make_private_folder, read_source, remove_folder, write_private } from "./host.ts";
import { read_imported } from "./modules.ts";
import { print_diagnostics, type DiagnosticOptions } from "./report.ts";

export interface RunOptions extends DiagnosticOptions {
  readonly virtualTime?: boolean;
}

/** Ends with the program's own exit status; 1 when it has errors and was not started. */
export async function run_command(
  file: string,
  args: readonly string[],
  options: RunOptions,
  runtime_url: string,
): Promise<void> {
  const program = transpile_program(read_source(file), {
    file: file === "-" ? "<stdin>" : path.resolve(file),
    read: read_imported(file === "-" ? file : path.resolve(file)),
    runtime_url,
  });
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
  await run_main(main, [file, ...args], options.virtualTime === true);
}
