// The command line of a program of tests.

export interface MainArguments {
  verbosity: number;
  failfast: boolean;
  buffer: boolean;
  tb_locals: boolean;
  durations: number | null;
  readonly patterns: string[];
  readonly tests: string[];
  asks_for_help: boolean;
}

/** Reads the arguments behind the program's name. A text is what is wrong with them. */
export function read_arguments(
  args: readonly string[],
  defaults: Pick<MainArguments, "verbosity" | "failfast" | "buffer">,
): MainArguments | string {
  const found: MainArguments = {
    ...defaults,
    tb_locals: false,
    durations: null,
    patterns: [],
    tests: [],
    asks_for_help: false,
  };
  const pending = [...args];
  for (let arg = pending.shift(); arg !== undefined; arg = pending.shift()) {
    const problem = read_one(arg, pending, found);
    if (problem !== null) return problem;
  }
  return found;
}

function read_one(arg: string, rest: string[], found: MainArguments): string | null {
  if (arg === "--") {
    found.tests.push(...rest.splice(0));
    return null;
  }
  if (!arg.startsWith("-") || arg === "-") {
    found.tests.push(arg);
    return null;
  }
  const flag = FLAGS[arg];
  if (flag !== undefined) {
    flag(found);
    return null;
  }
  const [name = arg, joined] = with_value(arg);
  if (name === "-k" || name === "--durations") {
    const value = joined ?? rest.shift();
    const shown = name;
    if (value === undefined) return `argument ${shown}: expected one argument`;
    if (name === "-k") found.patterns.push(value.includes("*") ? value : `*${value}*`);
    else if (!/^[+-]?\d+$/.test(value))
      return `argument --durations: invalid int value: '${value}'`;
    else found.durations = Number(value);
    return null;
  }
  if (/^-[vqfbch]{2,}$/.test(arg)) {
    rest.unshift(...Array.from(arg.slice(1), (letter) => `-${letter}`));
    return null;
  }
  return `unrecognized arguments: ${arg}`;
}

function with_value(arg: string): readonly [string, string?] {
  if (arg.startsWith("--durations=")) return ["--durations", arg.slice("--durations=".length)];
  if (arg.startsWith("-k") && arg.length > 2) return ["-k", arg.slice(2)];
  return [arg];
}

const FLAGS: Readonly<Record<string, (found: MainArguments) => void>> = {
  "-v": (found) => (found.verbosity = 2),
  "--verbose": (found) => (found.verbosity = 2),
  "-q": (found) => (found.verbosity = 0),
  "--quiet": (found) => (found.verbosity = 0),
  "-f": (found) => (found.failfast = true),
  "--failfast": (found) => (found.failfast = true),
  "-b": (found) => (found.buffer = true),
  "--buffer": (found) => (found.buffer = true),
  "-c": () => {},
  "--catch": () => {},
  "--locals": (found) => (found.tb_locals = true),
  "-h": (found) => (found.asks_for_help = true),
  "--help": (found) => (found.asks_for_help = true),
};
