// Runs a random program on our loop, under the virtual clock, and returns what it logged.
import * as asyncio from "../../runtime/asyncio/index.ts";
import type { Dynamic } from "../../runtime/builtins/dynamic.ts";
import { make_prelude } from "./prelude.ts";
import { script_text } from "./print.ts";
import type { Program } from "./program.ts";

export async function run_program(program: Program): Promise<string[]> {
  const lines: string[] = [];
  const loop = new asyncio.EventLoop({ clock: new asyncio.VirtualClock() });
  const prelude: Dynamic = make_prelude(loop, lines);
  loop.set_exception_handler(prelude.on_exception);
  const names = Object.keys(prelude);
  const main = new Function(...names, `"use strict";\n${script_text(program)}`)(
    ...Object.values(prelude),
  ) as () => Promise<unknown>;
  try {
    const result = await asyncio.run(main, { loop_factory: () => loop });
    lines.push(`result ${prelude.show(result)}`);
  } catch (error) {
    lines.push(
      error instanceof asyncio.DeadlockError ? "deadlock" : `raised ${prelude.show(error)}`,
    );
  }
  return [...lines];
}
