// Commands and options → exit status: 0 done, 1 the input has errors, 2 wrong usage, 70 our own mistake.
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { diagnostic_formats } from "../diagnostics/render.ts";
import { HostError } from "./host.ts";
import type { BatchOptions } from "./batch/batch-command.ts";
import type { CheckOptions } from "./check/check-command.ts";
import type { StatsOptions } from "./check/stats-command.ts";
import { add_golden_commands } from "./golden/commands.ts";
import type { RunOptions } from "./run-command.ts";
import type { TranspileCommandOptions } from "./transpile-command.ts";

export const exit_status = { done: 0, input_errors: 1, usage: 2, internal: 70 } as const;

/**
 * Runs the command line; sets `process.exitCode` and returns when its work is done.
 * `runtime_url`: the folder of the runtime's built modules.
 */
export async function run_cli(argv: readonly string[], runtime_url: string): Promise<void> {
  try {
    await make_program(runtime_url).parseAsync([...argv]);
  } catch (error) {
    process.exitCode = report_failure(error);
  }
}

function make_program(runtime_url: string): Command {
  const program = new Command("pyasync2ts")
    .description(
      "Turns Python asyncio programs into TypeScript that prints what CPython prints, in the same order.",
    )
    .version(__VERSION__)
    .argument(
      "<files...>",
      "Python files; `-` reads standard input; with --out-dir folders and patterns",
    )
    .option(
      "-o, --output <file>",
      "write to this file; `-` writes to standard output (one input only)",
    )
    .option("--out-dir <folder>", "transpile all files together into a folder that mirrors theirs")
    .option(
      "--exclude <pattern>",
      "with --out-dir: leave files or folders out (repeatable)",
      one_more,
      [],
    )
    .option("--workers <count>", "with --out-dir: how many threads (default: the cores)", count)
    .option(
      "--keep-going",
      "with --out-dir: what can't be translated becomes code that raises when it is reached",
    )
    .option("--force", "replace output files that were edited by hand")
    .addOption(diagnostic_format())
    .option("--json", "the same as --format json")
    .option("--no-pretty", "the same as --format tsc")
    .enablePositionalOptions()
    .showHelpAfterError("(see pyasync2ts --help)")
    .exitOverride()
    .action(async (files: string[], options: TranspileCommandOptions & Partial<BatchOptions>) => {
      const { outDir } = options;
      if (outDir !== undefined) {
        if (options.output !== undefined)
          throw new CommanderError(2, "usage", "-o and --out-dir exclude each other");
        const { batch_command } = await import("./batch/batch-command.ts");
        process.exitCode = await batch_command(files, { ...options, outDir }, runtime_url);
        return;
      }
      const { transpile_command } = await import("./transpile-command.ts");
      process.exitCode = await transpile_command(files, options, runtime_url);
    });
  program
    .command("run")
    .description(
      "Transpile a program in memory and run it; the arguments after FILE are the program's.",
    )
    .argument("<file>", "Python file; `-` reads standard input")
    .argument("[args...]", "sys.argv[1:]")
    .option("--virtual-time", "sleeps and timers jump instead of waiting")
    .option("--trace <file>", "write which line and task printed each line, as lines of JSON")
    .addOption(diagnostic_format())
    .option("--json", "the same as --format json")
    .option("--no-pretty", "the same as --format tsc")
    .passThroughOptions()
    .exitOverride()
    .action(async (file: string, args: string[], options: RunOptions) => {
      const { run_command } = await import("./run-command.ts");
      await run_command(file, args, options, runtime_url);
    });
  program
    .command("check")
    .description("Say what transpiling would say, and write nothing.")
    .argument("<files...>", "Python files, folders, patterns; `-` reads standard input")
    .option("--all", "the report with a line for every file and every blocker")
    .option("--html <file>", "also write the report as one HTML page")
    .option("--exclude <pattern>", "leave files or folders out (repeatable)", one_more, [])
    .option("--workers <count>", "how many threads (default: the cores)", count)
    .option(
      "--stats",
      "instead count what becomes native TypeScript and what needs the runtime's help, of each file by itself",
    )
    .addOption(diagnostic_format())
    .option("--json", "the same as --format json")
    .option("--no-pretty", "the same as --format tsc")
    .exitOverride()
    .action(async (files: string[], options: CheckOptions & StatsOptions) => {
      if (options.stats === true || files.includes("-")) {
        const { stats_command } = await import("./check/stats-command.ts");
        process.exitCode = await stats_command(files, options, runtime_url);
        return;
      }
      const { check_command } = await import("./check/check-command.ts");
      process.exitCode = await check_command(files, options, runtime_url);
    });
  add_golden_commands(program, runtime_url);
  return program.addHelpText("after", examples);
}

function diagnostic_format(): Option {
  return new Option("--format <format>", "how diagnostics are told").choices(diagnostic_formats);
}

function one_more(text: string, before: readonly string[]): readonly string[] {
  return [...before, text];
}

function count(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new InvalidArgumentError("it is a number from 1 to 999.");
  return Number(text);
}

const examples = `
Examples:
  $ pyasync2ts app.py               writes app.ts beside it
  $ pyasync2ts app.py -o out/app.ts
  $ pyasync2ts app.py -o -          prints the TypeScript
  $ pyasync2ts run app.py --port 80 runs it, with app.py's own arguments
  $ pyasync2ts check --stats app.py says what is wrong, and how native the output is
  $ pyasync2ts verify app.py        runs it by CPython as well, and compares
  $ pyasync2ts test --record cases  records what CPython prints, for \`test cases\` to compare

Exit status: 0 done, 1 the input has errors, 2 wrong usage. \`run\` exits as the program does.`;

function report_failure(error: unknown): number {
  if (error instanceof CommanderError)
    return error.exitCode === 0 ? exit_status.done : exit_status.usage;
  if (error instanceof HostError) {
    process.stderr.write(`pyasync2ts: ${error.message}\n`);
    return exit_status.input_errors;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `pyasync2ts: internal error. This is our mistake: please report it with the program that shows it.\n${text}\n`,
  );
  return exit_status.internal;
}
