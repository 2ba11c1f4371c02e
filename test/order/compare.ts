// Compares random programs with CPython, and cuts a program that differs down to the few lines that matter.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { generate_program } from "./generate.ts";
import type { Topic } from "./generate.ts";
import { whole_python_text } from "./whole.ts";
import type { Program, Statement } from "./program.ts";

export interface Difference {
  readonly program: Program;
  readonly expected: readonly string[];
  readonly found: readonly string[];
}

/** Runs a program on our side and returns its log. */
export type RunProgram = (program: Program) => Promise<readonly string[]>;

export interface Comparison {
  readonly equal: number;
  readonly differences: readonly Difference[];
}

const LARGEST_BATCH = 500;

/** Runs the programs of `count` seeds on both sides. */
export async function compare_programs(
  python: string,
  { seed, count, topic, run }: { seed: number; count: number; topic: Topic; run: RunProgram },
): Promise<Comparison> {
  const differences: Difference[] = [];
  for (let start = 0; start < count; start += LARGEST_BATCH) {
    const size = Math.min(LARGEST_BATCH, count - start);
    const programs = Array.from({ length: size }, (_, i) =>
      generate_program(seed + start + i, topic),
    );
    differences.push(...(await differing(python, programs, run)));
  }
  return { equal: count - differences.length, differences };
}

/** The smallest program found that still differs: blocks and lines are left out one by one. */
export async function shrink(
  python: string,
  { program }: Difference,
  run: RunProgram,
): Promise<Difference> {
  let best: Difference | undefined = (await differing(python, [program], run))[0];
  if (best === undefined) throw new Error(`seed ${program.seed} differs only in company`);
  for (;;) {
    const [first] = await differing(python, smaller_programs(best.program), run);
    if (first === undefined) return best;
    best = first;
  }
}

async function differing(
  python: string,
  programs: readonly Program[],
  run: RunProgram,
): Promise<Difference[]> {
  const logs = recorded(python, programs.map(whole_python_text));
  const found: Difference[] = [];
  for (const [i, program] of programs.entries()) {
    const ours = await run(program);
    const expected = logs[i] ?? [];
    if (ours.join("\n") !== expected.join("\n")) found.push({ program, expected, found: ours });
  }
  return found;
}

function recorded(python: string, sources: readonly string[]): readonly string[][] {
  const recorder = fileURLToPath(new URL("recorder.py", import.meta.url));
  const result = spawnSync(python, [recorder], {
    input: JSON.stringify(sources),
    encoding: "utf8",
    maxBuffer: 2 ** 30,
  });
  if (result.status !== 0) throw new Error(result.stderr);
  return JSON.parse(result.stdout) as string[][];
}

function smaller_programs(program: Program): Program[] {
  return program.definitions.flatMap((definition, i) =>
    smaller_blocks(definition.body).map((body) => ({
      ...program,
      definitions: program.definitions.with(i, { ...definition, body }),
    })),
  );
}

function smaller_blocks(body: readonly Statement[]): (readonly Statement[])[] {
  return body.flatMap((statement, i) => [
    body.toSpliced(i, 1),
    ...smaller_statements(statement).map((smaller) => body.toSpliced(i, 1, ...smaller)),
  ]);
}

function smaller_statements(statement: Statement): (readonly Statement[])[] {
  switch (statement.form) {
    case "line":
      return [];
    case "with":
      return [
        statement.body,
        ...smaller_blocks(statement.body).map((body) => [{ ...statement, body }]),
      ];
    case "try": {
      const { body, handler, final } = statement;
      return [
        [...body, ...final],
        ...smaller_blocks(body).map((smaller) => [{ ...statement, body: smaller }]),
        ...smaller_blocks(final).map((smaller) => [{ ...statement, final: smaller }]),
        ...(handler === null
          ? []
          : smaller_blocks(handler.body).map((smaller) => [
              { ...statement, handler: { ...handler, body: smaller } },
            ])),
      ];
    }
  }
}
