// Records from a real CPython what a case must do; what varies from run to run is an error, not a golden.
import type { Case } from "./case.ts";
import { comparable, first_difference } from "./compare.ts";
import { remove_file, write_text } from "./files.ts";
import { run, type Outcome } from "./outcome.ts";
import { find_python } from "./python.ts";
import { by_cpython, type Sides } from "./sides.ts";

const RUNS = 3;

export interface Recording {
  readonly case: Case;
  /** `null` when it was recorded. */
  readonly problem: string | null;
}

/** `python`: the command of a CPython, `null` to look for the version that the case's header names. */
export async function record(each: Case, sides: Sides, python: string | null): Promise<Recording> {
  const [wrong] = each.wrong;
  if (wrong !== undefined) return refused(`line ${wrong.line}: ${wrong.message}`);
  const version = each.directives.python;
  const command = python ?? find_python(version);
  if (command === null)
    return refused(
      `no CPython ${version} found: set PYTHON${version.replace(".", "")}, put python${version} on the PATH, or say --python`,
    );
  const outcomes: Outcome[] = [];
  for (let index = 0; index < RUNS; index++) {
    const outcome = await run(by_cpython(each, command, sides));
    if (outcome.is_timed_out)
      return refused(`CPython did not end in ${each.directives.timeout} s (\`# test: timeout\`)`);
    outcomes.push(outcome);
    const varies = variation(outcomes[0] as Outcome, outcome, each);
    if (varies !== null) return refused(varies);
  }
  keep(each, outcomes[0] as Outcome);
  return { case: each, problem: null };

  function refused(problem: string): Recording {
    return { case: each, problem };
  }
}

/** Writes the recorded files of a case; those that say nothing go. */
export function keep({ stem, directives }: Case, outcome: Outcome): void {
  write_text(`${stem}.stdout`, outcome.stdout);
  if (directives.stderr) write_text(`${stem}.stderr`, outcome.stderr);
  else remove_file(`${stem}.stderr`);
  if (outcome.status === 0) remove_file(`${stem}.exit`);
  else write_text(`${stem}.exit`, `${outcome.status}\n`);
}

function variation(first: Outcome, other: Outcome, { directives }: Case): string | null {
  if (first.status !== other.status)
    return `CPython's exit status varies: ${first.status}, then ${other.status}`;
  for (const stream of directives.stderr
    ? (["stdout", "stderr"] as const)
    : (["stdout"] as const)) {
    const [left, right] = [first, other].map((each) => comparable(each[stream], directives));
    if (left === right) continue;
    const line = first_difference(left ?? "", right ?? "");
    const [one, two] = [left, right].map((text) => text?.split("\n")[line - 1] ?? "(nothing)");
    return (
      `line ${line} of CPython's ${stream} varies:\n    ${one}\n    ${two}\n` +
      "  make it the same each time, or leave it out: `# test: mask REGEX`, `# test: any-order REGEX`, `# test: virtual`"
    );
  }
  return null;
}
