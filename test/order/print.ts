// Programs as Python text: one alone, or many in one module behind what they share.
import { readFileSync } from "node:fs";
import type { Program, Statement } from "./program.ts";

const prelude = readFileSync(new URL("prelude.py", import.meta.url), "utf8");

/** The definitions, without what stands around them in every program. */
export function program_text(program: Program): string {
  return program.definitions
    .map(({ head, body }) => [`${head}:`, ...block(body)].join("\n"))
    .join("\n\n\n");
}

/** A module that runs the programs in turn; its `recorded_logs()` are their logs. */
export function module_text(programs: readonly Program[]): string {
  return `${[prelude, ...programs.map(with_its_run)].join("\n\n")}\n`;
}

function with_its_run(program: Program): string {
  return `${program_text(program)}


begin()
try:
    finish(asyncio.run(main_${program.seed}(), loop_factory=lambda: loop))
except BaseException as error:
    fail(error)`;
}

function block(body: readonly Statement[]): string[] {
  const lines = body.flatMap(statement_lines);
  return (lines.length > 0 ? lines : ["pass"]).map((text) => `    ${text}`);
}

function statement_lines(statement: Statement): string[] {
  if (statement.form === "line") return [statement.text];
  return statement.clauses.flatMap(({ head, body }) => [`${head}:`, ...block(body)]);
}
