// `pyasync2ts explain PA1001`: what a code means, and the way out.
import { explanations } from "../diagnostics/explanations.ts";

/** The exit status: 2 for a code that there is not. Without a code, all of them, a line each. */
export function explain_command(code: string | undefined): number {
  if (code === undefined) {
    for (const [name, { title }] of Object.entries(explanations))
      process.stdout.write(`${name}  ${title}\n`);
    return 0;
  }
  const name = code.toUpperCase();
  const found = Object.hasOwn(explanations, name) ? explanations[name] : undefined;
  if (found === undefined) {
    process.stderr.write(
      `pyasync2ts: there is no code '${code}' (pyasync2ts explain lists them)\n`,
    );
    return 2;
  }
  process.stdout.write(`${name}: ${found.title}\n\n${found.why}\n\nWay out: ${found.way_out}\n`);
  return 0;
}
