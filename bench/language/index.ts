// npm run bench -- language: each NAME.py as we emit it, under CPython, and as NAME.hand.ts, in one run, in turn.
//
// The programs are of such a size that CPython takes one to two seconds: long enough that compiling and warming up count
// as they do in use, no more. Measured is processor time, of all threads (collector and compilers too), and beside it the
// time that passes on the wall, where those work beside the program, from where it begins to be loaded until the process exits. What an interpreter loads before any program (CPython's
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

type Times = Record<"ours" | "cpython" | "hand", number>;

/** In milliseconds. What else the machine does hardly shows in processor time, but on the wall. */
interface Measured {
  readonly processor: Times;
  readonly wall: Times;
}

/** Prints a table with a line per program; with names, of those alone. */
export async function bench_language(wanted: readonly string[]): Promise<void> {
  const scratch = mkdtempSync(path.join(tmpdir(), "bench-"));
  const all = new Map<string, Measured>();
  print_line("", "processor", "", "", "", "", "wall", "");
  print_line("milliseconds", "ours", "CPython", "by hand", ...RATIOS, ...RATIOS);
  try {
    for (const name of program_names()) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      const times = await compare(name, scratch);
      all.set(name, times);
      const { ours, cpython, hand } = times.processor;
      const shown = [ours, cpython, hand].map((each) => each.toFixed(0));
      print_line(name, ...shown, ...ratios(times.processor), ...ratios(times.wall));
    }
  } finally {
    rmSync(scratch, { recursive: true });
  }
  print_means("geometric mean", [...all.values()]);
  const core = [...all].flatMap(([name, times]) => (CORE.has(name) ? [times] : []));
  if (core.length === CORE.size) print_means("of the core seven", core);
}

const RATIOS = ["CPython/ours", "ours/by hand"] as const;

function print_means(title: string, all: readonly Measured[]): void {
  const means = (times: readonly Times[]): readonly string[] => [
    geometric_mean(times.map(({ ours, cpython }) => cpython / ours)).toFixed(2),
    geometric_mean(times.map(({ ours, hand }) => ours / hand)).toFixed(2),
  ];
  const of_processor = means(all.map(({ processor }) => processor));
  print_line(title, "", "", "", ...of_processor, ...means(all.map(({ wall }) => wall)));
}

function program_names(): readonly string[] {
  const files = readdirSync(folder);
  return files.filter((file) => file.endsWith(".hand.ts")).map((file) => file.slice(0, -8));
}

function ratios({ ours, cpython, hand }: Times): readonly string[] {
  return [(cpython / ours).toFixed(2), (ours / hand).toFixed(2)];
}

async function compare(name: string, scratch: string): Promise<Measured> {
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
  const samples: Record<keyof Times, Taken[]> = { ours: [], cpython: [], hand: [] };
  const outputs = new Map<string, string>();
  for (let round = 0; round < ROUNDS; round++)
    for (const who of ["ours", "cpython", "hand"] as const) {
      const { taken, output } = run(commands[who]);
      samples[who].push(taken);
      outputs.set(who, output);
    }
  for (const [who, output] of outputs)
    if (output !== outputs.get("cpython"))
      throw new Error(`${name}: ${who} prints\n${output}CPython prints\n${outputs.get("cpython")}`);
  const medians = (of: (taken: Taken) => number): Times => ({
    ours: median(samples.ours.map(of)),
    cpython: median(samples.cpython.map(of)),
    hand: median(samples.hand.map(of)),
  });
  return { processor: medians(({ processor }) => processor), wall: medians(({ wall }) => wall) };
}

interface Taken {
  readonly processor: number;
  readonly wall: number;
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
  readonly taken: Taken;
  readonly output: string;
} {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  const [processor = NaN, wall = NaN] = (stderr.trimEnd().split("\n").at(-1) ?? "")
    .split(" ")
    .map(Number);
  return { taken: { processor, wall }, output: stdout };
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
