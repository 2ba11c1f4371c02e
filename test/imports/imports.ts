// npm run imports -- --count 200 --seed 1: random projects beside CPython (npm run build first).
// Prints `N equal, M different, K that fail in CPython`, and the first that differs with its files.
import { parseArgs } from "node:util";
import { needed_python } from "../support/python.ts";
import { compare_project, is_equal, type Compared } from "./compare.ts";

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "100" },
    seed: { type: "string", default: "1" },
    /** How many of those that differ are shown whole. */
    show: { type: "string", default: "1" },
  },
});
const python = needed_python("3.13");
const [first, count] = [Number(values.seed), Number(values.count)];
const different: Compared[] = [];
let failing = 0;
for (let seed = first; seed < first + count; seed++) {
  const compared = compare_project(python, seed);
  if (compared.python.status !== 0) failing += 1;
  else if (!is_equal(compared)) different.push(compared);
}
console.log(
  `${count - failing - different.length} equal, ${different.length} different, ${failing} that fail in CPython`,
);
for (const { seed, python: expected, ours } of different) {
  const theirs = expected.stdout.split("\n");
  const at = theirs.findIndex((line, index) => line !== ours.stdout.split("\n")[index]);
  console.log(
    `${seed}: ${theirs[at] ?? "(end)"} | ${ours.stdout.split("\n")[at] ?? "(end)"} | ${ours.error}`,
  );
}
for (const { files } of different.slice(0, Number(values.show)))
  for (const [name, text] of Object.entries(files)) console.log(`# ${name}\n${text}`);
if (different.length > 0) process.exitCode = 1;
