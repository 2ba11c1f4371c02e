// A random project under CPython and by our own command: the same output and exit status.
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import path from "node:path";
import { made_tree, type Tree } from "../batch/tree.ts";
import { cli } from "../support/command-line.ts";
import { generate_project } from "./generate.ts";

export interface Outcome {
  readonly stdout: string;
  readonly status: number | null;
  /** The last line: which error ended it. */
  readonly error: string;
}

export interface Compared {
  readonly seed: number;
  readonly files: Tree;
  readonly python: Outcome;
  readonly ours: Outcome;
}

export function compare_project(python: string, seed: number): Compared {
  const files = generate_project(seed);
  const folder = made_tree(files);
  try {
    const main = path.join(folder, "main.py");
    const env = { ...process.env, PYTHONDONTWRITEBYTECODE: "1" };
    return {
      seed,
      files,
      python: outcome(python, [main], env),
      ours: outcome(process.execPath, [cli, "run", main], env),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function is_equal({ python, ours }: Compared): boolean {
  return python.stdout === ours.stdout && python.status === ours.status;
}

function outcome(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Outcome {
  const { stdout, stderr, status } = spawnSync(command, args, {
    encoding: "utf8",
    env,
    timeout: 60_000,
  });
  return { stdout, status, error: stderr.trimEnd().split("\n").at(-1) ?? "" };
}
