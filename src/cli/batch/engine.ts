// How the engine is to compile us while we go through many files: the optimiser costs more than what it saves.
import { setFlagsFromString } from "node:v8";

/**
 * For this thread and those started from now on: a function must be ten times as busy as by default before it is
 * optimised fully. A batch is over in seconds, and is many functions that are all a little busy.
 */
export function optimise_late(): void {
  const [major = ""] = process.versions.v8.split(".");
  const flag = LATE.get(major);
  if (flag !== undefined) setFlagsFromString(flag);
}

/** By V8's version, since it writes an error for a flag that it does not know; from 14 on its own measure is best. */
const LATE: ReadonlyMap<string, string> = new Map([
  ["11", "--interrupt-budget=1000000"],
  ["12", "--invocation-count-for-turbofan=30000"],
  ["13", "--invocation-count-for-turbofan=30000"],
]);
