// The texts that CPython's own test modules hand to its compiler.
import { spawnSync } from "node:child_process";
import path from "node:path";
import type { Case } from "./judge.ts";

/** Runs the modules' tests; what could not be run is told on stderr. */
export function collected(python: string, names: readonly string[]): readonly Case[] {
  const script = path.join(import.meta.dirname, "collect.py");
  const { stdout, stderr } = spawnSync(python, [script, ...names], {
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
  if (stderr !== "") console.error(stderr.trimEnd());
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Case);
}
