// A tree of files through the stages, in a process of its own: what each stage took, as JSON. Arguments: how many files.
import { parse } from "../../grammar/index.ts";
import { format } from "../../src/4-print/format.ts";
import { has_errors, read_program, write_module } from "../../src/transpile.ts";
import { generate_program } from "../../test/property/generate.ts";

const count = Number(process.argv[2]);
const programs = Array.from({ length: count }, (_, seed) => generate_program(seed, "programs"));
const stages = { parse: 0, "link, analyze": 0, "emit, print": 0, format: 0 };
let lines = 0;
let refused = 0;
/** Of the second half of the files, when the engine has compiled most of what runs. */
const settled = { lines: 0, begin: 0 };

for (const [index, text] of programs.entries()) {
  if (index === count >> 1) Object.assign(settled, { lines: -lines, begin: performance.now() });
  lines += text.split("\n").length;
  const begin = performance.now();
  parse(text);
  const parsed = performance.now();
  const program = read_program(text, "bench.py", () => null);
  const analyzed = performance.now();
  stages.parse += parsed - begin;
  // it parses once more
  stages["link, analyze"] += analyzed - parsed - (parsed - begin);
  if (program.project === null) {
    refused++;
    continue;
  }
  const written = write_module(program, program.project.main, { types: true });
  const printed = performance.now();
  stages["emit, print"] += printed - analyzed;
  if (has_errors(written.diagnostics)) refused++;
  else await format(written.code, written.rough);
  stages.format += performance.now() - printed;
}

const settled_rate = ((settled.lines + lines) / (performance.now() - settled.begin)) * 1000;
console.log(
  JSON.stringify({
    stages,
    lines,
    refused,
    settled_rate,
    peak: process.resourceUsage().maxRSS / 1024,
  }),
);
