// CPython as the judge of cases of operations.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { find_python } from "../support/python.ts";
import type { Operation } from "./operations.ts";

export const python = find_python("3.13");
export const CASES = Number(process.env["CASES"] ?? 400);
export const SEED = Number(process.env["SEED"] ?? 1);

/** For each case one line per operation: the result or the error, and all named values. */
export function judge(cases: readonly (readonly Operation[])[]): readonly (readonly string[])[] {
  const script = path.join(import.meta.dirname, "operations.py");
  const { stdout, stderr, status } = spawnSync(python ?? "", [script], {
    input: JSON.stringify(cases),
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: { ...process.env, PYTHONIOENCODING: "utf-8", PYTHONHASHSEED: "0" },
  });
  if (status !== 0) throw new Error(stderr);
  return stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as string[]);
}

/** The operations that led to a difference, ready to be run again. */
export function explain(operations: readonly Operation[], step: number): string {
  return operations
    .slice(0, step + 1)
    .map((operation) => JSON.stringify(operation))
    .join("\n");
}
