// The commands about recorded outputs: test, review, verify.
import { InvalidArgumentError, type Command } from "commander";
import { find_config } from "../config/find-config.ts";
import type { TestOptions } from "./test-command.ts";
import type { VerifyOptions } from "./verify-command.ts";

const VIRTUAL = [
  "--virtual-time",
  "sleeps and timers jump instead of waiting, on both sides",
] as const;
const JOBS = ["-j, --jobs <n>", "how many cases run at once", whole_number] as const;

export function add_golden_commands(program: Command, runtime_url: string): void {
  program
    .command("test")
    .description("Run programs and compare with what is recorded of them.")
    .argument(
      "<cases...>",
      "Python files, or folders of them; a folder with __main__.py is one case",
    )
    .option("--record", "record what CPython prints, beside each program")
    .option("--bless", "what differs is right: record what the TypeScript prints")
    .option("--python <command>", "the CPython to record with")
    .option(...VIRTUAL)
    .option(...JOBS)
    .option("--junit <file>", "also write a JUnit report")
    .option("--json", "print the results as JSON")
    .option("--watch", "run again when a file changes")
    .addHelpText("after", CASES)
    .exitOverride()
    .action(async (cases: string[], options: TestOptions) => {
      const { test_command } = await import("./test-command.ts");
      process.exitCode = await test_command(cases, await configured_python(options), runtime_url);
    });
  program
    .command("review")
    .description("Walk through the cases that differ: accept, reject or skip each.")
    .argument("<cases...>", "as for `test`")
    .option(...VIRTUAL)
    .option(...JOBS)
    .exitOverride()
    .action(async (cases: string[], options: TestOptions) => {
      const { review_command } = await import("./test-command.ts");
      process.exitCode = await review_command(cases, await configured_python(options), runtime_url);
    });
  program
    .command("verify")
    .description("Run a program by CPython and as TypeScript, and compare.")
    .argument("<file>", "Python file, or a folder with __main__.py")
    .argument("[args...]", "sys.argv[1:]")
    .option(...VIRTUAL)
    .option("--python <command>", "the CPython to compare with")
    .option("--stderr", "compare standard error as well")
    .passThroughOptions()
    .exitOverride()
    .action(async (file: string, args: string[], options: VerifyOptions) => {
      const { verify_command } = await import("./verify-command.ts");
      process.exitCode = await verify_command(
        file,
        args,
        await configured_python(options),
        runtime_url,
      );
    });
}

/** With the Python that the configuration names. */
async function configured_python<T extends object>(
  options: T,
): Promise<T & { readonly pythonVersion?: string }> {
  const python = (await find_config(""))?.python;
  return python === undefined ? options : { ...options, pythonVersion: python };
}

function whole_number(text: string): string {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError("It must be a whole number from 1.");
  return text;
}

const CASES = `
Beside x.py: x.stdout, x.stderr, x.exit (recorded); x.stdin, x.args (an argument on each line).
Lines in the program's text:
  # test: virtual            sleeps and timers jump instead of waiting
  # test: timeout SECONDS    60 otherwise
  # test: mask REGEX         what its groups (or all of it) match differs from run to run
  # test: any-order REGEX    neighbouring lines that match may come in any order
  # test: stderr             record and compare standard error as well
  # test: python 3.8         the CPython to record with (3.13 otherwise)
  # test: xfail REASON       it is known to differ; an error once it does not
  # test: skip REASON
  # test: module             no case, but a module of other cases

Exit status: 0 all as recorded, 1 some not, 2 wrong usage. Where CI is set, nothing is written.`;
