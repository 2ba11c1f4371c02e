// npm run bench -- startup: how long `node` takes to print one line, with and without our runtime, in turn.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { repository } from "../test/support/fixture.ts";

const ROUNDS = 25;

const HELLO = 'import { print } from "pyasync2ts/builtins";\n\nprint("Hello, world");\n';
const HELLO_ASYNCIO =
  'import * as asyncio from "pyasync2ts/asyncio";\nimport { print } from "pyasync2ts/builtins";\n\n' +
  'async function main() {\n  print("Hello, world");\n}\n\nawait asyncio.run(main);\n';

/**
 * Prints milliseconds for each, and what that is above `node -e 0`; on a busy machine the best of all rounds and the
 * processor time say most. Needs `npm run build`.
 */
export function bench_startup(): void {
  // inside the repository, where `pyasync2ts/builtins` is found in its package.json
  const scratch = mkdtempSync(path.join(repository, "bench/startup-"));
  const script = (name: string, text: string): string => {
    const file = path.join(scratch, name);
    writeFileSync(file, text);
    return file;
  };
  const commands: Readonly<Record<string, readonly string[]>> = {
    "node -e 0": ["-e", "0"],
    "hello, world": [script("hello.mjs", HELLO)],
    "hello, asyncio": [script("hello-asyncio.mjs", HELLO_ASYNCIO)],
    "pyasync2ts run": [
      path.join(repository, "dist/cli.js"),
      "run",
      script("hello.py", 'print("Hello, world")\n'),
    ],
    "pyasync2ts --version": [path.join(repository, "dist/cli.js"), "--version"],
  };
  try {
    report(commands);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

interface Sample {
  readonly wall: number;
  readonly processor: number;
}

function report(commands: Readonly<Record<string, readonly string[]>>): void {
  const samples = new Map<string, Sample[]>();
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, args] of Object.entries(commands)) {
      const known = samples.get(name) ?? [];
      samples.set(name, known);
      known.push(measured(args));
    }
  const bare = figures(samples.get("node -e 0") ?? []);
  console.log(`${"milliseconds".padEnd(24)}  median    above     best    above processor    above`);
  for (const [name, each] of samples) {
    const columns = figures(each).flatMap((figure, index) => [figure, figure - (bare[index] ?? 0)]);
    const shown = columns.map((figure) => figure.toFixed(1).padStart(8));
    console.log(`${name.padEnd(24)}${shown.join(" ")}`);
  }
}

/** The median and the best of the wall clock, the median of processor time. */
function figures(samples: readonly Sample[]): readonly number[] {
  const walls = samples.map(({ wall }) => wall);
  return [median(walls), Math.min(...walls), median(samples.map(({ processor }) => processor))];
}

function measured(args: readonly string[]): Sample {
  const meter = ["-r", path.join(repository, "bench/processor-time.cjs")];
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [...meter, ...args], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  const wall = performance.now() - start;
  return { wall, processor: Number(stderr.trimEnd().split("\n").at(-1)) };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
}
