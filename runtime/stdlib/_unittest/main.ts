// main(): a program that runs its tests.
import type { Blocking } from "../../builtins/blocking.ts";
import { call_with, print, type Dynamic } from "../../builtins/index.ts";
import { ModuleNotFoundError, SystemExit } from "../../builtins/exceptions/index.ts";
import { as_value } from "../../builtins/handover.ts";
import { module_named } from "../../builtins/program-modules.ts";
import { repr } from "../../builtins/representation.ts";
import { standard_streams } from "../../builtins/standard-streams.ts";
import { truth } from "../../builtins/truth.ts";
import { is_class } from "../../builtins/type-name.ts";
import { argv as program_arguments } from "../sys.ts";
import { called } from "./calling.ts";
import { defaultTestLoader } from "./loader.ts";
import { type MainArguments, read_arguments } from "./main-arguments.ts";
import { help_text, usage_text } from "./main-help.ts";
import { TextTestRunner } from "./runner.ts";
import { bound } from "../../builtins/index.ts";

export interface MainOptions {
  readonly defaultTest?: Dynamic;
  readonly argv?: Dynamic;
  readonly testRunner?: Dynamic;
  readonly testLoader?: Dynamic;
  readonly exit?: Dynamic;
  readonly verbosity?: number;
  readonly failfast?: Dynamic;
  readonly catchbreak?: Dynamic;
  readonly buffer?: Dynamic;
  readonly warnings?: Dynamic;
  readonly tb_locals?: boolean;
  readonly durations?: number | null;
}

/** What `main` gives where it does not end the program. */
export class TestProgram {
  static readonly __name__: string = "TestProgram";
  static readonly __module__: string = "unittest.main";
  readonly result: Dynamic;
  readonly test: Dynamic;

  constructor(test: Dynamic, result: Dynamic) {
    this.test = test;
    this.result = result;
  }
}

/**
 * Loads the tests of a module, or those that the command line names, runs them and ends the program: status 0, 1 when
 * tests failed, 5 when there were none, 2 for a wrong command line.
 */
export async function main(
  module: Dynamic = "__main__",
  {
    defaultTest = null,
    argv = null,
    testRunner = null,
    testLoader = defaultTestLoader,
    exit = true,
    verbosity = 1,
    failfast = null,
    buffer = null,
    warnings = null,
    tb_locals = false,
    durations = null,
  }: MainOptions = {},
): Blocking<TestProgram> {
  const [program = "", ...args]: readonly string[] = argv ?? program_arguments;
  const defaults = { verbosity, failfast: truth(failfast), buffer: truth(buffer) };
  const read = checked(read_arguments(args, defaults), program);
  const options = {
    verbosity: read.verbosity,
    failfast: read.failfast,
    buffer: read.buffer,
    warnings: warnings ?? "default",
    tb_locals: tb_locals || read.tb_locals,
    durations: durations ?? read.durations,
  };
  const test: Dynamic = await load(testLoader, namespace(module), read, defaultTest);
  const result: Dynamic = (await called(bound(runner(testRunner, options), "run"), [test])).value;
  if (truth(exit)) throw new SystemExit(status_of(result));
  return as_value(new TestProgram(test, result));
}

function namespace(module: Dynamic): Dynamic {
  if (typeof module !== "string") return module;
  const found: Dynamic = module_named(module);
  if (found === null) throw new ModuleNotFoundError(`No module named ${repr(module)}`);
  return found;
}

async function load(
  loader: Dynamic,
  module: Dynamic,
  { patterns, tests }: MainArguments,
  defaultTest: Dynamic,
): Blocking<Dynamic> {
  if (patterns.length > 0) loader.testNamePatterns = patterns;
  const chosen: Dynamic = typeof defaultTest === "string" ? [defaultTest] : defaultTest;
  const names: Dynamic = tests.length > 0 ? tests : chosen;
  const method = names === null ? "loadTestsFromModule" : "loadTestsFromNames";
  const given = names === null ? [module] : [names, module];
  return (await called(bound(loader, method), given)).value;
}

/** An instance stands for itself; a class is made one, with as much as it takes. */
function runner(testRunner: Dynamic, options: Readonly<Record<string, Dynamic>>): Dynamic {
  const type: Dynamic = testRunner ?? TextTestRunner;
  if (typeof type !== "function" || !is_class(type)) return type;
  if (type === TextTestRunner || type.prototype instanceof TextTestRunner) {
    const { verbosity, ...rest } = options;
    return new type(null, true, verbosity, rest);
  }
  return call_with(type, [], {});
}

function checked(read: MainArguments | string, program: string): MainArguments {
  const name = program.slice(program.lastIndexOf("/") + 1);
  if (typeof read === "string") {
    standard_streams().stderr.write(`${usage_text(name)}${name}: error: ${read}\n`);
    throw new SystemExit(2);
  }
  if (read.asks_for_help) {
    print(help_text(name));
    throw new SystemExit(0);
  }
  return read;
}

function status_of(result: Dynamic): number {
  if (result.testsRun === 0 && result.skipped.length === 0) return NO_TESTS;
  return truth(result.wasSuccessful()) ? 0 : 1;
}

const NO_TESTS = 5;
