// Lines per second of processor time over the standard library: ours by stage, garbage collection
// included, beside CPython's `ast.parse` in one run.
// usage: npm run bench:parse [-- FOLDER]
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decode, parse } from "../grammar/index.ts";
import { tokenize } from "../grammar/tokens/tokenizer.ts";
import { needed_python } from "../test/support/python.ts";

const judge = `
import ast, sys, time, warnings
warnings.simplefilter("ignore")
texts = []
for path in sys.stdin.read().split("\\n"):
    with open(path, "rb") as file: texts.append(file.read())
start = time.process_time()
for text in texts:
    try: ast.parse(text)
    except (SyntaxError, ValueError): pass
print(time.process_time() - start)
`;

function main(): void {
  const started = performance.now();
  parse("pass\n");
  console.log(`first parse (rules, self analysis): ${(performance.now() - started).toFixed(0)} ms`);
  const python = needed_python("3.13");
  const folder = process.argv[2] ?? standard_library(python);
  const paths = [...python_files(folder)];
  const texts = paths
    .map((path) => decode(readFileSync(path)))
    .filter(({ errors }) => errors.length === 0)
    .map(({ text }) => text);
  const lines = texts.reduce((sum, text) => sum + text.split("\n").length - 1, 0);
  const lexing = seconds(() => texts.forEach((text) => attempt(() => tokenize(text))));
  const whole = seconds(() => texts.forEach((text) => parse(text)));
  const { stdout } = spawnSync(python, ["-c", judge], {
    input: paths.join("\n"),
    encoding: "utf8",
  });
  const theirs = Number(stdout);
  report("tokens", lines, lexing);
  report("tokens, tree, trivia and checks", lines, whole);
  report("CPython's ast.parse", lines, theirs);
  console.log(`ratio to CPython: ${(theirs / whole).toFixed(2)}`);
}

function attempt(action: () => void): void {
  try {
    action();
  } catch {
    // files that are wrong on purpose
  }
}

function seconds(action: () => void): number {
  const start = process.cpuUsage();
  action();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000_000;
}

function report(what: string, lines: number, time: number): void {
  console.log(`${what}: ${time.toFixed(2)} s, ${Math.round(lines / time)} lines/s`);
}

function standard_library(python: string): string {
  const code = "import sysconfig; print(sysconfig.get_path('stdlib'))";
  return spawnSync(python, ["-c", code], { encoding: "utf8" }).stdout.trim();
}

function* python_files(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== "site-packages") yield* python_files(path);
    } else if (entry.name.endsWith(".py")) yield path;
  }
}

main();
