// Random programs, and mutations of them and of real files: parsed, transpiled, and the code parsed again.
// usage: npm run fuzz [-- --count N] [--seed S] [--folder FOLDER]; prints each defect with its seed, and a closing count.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { decode, parse } from "../grammar/index.ts";
import { generated_program } from "../test/support/generated-program.ts";
import { Random } from "../test/support/random.ts";
import { defect_of, mutated } from "../test/support/robust.ts";

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
    folder: { type: "string", default: join(import.meta.dirname, "../fixtures") },
  },
});

function main(): number {
  const first = Number(values.seed);
  const count = Number(values.count);
  const files = [...python_files(values.folder)];
  let defects = 0;
  let valid = 0;
  for (let seed = first; seed < first + count; seed++) {
    const source = text_of(seed, files);
    if (parse(source).errors.length === 0) valid++;
    const defect = defect_of(source);
    if (defect === null) continue;
    defects++;
    console.log(`seed ${seed}: ${defect}`);
  }
  console.log(`${count} texts, ${valid} of them Python, ${defects} defects`);
  return defects === 0 ? 0 : 1;
}

/** In turn: a program, a spoilt program, a spoilt file. */
function text_of(seed: number, files: readonly string[]): string {
  const random = new Random(seed);
  if (seed % 3 === 2 && files.length > 0)
    return mutated(decode(readFileSync(random.pick(files))).text, random);
  const program = generated_program(random, 6);
  return seed % 3 === 1 ? mutated(program, random) : program;
}

function* python_files(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* python_files(path);
    else if (entry.name.endsWith(".py")) yield path;
  }
}

process.exitCode = main();
