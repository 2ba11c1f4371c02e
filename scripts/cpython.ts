// CPython's own tests as judge: `npm run cpython -- [--list] MODULE…`, MODULE as in `asyncio.test_locks`, `test_context`.
// They are read from an installed CPython 3.13, transpiled in a folder of their own, and run.
import { parseArgs } from "node:util";
import { find_python } from "../test/support/python.ts";
import { run_module, type Tally } from "./cpython/run.ts";
import { test_folder } from "./cpython/tests.ts";

const { values, positionals } = parseArgs({
  options: { list: { type: "boolean", default: false }, keep: { type: "boolean", default: false } },
  allowPositionals: true,
});

const python = find_python("3.13");
if (python === null) {
  console.log(
    "skipped: there is no CPython 3.13 here (set PYTHON313, or put python3.13 on the PATH)",
  );
} else if (positionals.length === 0) {
  console.error("usage: npm run cpython -- [--list] MODULE…   (asyncio.test_locks, test_context)");
  process.exitCode = 2;
} else {
  const folder = test_folder(python);
  const rows: (readonly [string, Tally])[] = [];
  for (const module of positionals) {
    const tally = await run_module(module, folder, values.keep);
    rows.push([module, tally]);
    console.log(row(module, tally));
    if (tally.trouble !== null) console.log(tally.trouble.replace(/^/gm, "    "));
    if (values.list) for (const line of listed(tally)) console.log(`    ${line}`);
  }
  if (rows.length > 1) console.log(row("all", sum(rows.map(([, tally]) => tally))));
  const is_good = rows.every(([, tally]) => tally.trouble === null && bad(tally) === 0);
  process.exitCode = is_good ? 0 : 1;
}

function row(module: string, { passed, failed, errors, skipped }: Tally): string {
  const counts = [
    `${passed.length} passed`,
    `${failed.length} failed`,
    `${errors.length} errors`,
    `${skipped.length} skipped`,
  ];
  return `${module.padEnd(32)} ${counts.map((each) => each.padStart(12)).join("")}`;
}

function listed({ failed, errors, skipped }: Tally): readonly string[] {
  return [
    ...failed.map(([id, why]) => `failed   ${id}: ${why}`),
    ...errors.map(([id, why]) => `error    ${id}: ${why}`),
    ...skipped.map(([id, why]) => `skipped  ${id}: ${why}`),
  ];
}

function bad({ failed, errors }: Tally): number {
  return failed.length + errors.length;
}

function sum(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.flatMap(({ passed }) => passed),
    failed: tallies.flatMap(({ failed }) => failed),
    errors: tallies.flatMap(({ errors }) => errors),
    skipped: tallies.flatMap(({ skipped }) => skipped),
    trouble: null,
  };
}
