// `pyasync2ts verify FILE`: CPython and the TypeScript side by side, now.
import { HostError } from "../host.ts";
import { wants_color } from "../report.ts";
import { find_cases } from "./case.ts";
import { compare, is_same } from "./compare.ts";
import { describe } from "./describe.ts";
import { paint } from "./paint.ts";
import { run } from "./outcome.ts";
import { find_python } from "./python.ts";
import { by_cpython, by_us } from "./sides.ts";
import { place_of } from "./verdict.ts";

export interface VerifyOptions {
  readonly virtualTime?: boolean;
  readonly python?: string;
  readonly stderr?: boolean;
  /** For which CPython the program was written, if its header does not say it. */
  readonly pythonVersion?: string;
}

/** The exit status: 0 when both do the same. The program gets `args`, or those of `x.args`. */
export async function verify_command(
  file: string,
  args: readonly string[],
  options: VerifyOptions,
  runtime_url: string,
): Promise<number> {
  const [found] = find_cases([file], options.pythonVersion).cases;
  if (found === undefined) throw new HostError(`there is no program in '${file}'`);
  const each = args.length === 0 ? found : { ...found, args };
  const [wrong] = each.wrong;
  if (wrong !== undefined) throw new HostError(`${file}:${wrong.line}: ${wrong.message}`);
  const version = each.directives.python;
  const python = options.python ?? find_python(version);
  if (python === null)
    throw new HostError(
      `no CPython ${version} found: put python${version} on the PATH, or say --python`,
    );
  const sides = { runtime_url, is_virtual: options.virtualTime === true };
  const expected = await run(by_cpython(each, python, sides)).catch((error: Error) => {
    throw new HostError(`can't run '${python}': ${error.message}`);
  });
  const outcome = await run(by_us(each, sides));
  const with_errors = options.stderr === true || each.directives.stderr;
  const golden = { ...expected, stderr: with_errors ? expected.stderr : null };
  const comparison = compare(golden, outcome, each.directives);
  const times = `CPython ${expected.seconds.toFixed(2)} s, TypeScript ${outcome.seconds.toFixed(2)} s`;
  if (is_same(comparison) && outcome.is_timed_out === expected.is_timed_out) {
    const lines = outcome.stdout.split("\n").length - (outcome.stdout.endsWith("\n") ? 1 : 0);
    process.stdout.write(`the same: ${lines} lines, exit status ${outcome.status} (${times})\n`);
    return 0;
  }
  const place = await place_of(each, sides, comparison);
  const verdict = { case: each, kind: "failed", seconds: 0, outcome, comparison, place } as const;
  process.stdout.write(`different (${times})\n`);
  process.stdout.write(describe(verdict, sides, paint(wants_color(process.stdout))));
  return 1;
}
