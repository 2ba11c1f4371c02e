// Which CPython the scripts compare with: PYTHON, else what PATH offers.
import { spawnSync } from "node:child_process";

/** The command of a CPython 3.13, or the nearest that there is. Ends the process when there is none. */
export function python_executable(): string {
  const candidates = [process.env["PYTHON"], "python3.13", "python3", "python"];
  for (const candidate of candidates)
    if (candidate !== undefined && spawnSync(candidate, ["-V"]).status === 0) return candidate;
  console.error("no Python found: set PYTHON to a CPython 3.13");
  process.exit(2);
}
