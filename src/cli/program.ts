// Commands and options → exit status: 0 done, 1 the input has errors, 2 wrong usage, 70 our own mistake.
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { diagnostic_formats } from "../diagnostics/render.ts";
import { completion, shells, type Shell } from "./completion-command.ts";
import { configured, type Configurable } from "./config/configured.ts";
import { find_config } from "./config/find-config.ts";
import { is_module, namings, runtimes, target_problem } from "./config/keys.ts";
import type { MappedModules } from "./config/mapped-modules.ts";
import { python_versions } from "../project.ts";
import { explain_command } from "./explain-command.ts";
import { HostError, machine_failure } from "./host.ts";
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
      "[files...]",
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
    .option("--map", "write the source map beside each output, as x.ts.map")
    .addOption(
      new Option("--inline-map", "write the source map into the output's last line").conflicts(
        "map",
      ),
    )
    .option("--force", "replace output files that were edited by hand")
    .addOption(
      new Option(
        "--runtime <how>",
        "`import` it from the package, or with --out-dir `copy` what is needed beside the outputs",
      ).choices(runtimes),
    )
    .addOption(target_option())
    .addOption(naming_option())
    .addOption(python_option())
    .addOption(alias_option())
    .option("--no-config", "leave pyasync2ts.config.{ts,js,json} and pyproject.toml aside")
    .addOption(diagnostic_format())
    .option("--json", "the same as --format json")
    .option("--no-pretty", "the same as --format tsc")
    .enablePositionalOptions()
    .showHelpAfterError("(see pyasync2ts --help)")
    .exitOverride()
    .action(async (given: string[], from_line: TranspileCommandOptions & Partial<BatchOptions>) => {
      const config = from_line.config === false ? null : await find_config("");
      const { inputs, options } = configured(given, from_line, config);
      if (inputs.length === 0)
        throw new InvalidArgumentError("no files: name some, or `inputs` in the configuration");
      const { outDir } = options;
      if (outDir !== undefined) {
        if (options.output !== undefined)
          throw new InvalidArgumentError("-o and --out-dir exclude each other");
        const { batch_command } = await import("./batch/batch-command.ts");
        process.exitCode = await batch_command(inputs, { ...options, outDir }, runtime_url);
        return;
      }
      const { transpile_command } = await import("./transpile-command.ts");
      process.exitCode = await transpile_command(inputs, options, runtime_url);
    });
  program
    .command("run")
    .description(
      "Transpile a program in memory and run it; the arguments after FILE are the program's.",
    )
    .argument("<file>", "Python file; `-` reads standard input; with -m the name of a module")
    .argument("[args...]", "sys.argv[1:]")
    .option("-m, --module", "run a module or package by its name, as `python -m` does")
    .option("--watch", "run it again when it, or what it imports, changes; Ctrl-C ends")
    .option("--virtual-time", "sleeps and timers jump instead of waiting")
    .option("--keep-going", "what can't be translated becomes code that raises when it is reached")
    .option("--trace <file>", "write which line and task printed each line, as lines of JSON")
    .addOption(python_option())
    .addOption(alias_option())
    .option("--no-config", "leave pyasync2ts.config.{ts,js,json} and pyproject.toml aside")
    .addOption(diagnostic_format())
    .option("--json", "the same as --format json")
    .option("--no-pretty", "the same as --format tsc")
    .addHelpText("after", run_examples)
    .passThroughOptions()
    .exitOverride()
    .action(async (file: string, args: string[], from_line: RunOptions & Configurable) => {
      const { run_and_watch, run_command } = await import("./run-command.ts");
      if (from_line.watch === true) {
        if (file === "-")
          throw new InvalidArgumentError("--watch needs a file, not standard input");
        process.exitCode = await run_and_watch(file, from_line, runtime_url);
        return;
      }
      const config = from_line.config === false ? null : await find_config("");
      const { options } = configured([file], from_line, config);
      await run_command(file, args, options, runtime_url);
    });
  program
    .command("check")
    .description("Say what transpiling would say, and write nothing.")
    .argument("[files...]", "Python files, folders, patterns; `-` reads standard input")
    .option("--all", "the report with a line for every file and every blocker")
    .option("--html <file>", "also write the report as one HTML page")
    .option("--exclude <pattern>", "leave files or folders out (repeatable)", one_more, [])
    .option("--workers <count>", "how many threads (default: the cores)", count)
    .addOption(python_option())
    .addOption(alias_option())
    .option(
      "--stats",
      "instead count what becomes native TypeScript and what needs the runtime's help, of each file by itself",
    )
    .addOption(diagnostic_format())
    .option("--json", "the same as --format json")
    .option("--no-pretty", "the same as --format tsc")
    .exitOverride()
    .option("--no-config", "leave pyasync2ts.config.{ts,js,json} and pyproject.toml aside")
    .addHelpText("after", check_examples)
    .action(async (given: string[], from_line: CheckOptions & StatsOptions & Configurable) => {
      const config = from_line.config === false ? null : await find_config("");
      const { inputs, options } = configured(given, from_line, config);
      if (inputs.length === 0)
        throw new InvalidArgumentError("no files: name some, or `inputs` in the configuration");
      if (options.stats === true || inputs.includes("-")) {
        const { stats_command } = await import("./check/stats-command.ts");
        process.exitCode = await stats_command(inputs, options, runtime_url);
        return;
      }
      const { check_command } = await import("./check/check-command.ts");
      process.exitCode = await check_command(inputs, options, runtime_url);
    });
  program
    .command("explain")
    .description("Say what a diagnostic's code means, and the way out.")
    .argument("[code]", "`PA1001`; without it all codes are listed")
    .addHelpText("after", "\nExample:\n  $ pyasync2ts explain PA1001")
    .exitOverride()
    .action((code: string | undefined) => {
      process.exitCode = explain_command(code);
    });
  program
    .command("completion")
    .description("Print a script that completes commands and options in a shell.")
    .addArgument(new Argument("<shell>").choices(shells))
    .addHelpText(
      "after",
      "\nExamples:\n  $ pyasync2ts completion bash >> ~/.bashrc\n  $ pyasync2ts completion fish > ~/.config/fish/completions/pyasync2ts.fish",
    )
    .exitOverride()
    .action((shell: Shell) => {
      process.stdout.write(completion(program, shell));
    });
  add_golden_commands(program, runtime_url);
  return program.addHelpText("after", examples);
}

function diagnostic_format(): Option {
  return new Option("--format <format>", "how diagnostics are told").choices(diagnostic_formats);
}

function python_option(): Option {
  return new Option(
    "--python-version <version>",
    "for which Python it was written: 3.11 and later refuse what 3.10 still took (default: what its names tell)",
  ).choices(python_versions);
}

function alias_option(): Option {
  return new Option(
    "--alias <name=place>",
    "import a package or a file of your own in the place of a Python module (repeatable)",
  ).argParser(one_more_alias);
}

function naming_option(): Option {
  return new Option(
    "--naming <how>",
    "`keep` the names of variables, functions and parameters, or write them in `camel` case",
  ).choices(namings);
}

function target_option(): Option {
  return new Option(
    "--target <version>",
    "the ECMAScript that the output may use: es2022, which all of it needs, or later",
  ).argParser(checked_target);
}

function one_more_alias(text: string, before: MappedModules = {}): MappedModules {
  const [name = "", ...place] = text.split("=");
  if (!is_module(name) || place.join("=") === "")
    throw new InvalidArgumentError("write NAME=PLACE, e.g. redis=./shims/redis.ts");
  return { ...before, [name]: place.join("=") };
}

function checked_target(text: string): string {
  const problem = target_problem(text);
  if (problem !== null) throw new InvalidArgumentError(problem);
  return text;
}

function one_more(text: string, before: readonly string[]): readonly string[] {
  return [...before, text];
}

function count(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new InvalidArgumentError("it is a number from 1 to 999.");
  return Number(text);
}

const run_examples = `
Examples:
  $ pyasync2ts run app.py --port 80          --port is app.py's own
  $ pyasync2ts run -m shop.server --port 80  shop/server.py, as \`python -m shop.server\`; -m shop: shop/__main__.py
  $ echo 'print(1 / 2)' | pyasync2ts run -
  $ pyasync2ts run --watch app.py            again at each change
  $ pyasync2ts run --virtual-time day.py     a day of sleeping passes at once

Exit status: the program's own; 1 when it can't be transpiled, 2 wrong usage.`;

const check_examples = `
Examples:
  $ pyasync2ts check src                       how much of it can be transpiled, and what stands in the way
  $ pyasync2ts check src --html report.html    the same as a page to pass round
  $ pyasync2ts check src --json | jq .share
  $ pyasync2ts check src --format sarif > pyasync2ts.sarif
  $ pyasync2ts check src --format github       beside the lines of a pull request

Exit status: 0 all can be transpiled, 1 some can't, 2 wrong usage, 70 a mistake of ours.`;

const examples = `
Examples:
  $ pyasync2ts app.py               writes app.ts beside it
  $ pyasync2ts app.py -o out/app.ts
  $ pyasync2ts app.py -o -          prints the TypeScript
  $ pyasync2ts app.py --map         writes app.ts.map as well: debuggers and stack traces show app.py
  $ pyasync2ts src --out-dir out    transpiles a whole project together
  $ pyasync2ts                      the same, as the configuration says
  $ pyasync2ts check src            says what stands in the way
  $ pyasync2ts run app.py --port 80 runs it, with app.py's own arguments
  $ pyasync2ts check --stats app.py says what is wrong, and how native the output is
  $ pyasync2ts verify app.py        runs it by CPython as well, and compares
  $ pyasync2ts test --record cases  records what CPython prints, for \`test cases\` to compare

The configuration: pyasync2ts.config.{ts,js,json}, or [tool.pyasync2ts] of pyproject.toml, here or in a folder
around: inputs, output, exclude, workers, keepGoing, ignore, python, modules, runtime, target, naming.

Exit status: 0 done, 1 the input has errors, 2 wrong usage, 70 a mistake of ours, 130 stopped by Ctrl-C. \`run\`
exits as the program does. Colours: NO_COLOR, FORCE_COLOR.`;

/** What commander finds it has told already; what an action finds it has not. */
function told_usage(error: CommanderError): number {
  if (error instanceof InvalidArgumentError)
    process.stderr.write(`pyasync2ts: ${error.message} (see pyasync2ts --help)\n`);
  return error.exitCode === 0 ? exit_status.done : exit_status.usage;
}

function report_failure(error: unknown): number {
  if (error instanceof CommanderError) return told_usage(error);
  const of_host = error instanceof HostError ? error : machine_failure(error);
  if (of_host !== null) {
    process.stderr.write(`pyasync2ts: ${of_host.message}\n`);
    return exit_status.input_errors;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `pyasync2ts: internal error. This is our mistake: please report it with the program that shows it.\n${text}\n`,
  );
  return exit_status.internal;
}
