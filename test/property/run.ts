// One program through the whole house: its text transpiled, the module executed, its printed lines.
import { pathToFileURL } from "node:url";
import type * as runtime from "../../runtime/builtins/index.ts";
import type * as pyasync2ts from "../../src/index.ts";

/** With an address behind them, the names of functions are not compared: ours have no `f.<locals>.` there. */
const NAMED =
  /<(function|generator object|async_generator object|coroutine object)(?: .*?)? at 0x…>/g;

/** The lines that a program prints; an uncaught exception, a diagnostic or a defect of ours is the last one. */
export type Printed = readonly string[];

/** A function that runs programs on the built package in `dist` (a folder). */
export async function program_printer(dist: string): Promise<(source: string) => Promise<Printed>> {
  const runtime_url = pathToFileURL(`${dist}/`).href;
  const builtins = (await import(`${runtime_url}builtins.js`)) as typeof runtime;
  const { transpile_program } = (await import(`${runtime_url}index.js`)) as typeof pyasync2ts;
  const streams = builtins.standard_streams();
  let count = 0;

  return async (source) => {
    let text = "";
    streams.stdout = { write: (part: string) => void (text += part), flush: () => undefined };
    try {
      const { modules, diagnostics } = transpile_program(source, {
        file: "program.py",
        runtime_url,
      });
      if (modules === null)
        return diagnostics.map(({ code, message }) => `refused ${code}: ${message}`);
      // A module is run once for each URL.
      const code = Buffer.from(`${modules[0]?.code}\n// ${count++}`).toString("base64");
      await import(`data:text/javascript;base64,${code}`);
    } catch (thrown) {
      text += last_line(thrown, builtins);
    }
    return text
      .replaceAll(/0x[0-9a-f]{8,}/g, "0x…")
      .replaceAll(NAMED, "<$1 at 0x…>")
      .split("\n");
  };
}

function last_line(thrown: unknown, builtins: typeof runtime): string {
  const error = builtins.as_exception(thrown);
  if (error instanceof builtins.SystemExit) return `exit ${builtins.str(error.code)}\n`;
  const name = builtins.getattr(builtins.type(error), "__name__") as string;
  return `uncaught ${name}: ${builtins.str(error)}\n`;
}
