// Records the output of fixtures from a real CPython: `npm run golden:record [-- AREA-OR-NAME …]`.
// A fixture is run twice; output that varies outside its masks is an error, not a golden.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { execute, type Command } from "../test/support/execute.ts";
import {
  comparable,
  comparable_errors,
  find_programs,
  fixtures_root,
  repository,
  type Fixture,
} from "../test/support/fixture.ts";
import { find_python } from "../test/support/python.ts";

const VIRTUAL_TIME = path.join(repository, "src/cli/golden/virtual_time.py");

let failed = 0;
for (const fixture of find_programs(process.argv.slice(2)))
  failed += (await record(fixture)) ? 0 : 1;
process.exitCode = failed === 0 ? 0 : 1;

async function record(fixture: Fixture): Promise<boolean> {
  if (find_python(fixture.python) === null)
    return complain(fixture, `no CPython ${fixture.python} found`);
  const outcome = await execute(fixture, by_cpython);
  const again = await execute(fixture, by_cpython);
  if (outcome.status !== fixture.exit)
    return complain(
      fixture,
      `exit status ${outcome.status}, its header says ${fixture.exit}\n${outcome.stderr}`,
    );
  if (comparable(fixture, outcome.stdout) !== comparable(fixture, again.stdout))
    return complain(fixture, "two runs differ outside the masks");
  writeFileSync(path.join(fixtures_root, `${fixture.name}.out`), outcome.stdout);
  if (fixture.stderr)
    writeFileSync(
      path.join(fixtures_root, `${fixture.name}.err`),
      comparable_errors(fixture, outcome.stderr),
    );
  process.stdout.write(`recorded ${fixture.name}\n`);
  return true;
}

function complain(fixture: Fixture, reason: string): false {
  process.stderr.write(`${fixture.name}: ${reason}\n`);
  return false;
}

function by_cpython(fixture: Fixture): ReturnType<Command> {
  return {
    command: find_python(fixture.python) ?? "python3",
    args: ["-W", "ignore", ...(fixture.virtual ? [VIRTUAL_TIME] : []), fixture.file],
    // threads would take turns while they write
    ...(fixture.virtual && { env: { PYTHONUNBUFFERED: "" } }),
  };
}
