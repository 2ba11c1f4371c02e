// Runs random programs through the whole house: their Python text transpiled, their logs read from the module.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type * as pyasync2ts from "../../src/index.ts";
import { module_text } from "./print.ts";
import type { Program } from "./program.ts";

/** Runs programs on our side and returns their logs. */
export type RunPrograms = (programs: readonly Program[]) => Promise<readonly (readonly string[])[]>;

/** What the built runtime exports for us. */
interface BuiltAsyncio {
  readonly EventLoop: new (options: { clock: unknown }) => unknown;
  readonly VirtualClock: new () => unknown;
  readonly DefaultEventLoopPolicy: new () => { new_event_loop: () => unknown };
  set_event_loop_policy(policy: unknown): void;
}

/** A runner over the built runtime in `dist` (a folder). `close` removes its scratch files. */
export async function transpiled_runner(
  dist: string,
): Promise<{ run: RunPrograms; close: () => void }> {
  const runtime_url = pathToFileURL(`${dist}/`).href;
  const asyncio = (await import(`${runtime_url}asyncio.js`)) as BuiltAsyncio;
  const { transpile_program } = (await import(`${runtime_url}index.js`)) as typeof pyasync2ts;
  const policy = new asyncio.DefaultEventLoopPolicy();
  policy.new_event_loop = () => new asyncio.EventLoop({ clock: new asyncio.VirtualClock() });
  asyncio.set_event_loop_policy(policy);
  const scratch = mkdtempSync(path.join(dist, "order-"));
  let count = 0;
  /** The logs, or what kept the module from running. */
  const run_module = async (
    programs: readonly Program[],
  ): Promise<readonly (readonly string[])[] | string> => {
    const { modules, main, diagnostics } = transpile_program(module_text(programs), {
      file: "order.py",
      runtime_url,
    });
    if (modules === null) return JSON.stringify(diagnostics[0]);
    const folder = `${count++}-`;
    for (const module of modules)
      writeFileSync(path.join(scratch, folder + module.path), module.code);
    try {
      const url = pathToFileURL(path.join(scratch, folder + main)).href;
      const names = (await in_time(import(url), programs)) as {
        recorded_logs(): readonly (readonly string[])[];
      };
      return names.recorded_logs();
    } catch (error) {
      return String(error);
    }
  };
  const run: RunPrograms = async (programs) => {
    const logs = await run_module(programs);
    if (typeof logs !== "string") return logs;
    if (programs.length === 1) return [[`refused ${logs}`]];
    // One program that does not run shall not hide the others.
    console.warn(`seeds ${programs[0]?.seed} to ${programs.at(-1)?.seed} together: ${logs}`);
    const alone: (readonly string[])[] = [];
    for (const program of programs) alone.push(...(await run([program])));
    return alone;
  };
  return { run, close: () => rmSync(scratch, { recursive: true }) };
}

const LONGEST_SECONDS = 300;

/** A loop that waits for what never comes shall not hold all. */
async function in_time<T>(run: Promise<T>, programs: readonly Program[]): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const seeds = programs.map((program) => program.seed).join(" ");
    timer = setTimeout(() => reject(new Error(`hangs: one of ${seeds}`)), LONGEST_SECONDS * 1000);
  });
  try {
    return await Promise.race([run, late]);
  } finally {
    clearTimeout(timer);
  }
}
