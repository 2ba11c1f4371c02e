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

/** Prints the median of wall-clock milliseconds for each, and what it is above `node -e 0`. Needs `npm run build`. */
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

function report(commands: Readonly<Record<string, readonly string[]>>): void {
  const samples = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, args] of Object.entries(commands)) {
      const known = samples.get(name) ?? [];
      samples.set(name, known);
      known.push(timed(args));
    }
  const bare = median(samples.get("node -e 0") ?? []);
  for (const [name, times] of samples) {
    const time = median(times);
    console.log(
      `${name.padEnd(24)}${time.toFixed(1).padStart(8)} ms ${(time - bare).toFixed(1).padStart(8)}`,
    );
  }
}

function timed(args: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [...args], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
}
