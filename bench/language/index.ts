// npm run bench -- language: each NAME.py as we emit it, under CPython, and as NAME.hand.ts, in one run, in turn.
//
// The programs are of such a size that CPython takes one to two seconds: long enough that compiling and warming up count
// as they do in use, no more. Measured is processor time, of all threads (collector and compilers too), from where
// the program begins to be loaded until the process exits. What an interpreter loads before any program (CPython's
// built-ins, here `pyasync2ts/builtins`) is loaded before the clock starts: `npm run bench -- startup` measures that.
// Modules that a program imports are in its time, on all sides. The median of the rounds counts. All must print the same.
//
// NAME.hand.ts is what a TypeScript developer would write who knows the inputs: the same algorithm and data structures,
// numbers where numbers suffice, bigint where they don't, no helpers of ours.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { emit_typescript } from "../../test/support/emit.ts";
import { repository } from "../../test/support/fixture.ts";
import { needed_python } from "../../test/support/python.ts";

const folder = path.dirname(fileURLToPath(import.meta.url));
const ROUNDS = Number(process.env["ROUNDS"] ?? 5);

/** The programs that the project has promised figures for; the others show what else is common. */
const CORE: ReadonlySet<string> = new Set(
  "big_fibonacci matrix methods n_body sieve string_building word_count".split(" "),
);

/** Processor time in milliseconds: what else the machine does hardly shows in it. */
type Times = Record<"ours" | "cpython" | "hand", number>;

/** Prints a table with a line per program; with names, of those alone. */
export async function bench_language(wanted: readonly string[]): Promise<void> {
  const scratch = mkdtempSync(path.join(tmpdir(), "bench-"));
  const all = new Map<string, Times>();
  print_line("milliseconds", "ours", "CPython", "by hand", "CPython/ours", "ours/by hand");
  try {
    for (const name of program_names()) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      const times = await compare(name, scratch);
      all.set(name, times);
      const { ours, cpython, hand } = times;
      print_line(name, ...[ours, cpython, hand].map((each) => each.toFixed(0)), ...ratios(times));
    }
  } finally {
    rmSync(scratch, { recursive: true });
  }
  print_means("geometric mean", [...all.values()]);
  const core = [...all].flatMap(([name, times]) => (CORE.has(name) ? [times] : []));
  if (core.length === CORE.size) print_means("of the core seven", core);
}

function print_means(title: string, all: readonly Times[]): void {
  const times_as_fast = geometric_mean(all.map(({ ours, cpython }) => cpython / ours));
  const times_as_long = geometric_mean(all.map(({ ours, hand }) => ours / hand));
  print_line(title, "", "", "", times_as_fast.toFixed(2), times_as_long.toFixed(2));
}

function program_names(): readonly string[] {
  const files = readdirSync(folder);
  return files.filter((file) => file.endsWith(".hand.ts")).map((file) => file.slice(0, -8));
}

function ratios({ ours, cpython, hand }: Times): readonly string[] {
  return [(cpython / ours).toFixed(2), (ours / hand).toFixed(2)];
}

async function compare(name: string, scratch: string): Promise<Times> {
  const python_file = path.join(folder, `${name}.py`);
  const emitted = path.join(scratch, `${name}.ts`);
  writeFileSync(emitted, Object.values(await emit_typescript(python_file)).join(""));
  const commands: Readonly<Record<keyof Times, readonly string[]>> = {
    ours: [process.execPath, measure("mjs"), ...(await bundled(name, emitted, scratch, BUILTINS))],
    cpython: [needed_python("3.13"), measure("py"), python_file],
    hand: [
      process.execPath,
      measure("mjs"),
      ...(await bundled(name, path.join(folder, `${name}.hand.ts`), path.join(scratch, "hand"))),
    ],
  };
  const samples: Record<keyof Times, number[]> = { ours: [], cpython: [], hand: [] };
  const outputs = new Map<string, string>();
  for (let round = 0; round < ROUNDS; round++)
    for (const who of ["ours", "cpython", "hand"] as const) {
      const { time, output } = run(commands[who]);
      samples[who].push(time);
      outputs.set(who, output);
    }
  for (const [who, output] of outputs)
    if (output !== outputs.get("cpython"))
      throw new Error(`${name}: ${who} prints\n${output}CPython prints\n${outputs.get("cpython")}`);
  return {
    ours: median(samples.ours),
    cpython: median(samples.cpython),
    hand: median(samples.hand),
  };
}

function measure(kind: "mjs" | "py"): string {
  return path.join(folder, `measure.${kind}`);
}

const BUILTINS = path.join(repository, "runtime/builtins/index.ts");

/** As JavaScript: the program, and what is loaded before it, as the runtime stands in the sources. */
async function bundled(
  name: string,
  file: string,
  outdir: string,
  preloaded: string | null = null,
): Promise<readonly string[]> {
  await build({
    entryPoints: { [name]: file, ...(preloaded === null ? {} : { preloaded }) },
    outdir,
    bundle: true,
    splitting: true,
    outExtension: { ".js": ".mjs" },
    platform: "node",
    format: "esm",
    target: "node20",
    alias: {
      "pyasync2ts/builtins": BUILTINS,
      "pyasync2ts/asyncio": path.join(repository, "runtime/asyncio/index.ts"),
      pyasync2ts: path.join(repository, "runtime/stdlib"),
    },
    logLevel: "error",
  });
  const program = path.join(outdir, `${name}.mjs`);
  return preloaded === null ? [program] : [program, path.join(outdir, "preloaded.mjs")];
}

function run([command = "", ...args]: readonly string[]): {
  readonly time: number;
  readonly output: string;
} {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return { time: Number(stderr.trimEnd().split("\n").at(-1)), output: stdout };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
}

function geometric_mean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

function print_line(name: string, ...columns: readonly string[]): void {
  console.log(`${name.padEnd(18)}${columns.map((column) => column.padStart(13)).join("")}`);
}
