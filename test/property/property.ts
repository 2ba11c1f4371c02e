// npm run property -- --count 20000 --seed 1: random programs here and under CPython, `N equal, M different`.
// Ours go through the built package (npm run build). --topic NAME keeps to one chapter, --show prints a program.
import { parseArgs } from "node:util";
import { needed_python } from "../support/python.ts";
import { both_sides, compare_programs, shrunk, type Difference } from "./compare.ts";
import { as_topic, generate_program } from "./generate.ts";

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "2000" },
    seed: { type: "string", default: "1" },
    topic: { type: "string", default: "all" },
    /** How many differences are cut down and shown. */
    shrink: { type: "string", default: "10" },
    show: { type: "boolean", default: false },
  },
});
const seed = Number(values.seed);
const topic = as_topic(values.topic);
if (values.show) console.log(generate_program(seed, topic));
else await compare();

async function compare(): Promise<void> {
  const sides = both_sides(needed_python("3.13"));
  let shown = 0;
  const started = performance.now();
  const { equal, skipped, differences } = await compare_programs(
    sides,
    { seed, count: Number(values.count), topic },
    async (difference) => {
      if (shown++ < Number(values.shrink)) show(await shrunk(sides, difference));
      else tell(difference);
    },
  );
  sides.python.close();
  sides.ours.close();
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`${equal} equal, ${differences.length} different in ${seconds} s`);
  for (const [reason, seeds] of skipped)
    console.log(`${seeds.length} skipped (${reason}): ${seeds.slice(0, 5).join(" ")}`);
  if (differences.length === 0) return;
  console.log(`seeds: ${differences.map((difference) => difference.seed).join(" ")}`);
  process.exitCode = 1;
}

/** One line: where they part. */
function tell({ seed: number, python, ours }: Difference): void {
  const first = python.findIndex((line, i) => line !== ours[i]);
  console.log(`seed ${number}: - ${python[first] ?? "(end)"} + ${ours[first] ?? "(end)"}`);
}

function show({ seed: number, source, python, ours }: Difference): void {
  console.log(`\n===== seed ${number}\n${source}\n-----`);
  const first = python.findIndex((line, i) => line !== ours[i]);
  const start = Math.max(0, (first < 0 ? python.length : first) - 3);
  for (let i = start; i < Math.min(start + 10, Math.max(python.length, ours.length)); i++) {
    const [a = "(end)", b = "(end)"] = [python[i], ours[i]];
    console.log(a === b ? `  ${a}` : `- ${a}\n+ ${b}`);
  }
}
