// Our own command, as users start it.
import { spawnSync } from "node:child_process";
import path from "node:path";
import type { Command } from "./execute.ts";
import { repository } from "./fixture.ts";

export const cli = path.join(repository, "dist/cli.js");

/** `pyasync2ts run FILE` */
export const by_run: Command = (fixture) => ({
  command: process.execPath,
  args: [cli, "run", ...(fixture.virtual ? ["--virtual-time"] : []), fixture.file],
});

/** `pyasync2ts …`, to its end. */
export function pyasync2ts(
  args: readonly string[],
  options: {
    readonly cwd?: string;
    readonly input?: string | Uint8Array;
    readonly env?: NodeJS.ProcessEnv;
  } = {},
) {
  const result = spawnSync(process.execPath, [cli, ...args], {
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
    ...options,
  });
  return { status: result.status, stdout: result.stdout, stderr: result.stderr };
}
