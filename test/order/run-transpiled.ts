// Runs a random program through the whole house: its Python text transpiled, its log read from the module.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type * as pyasync2ts from "../../src/index.ts";
import type { Program } from "./program.ts";
import { whole_python_text } from "./whole.ts";

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
): Promise<{ run: (program: Program) => Promise<readonly string[]>; close: () => void }> {
  const runtime_url = pathToFileURL(`${dist}/`).href;
  const asyncio = (await import(`${runtime_url}asyncio.js`)) as BuiltAsyncio;
  const { transpile_program } = (await import(`${runtime_url}index.js`)) as typeof pyasync2ts;
  const policy = new asyncio.DefaultEventLoopPolicy();
  policy.new_event_loop = () => new asyncio.EventLoop({ clock: new asyncio.VirtualClock() });
  asyncio.set_event_loop_policy(policy);
  const scratch = mkdtempSync(path.join(dist, "order-"));
  let count = 0;
  const run = async (program: Program): Promise<readonly string[]> => {
    const text = whole_python_text(program);
    const { modules, main, diagnostics } = transpile_program(text, {
      file: "order.py",
      runtime_url,
    });
    if (modules === null) return diagnostics.map((diagnostic) => JSON.stringify(diagnostic));
    const folder = `${count++}-`;
    for (const module of modules)
      writeFileSync(path.join(scratch, folder + module.path), module.code);
    const names = (await import(pathToFileURL(path.join(scratch, folder + main)).href)) as {
      recorded_lines(): readonly string[];
    };
    return [...names.recorded_lines()];
  };
  return { run, close: () => rmSync(scratch, { recursive: true }) };
}
