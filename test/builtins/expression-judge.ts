// What CPython makes of expressions.
import { spawnSync } from "node:child_process";
import path from "node:path";

/** The outcome of each expression in CPython, as evaluate.py tells it; all in one run. */
export function judge_expressions(python: string, sources: readonly string[]): readonly string[] {
  const script = path.join(import.meta.dirname, "evaluate.py");
  const { stdout, stderr, status } = spawnSync(python, [script], {
    input: sources.map((source) => JSON.stringify(source)).join("\n"),
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as string);
}
