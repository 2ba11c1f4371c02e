// `pyasync2ts test CASES…`: programs against what is recorded of them; --record takes it from CPython, --bless from us.
import { watch } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { HostError } from "../host.ts";
import { wants_color } from "../report.ts";
import { find_cases, type Case, type Found } from "./case.ts";
import { describe } from "./describe.ts";
import { kind_of_path, write_text } from "./files.ts";
import { paint } from "./paint.ts";
import { in_parallel } from "./pool.ts";
import { keep, record } from "./record.ts";
import { json, junit } from "./reports.ts";
import { review } from "./review.ts";
import type { Sides } from "./sides.ts";
import { is_good, judge, type Verdict } from "./verdict.ts";

export interface TestOptions {
  readonly record?: boolean;
  readonly bless?: boolean;
  readonly watch?: boolean;
  readonly virtualTime?: boolean;
  readonly python?: string;
  readonly jobs?: string;
  readonly junit?: string;
  readonly json?: boolean;
  /** For which CPython the programs were written whose headers do not say it. */
  readonly pythonVersion?: string;
}

/** The exit status: 0 when every case is as it should be, else 1. HostError for what can't be done at all. */
export async function test_command(
  paths: readonly string[],
  options: TestOptions,
  runtime_url: string,
): Promise<number> {
  const writes = options.record === true || options.bless === true;
  if (writes && is_in_ci())
    throw new HostError("nothing is written where CI is set: record and bless on your own machine");
  if (options.watch === true && is_in_ci())
    throw new HostError("--watch does not end, and CI is set");
  const sides = { runtime_url, is_virtual: options.virtualTime === true };
  if (options.watch === true) return await watch_cases(paths, options, sides);
  return await test_once(paths, options, sides);
}

/** Walks through the cases that fail. The exit status: 0 when none is left. */
export async function review_command(
  paths: readonly string[],
  options: TestOptions,
  runtime_url: string,
): Promise<number> {
  const { cases } = cases_of(paths, options);
  if (is_in_ci()) throw new HostError("nothing is reviewed where CI is set");
  const sides = { runtime_url, is_virtual: options.virtualTime === true };
  const verdicts = await judge_all(cases, jobs_of(options), sides);
  const pending = verdicts.filter(({ kind }) => kind === "failed");
  const { accepted, rejected, put_off } = await review(pending, paint(wants_color(process.stdout)));
  process.stdout.write(
    `${accepted.length} accepted, ${rejected.length} rejected, ${put_off.length} put off\n`,
  );
  return rejected.length + put_off.length === 0 ? 0 : 1;
}

function is_in_ci(): boolean {
  const value = process.env["CI"];
  return value !== undefined && value !== "" && value !== "0" && value !== "false";
}

function jobs_of({ jobs }: TestOptions): number {
  return jobs === undefined ? availableParallelism() : Number(jobs);
}

function cases_of(paths: readonly string[], { pythonVersion }: TestOptions): Found {
  const found = find_cases(paths, pythonVersion);
  if (found.cases.length === 0 && found.obsolete.length === 0)
    throw new HostError(`there is no case in ${paths.join(", ")}`);
  return found;
}

async function test_once(
  paths: readonly string[],
  options: TestOptions,
  sides: Sides,
): Promise<number> {
  const { cases, obsolete } = cases_of(paths, options);
  if (options.record === true) return await record_all(cases, options, sides);
  const verdicts = await judge_all(cases, jobs_of(options), sides);
  const judged = options.bless === true ? bless(verdicts) : verdicts;
  if (options.junit !== undefined) write_text(options.junit, junit(judged, sides));
  if (options.json === true) process.stdout.write(json(judged, obsolete));
  else report(judged, obsolete, sides);
  return judged.every(is_good) && obsolete.length === 0 ? 0 : 1;
}

async function judge_all(
  cases: readonly Case[],
  jobs: number,
  sides: Sides,
): Promise<readonly Verdict[]> {
  const progress = progress_of(cases.length);
  const verdicts = await in_parallel(
    cases,
    jobs,
    (each) => judge(each, sides),
    ({ case: { name } }) => progress.step(name),
  );
  progress.end();
  return verdicts;
}

async function record_all(
  cases: readonly Case[],
  options: TestOptions,
  sides: Sides,
): Promise<number> {
  const progress = progress_of(cases.length);
  const recordings = await in_parallel(
    cases.filter(({ directives }) => directives.skip === null),
    jobs_of(options),
    (each) => record(each, sides, options.python ?? null),
    ({ case: { name } }) => progress.step(name),
  );
  progress.end();
  const refused = recordings.filter(({ problem }) => problem !== null);
  for (const { case: each, problem } of refused) process.stderr.write(`${each.name}: ${problem}\n`);
  process.stdout.write(`${recordings.length - refused.length} recorded, ${refused.length} not\n`);
  return refused.length === 0 ? 0 : 1;
}

/** What is printed now is what must be, where a case failed or has nothing recorded. */
function bless(verdicts: readonly Verdict[]): readonly Verdict[] {
  return verdicts.map((verdict) => {
    if (verdict.kind !== "failed" || verdict.outcome === null || verdict.outcome.is_timed_out)
      return verdict;
    keep(verdict.case, verdict.outcome);
    process.stderr.write(`blessed ${verdict.case.name}\n`);
    return { ...verdict, kind: "passed" };
  });
}

function report(verdicts: readonly Verdict[], obsolete: readonly string[], sides: Sides): void {
  const colours = paint(wants_color(process.stdout));
  for (const verdict of verdicts) {
    if (is_good(verdict)) continue;
    process.stdout.write(`${colours.bad(verdict.kind)} ${verdict.case.name}\n`);
    process.stdout.write(`${describe(verdict, sides, colours)}\n`);
  }
  for (const file of obsolete)
    process.stdout.write(`${colours.bad("obsolete")} ${file}: its program is gone\n`);
  const count = (...kinds: readonly string[]): number =>
    verdicts.filter(({ kind }) => kinds.includes(kind)).length;
  const failed = verdicts.filter((verdict) => !is_good(verdict)).length + obsolete.length;
  const others = [
    [count("expected failure"), "failed as expected"],
    [count("skipped"), "skipped"],
  ] as const;
  const more = others.filter(([number]) => number > 0).map((each) => `, ${each.join(" ")}`);
  const line = `${count("passed")} passed, ${failed} failed${more.join("")}`;
  process.stdout.write(`${failed === 0 ? colours.good(line) : colours.bad(line)}\n`);
}

/** One line on standard error that is written over again; nothing where that is no terminal. */
function progress_of(count: number): { step: (name: string) => void; end: () => void } {
  if (process.stderr.isTTY !== true) return { step() {}, end() {} };
  let done = 0;
  return {
    step: (name) => void process.stderr.write(`\r\u001B[K${++done}/${count} ${name}`),
    end: () => void process.stderr.write("\r\u001B[K"),
  };
}

/** Runs all cases, and again when something near them changes. Ends with the process. */
async function watch_cases(
  paths: readonly string[],
  options: TestOptions,
  sides: Sides,
): Promise<number> {
  const once = { ...options, watch: false };
  let wake = (): void => {};
  const folders = new Set(
    paths.map((each) => (kind_of_path(each) === "file" ? path.dirname(each) : each)),
  );
  for (const folder of folders) watch(folder, { recursive: true }, () => wake());
  for (;;) {
    const changed = new Promise<void>((resolve) => (wake = resolve));
    await test_once(paths, once, sides);
    process.stderr.write("waiting for changes (Ctrl-C ends)\n");
    await changed;
    // an editor writes a file in several steps
    await new Promise((resolve) => setTimeout(resolve, SETTLING_MS));
  }
}

const SETTLING_MS = 100;
