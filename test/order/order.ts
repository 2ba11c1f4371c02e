// npm run order -- --count 20000 --seed 1: random programs, transpiled by the built package (npm run build), beside CPython.
// Prints `N equal, M different`, and the first that differs, cut down.
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { needed_python } from "../support/python.ts";
import { compare_programs, shrink } from "./compare.ts";
import type { Difference } from "./compare.ts";
import { program_text } from "./print.ts";
import { transpiled_runner } from "./run-transpiled.ts";

const ROUND = 1000;

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "2000" },
    seed: { type: "string", default: "1" },
    /** How many of those that differ are cut down and shown. */
    show: { type: "string", default: "1" },
    /** The built package, where it is another one than this folder's. */
    dist: { type: "string", default: fileURLToPath(new URL("../../dist", import.meta.url)) },
  },
});
const python = needed_python("3.13");
const { run, close } = await transpiled_runner(values.dist);
const [first, count] = [Number(values.seed), Number(values.count)];
const differences: Difference[] = [];
let equal = 0;
for (let seed = first; seed < first + count; seed += ROUND) {
  const size = Math.min(ROUND, first + count - seed);
  const compared = await compare_programs(python, { run, seed, count: size });
  equal += compared.equal;
  differences.push(...compared.differences);
}
console.log(`${equal} equal, ${differences.length} different`);
if (differences.length > 0) {
  for (const { program, expected, found } of differences) {
    const at = expected.findIndex((text, i) => text !== found[i]);
    console.log(`${program.seed}: ${expected[at] ?? "(end)"} | ${found[at] ?? "(end)"}`);
  }
  for (const difference of differences.slice(0, Number(values.show)))
    show(await shrink(python, difference, run));
  process.exitCode = 1;
}
close();

function show({ program, expected, found }: Difference): void {
  console.log(`\n${program_text(program)}\n`);
  const length = Math.max(expected.length, found.length);
  for (let i = 0; i < length; i++) {
    const [a = "(end)", b = "(end)"] = [expected[i], found[i]];
    console.log(a === b ? `  ${a}` : `- ${a}\n+ ${b}`);
  }
}
