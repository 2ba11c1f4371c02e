// The versions of Node that the package is made for, as far as they are on this machine.
import { spawnSync } from "node:child_process";

export interface NodeCommand {
  readonly major: number;
  readonly command: string;
}

const MAJORS = [20, 22, 24, 26];

/** This Node, and others by `NODE22`, `NODE24` … in the environment or `node22` … on PATH. */
export function find_nodes(): readonly NodeCommand[] {
  const own = { major: Number(process.versions.node.split(".")[0]), command: process.execPath };
  const others = MAJORS.filter((major) => major !== own.major).flatMap((major) => {
    const named = process.env[`NODE${major}`];
    const candidates = [...(named ? [named] : []), `node${major}`];
    const command = candidates.find((each) => reports(each, major));
    return command === undefined ? [] : [{ major, command }];
  });
  return [own, ...others];
}

function reports(command: string, major: number): boolean {
  const { status, stdout } = spawnSync(command, ["--version"], { encoding: "utf8" });
  return status === 0 && stdout.startsWith(`v${major}.`);
}
