// Lines per second of processor time over the standard library: ours by stage, garbage collection
// included, beside CPython's `ast.parse` in one run.
// usage: npm run bench:parse [-- FOLDER]
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import type { Module, Statement } from "../grammar/ast/index.ts";
import { Failure } from "../grammar/failure.ts";
import { decode } from "../grammar/index.ts";
import { PythonParser } from "../grammar/rules/top-level.ts";
import { check } from "../grammar/symbols/check.ts";
import { tokenize, type Tokens } from "../grammar/tokens/tokenizer.ts";
import { attach } from "../grammar/trivia/attach.ts";
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
  cold_start();
  const python = needed_python("3.13");
  const folder = process.argv[2] ?? standard_library(python);
  const paths = [...python_files(folder)];
  const texts = paths
    .map((path) => decode(readFileSync(path)))
    .filter(({ errors }) => errors.length === 0)
    .map(({ text }) => text);
  const lines = texts.reduce((sum, text) => sum + text.split("\n").length - 1, 0);
  const own = stages(texts);
  const { stdout } = spawnSync(python, ["-c", judge], {
    input: paths.join("\n"),
    encoding: "utf8",
  });
  if (stdout === "") throw new Error("CPython gave no answer");
  const theirs = Number(stdout);
  report("tokens", lines, own.tokens);
  report("tree", lines, own.tree);
  report("symbols", lines, own.symbols);
  report("trivia", lines, own.trivia);
  report("tokens and tree", lines, own.tokens + own.tree);
  report("CPython's ast.parse", lines, theirs);
  const whole = own.tokens + own.tree + own.symbols + own.trivia;
  console.log(`ratio to CPython, text to tree: ${(theirs / (own.tokens + own.tree)).toFixed(2)}`);
  console.log(`ratio to CPython, with symbols and trivia: ${(theirs / whole).toFixed(2)}`);
}

/** Seconds by stage, over all texts; the diagnosing pass of those that are wrong is left out. */
function stages(texts: readonly string[]) {
  const sums = { tokens: 0, tree: 0, symbols: 0, trivia: 0 };
  const parser = new PythonParser();
  for (const text of texts) {
    try {
      let found: Tokens | null = null;
      sums.tokens += seconds(() => (found = tokenize(text)));
      const { tokens, comments } = found as unknown as Tokens;
      let body: readonly Statement[] = [];
      parser.read(text);
      sums.tree += seconds(() => (body = parser.run(tokens, parser.file, text.length)));
      const module: Module = { tag: "Module", start: 0, end: text.length, body };
      sums.symbols += seconds(() => check(module));
      sums.trivia += seconds(() => attach(module, comments, text));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
    }
  }
  return sums;
}

/** Loading the grammar and a first parse in fresh processes, beside a bare node. */
function cold_start(): void {
  const folder = mkdtempSync(join(tmpdir(), "bench-parse-"));
  try {
    const bundle = join(folder, "grammar.mjs");
    const empty = join(folder, "empty.mjs");
    writeFileSync(empty, "");
    buildSync({
      stdin: {
        contents: `import { parse } from "./index.ts"; parse("pass\\n");`,
        resolveDir: join(import.meta.dirname, "../grammar"),
      },
      bundle: true,
      minify: true,
      platform: "node",
      format: "esm",
      outfile: bundle,
    });
    const [own, bare] = [median_run(bundle), median_run(empty)];
    const least = (own - bare).toFixed(0);
    console.log(`cold start: ${own.toFixed(0)} ms, bare node ${bare.toFixed(0)} ms: ${least} ms`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function median_run(script: string): number {
  const times = Array.from({ length: 7 }, () => {
    const start = performance.now();
    spawnSync(process.execPath, [script]);
    return performance.now() - start;
  });
  return times.sort((one, other) => one - other)[3] ?? 0;
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
