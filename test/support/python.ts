// The CPython that scripts can do nothing without.
import { find_python } from "../../src/cli/golden/python.ts";

export { find_python };

/** The command of a CPython of that version; where there is none, ends the process with a clear word. */
export function needed_python(version: string): string {
  const python = find_python(version);
  if (python !== null) return python;
  console.error(
    `no Python ${version} found: set PYTHON${version.replace(".", "")}, or put python${version} on the PATH`,
  );
  process.exit(2);
}
