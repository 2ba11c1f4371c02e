// npm run order -- --count 2000 --seed 1: random programs here and under CPython, `N equal, M different`.
// Ours are transpiled by the built package (npm run build); --direct runs them as JavaScript on the runtime alone.
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { find_python } from "../support/python.ts";
import { compare_programs, shrink } from "./compare.ts";
import type { Topic } from "./generate.ts";
import { python_text, script_text } from "./print.ts";
import { run_program } from "./run.ts";
import { transpiled_runner } from "./run-transpiled.ts";

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "2000" },
    seed: { type: "string", default: "1" },
    topic: { type: "string", default: "all" },
    direct: { type: "boolean", default: false },
  },
});
const python = find_python("3.13");
if (python === null) {
  console.log(
    "skipped: no Python 3.13 found (environment variable PYTHON, or python3.13 on the PATH)",
  );
} else {
  const dist = fileURLToPath(new URL("../../dist", import.meta.url));
  const transpiled = values.direct ? null : await transpiled_runner(dist);
  const run = transpiled?.run ?? run_program;
  const { equal, differences } = await compare_programs(python, {
    run,
    seed: Number(values.seed),
    count: Number(values.count),
    topic: values.topic as Topic,
  });
  console.log(`${equal} equal, ${differences.length} different`);
  const [first] = differences;
  if (first !== undefined) {
    const { program, expected, found } = await shrink(python, first, run);
    console.log(`seeds: ${differences.map((difference) => difference.program.seed).join(" ")}`);
    console.log(`\n${python_text(program)}\n\n${script_text(program)}`);
    const length = Math.max(expected.length, found.length);
    for (let i = 0; i < length; i++) {
      const [a = "(end)", b = "(end)"] = [expected[i], found[i]];
      console.log(a === b ? `  ${a}` : `- ${a}\n+ ${b}`);
    }
    process.exitCode = 1;
  }
  transpiled?.close();
}
