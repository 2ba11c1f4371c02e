// npm run order -- --count 20000 --seed 1: random programs, transpiled by the built package (npm run build), beside CPython.
// Prints `N equal, M different`, and those that differ, the first ones cut down.
import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { needed_python } from "../support/python.ts";
import { compare_programs, shrink } from "./compare.ts";
import type { Difference } from "./compare.ts";
import { program_text } from "./print.ts";
import { transpiled_runner } from "./run-transpiled.ts";

/** Modules that were imported stay in memory: a process takes no more programs. */
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
const [first, count] = [Number(values.seed), Number(values.count)];
if (count <= ROUND) await run_round(first, count);
else await run_rounds();

async function run_round(seed: number, size: number): Promise<void> {
  const { run, close } = await transpiled_runner(values.dist);
  const { equal, differences } = await compare_programs(python, { run, seed, count: size });
  console.log(total(equal, differences.length));
  for (const { program, expected, found } of differences) {
    const at = expected.findIndex((text, i) => text !== found[i]);
    console.log(`${program.seed}: ${expected[at] ?? "(end)"} | ${found[at] ?? "(end)"}`);
  }
  for (const difference of differences.slice(0, Number(values.show)))
    show(await shrink(python, difference, run));
  if (differences.length > 0) process.exitCode = 1;
  close();
}

/** Each in a process of its own, as many at once as there are cores. */
async function run_rounds(): Promise<void> {
  const seeds = Array.from({ length: Math.ceil(count / ROUND) }, (_, at) => first + at * ROUND);
  const sums = { equal: 0, different: 0 };
  const work = async (): Promise<void> => {
    for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) {
      const printed = await round_apart(seed, Math.min(ROUND, first + count - seed));
      const [sum = "", ...told] = printed.split("\n");
      const [, equal, different] = /^(\d+) equal, (\d+) different$/.exec(sum) ?? [];
      if (equal === undefined) throw new Error(`seeds from ${seed}: ${printed}`);
      sums.equal += Number(equal);
      sums.different += Number(different);
      if (told.join("").trim() !== "") console.log(told.join("\n").trimEnd());
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  console.log(total(sums.equal, sums.different));
  if (sums.different > 0) process.exitCode = 1;
}

function round_apart(seed: number, size: number): Promise<string> {
  const own = fileURLToPath(import.meta.url);
  const { show: shown, dist } = values;
  const asked = ["--seed", `${seed}`, "--count", `${size}`, "--show", shown, "--dist", dist];
  const child = spawn(process.execPath, [...process.execArgv, own, ...asked], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject).on("close", () => resolve(printed));
  });
}

function total(equal: number, different: number): string {
  return `${equal} equal, ${different} different`;
}

function show({ program, expected, found }: Difference): void {
  console.log(`\n${program_text(program)}\n`);
  const length = Math.max(expected.length, found.length);
  for (let i = 0; i < length; i++) {
    const [a = "(end)", b = "(end)"] = [expected[i], found[i]];
    console.log(a === b ? `  ${a}` : `- ${a}\n+ ${b}`);
  }
}
