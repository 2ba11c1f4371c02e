// `pyasync2ts FILE…`: each file's TypeScript beside it, or where `-o` says.
import path from "node:path";
import { format, transpile } from "../index.ts";
import { HostError, read_source, write_output } from "./host.ts";
import { read_imported } from "./modules.ts";
import { print_diagnostics, type DiagnosticOptions } from "./report.ts";

export interface TranspileCommandOptions extends DiagnosticOptions {
  readonly output?: string;
  readonly force?: boolean;
}

/** The exit status: 1 if any file had errors; the others are written all the same. */
export async function transpile_command(
  files: readonly string[],
  options: TranspileCommandOptions,
): Promise<number> {
  if (options.output !== undefined && files.length > 1)
    return usage("-o takes one input file; without it each output stands beside its input");
  let status = 0;
  for (const file of files)
    try {
      status = Math.max(status, await transpile_file(file, options));
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      process.stderr.write(`pyasync2ts: ${error.message}\n`);
      status = 1;
    }
  return status;
}

async function transpile_file(file: string, options: TranspileCommandOptions): Promise<number> {
  const bytes = read_source(file);
  const result = transpile(bytes, {
    file: file === "-" ? "<stdin>" : file,
    read: read_imported(file),
  });
  print_diagnostics(result.diagnostics, result.source, options);
  if (result.code === null) return 1;
  const code = await format(result.code);
  const output = options.output ?? (file === "-" ? "-" : beside(file));
  if (output === "-") process.stdout.write(code);
  else write_output(output, code, options.force === true);
  return 0;
}

function beside(file: string): string {
  return path.join(path.dirname(file), `${path.basename(file).replace(/\.pyw?$/, "")}.ts`);
}

function usage(message: string): number {
  process.stderr.write(`pyasync2ts: ${message}\n`);
  return 2;
}
