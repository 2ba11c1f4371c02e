// What the header of a case says: lines `# test: NAME VALUE` anywhere in the program.

export interface Directives {
  /** The CPython that records: `3.13`. */
  readonly python: string;
  /** Sleeps and timers jump instead of waiting; CPython's when it records, too. */
  readonly virtual: boolean;
  /** Seconds after which the program is stopped. */
  readonly timeout: number;
  /** What their groups match (all of it, without groups) differs from run to run. */
  readonly masks: readonly RegExp[];
  /** Neighbouring lines that match may come in any order. */
  readonly any_order: readonly RegExp[];
  /** What the program writes on standard error is recorded and compared as well. */
  readonly stderr: boolean;
  /** Why the case is expected to fail, or not to be run at all. */
  readonly expected_failure: string | null;
  readonly skip: string | null;
  /** The file is a module of other cases. */
  readonly module: boolean;
}

/** A directive that is unknown or wrong, by its line (from 1). */
export interface WrongDirective {
  readonly line: number;
  readonly message: string;
}

const DEFAULT_TIMEOUT = 60;

/** Reads the header lines of a program's text. */
export function read_directives(
  text: string,
  python = "3.13",
): {
  readonly directives: Directives;
  readonly wrong: readonly WrongDirective[];
} {
  const wrong: WrongDirective[] = [];
  const found = {
    python,
    virtual: false,
    timeout: DEFAULT_TIMEOUT,
    masks: [] as RegExp[],
    any_order: [] as RegExp[],
    stderr: false,
    expected_failure: null as string | null,
    skip: null as string | null,
    module: false,
  };
  const lines = text.split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    const match = /^# test: *(\S+) *(.*?) *$/.exec(line);
    if (match === null) continue;
    const [, name = "", value = ""] = match;
    try {
      take(name, value);
    } catch (error) {
      wrong.push({ line: index + 1, message: (error as Error).message });
    }
  }
  return { directives: found, wrong };

  function take(name: string, value: string): void {
    switch (name) {
      case "python":
        if (!/^\d\.\d+$/.test(value)) throw new Error(`'${value}' is no version such as 3.13`);
        found.python = value;
        return;
      case "virtual":
        found.virtual = true;
        return;
      case "real":
        found.virtual = false;
        return;
      case "timeout":
        if (!(Number(value) > 0)) throw new Error(`'${value}' is no number of seconds`);
        found.timeout = Number(value);
        return;
      case "mask":
        found.masks.push(new RegExp(value, "dgmu"));
        return;
      case "any-order":
        found.any_order.push(new RegExp(value, "u"));
        return;
      case "stderr":
        found.stderr = true;
        return;
      case "xfail":
        found.expected_failure = value || "expected to fail";
        return;
      case "skip":
        found.skip = value || "skipped";
        return;
      case "module":
        found.module = true;
        return;
      default:
        throw new Error(`unknown directive '${name}'; there are ${NAMES.join(", ")}`);
    }
  }
}

const NAMES = [
  "python",
  "virtual",
  "real",
  "timeout",
  "mask",
  "any-order",
  "stderr",
  "xfail",
  "skip",
  "module",
];
