// The two sides: a case as CPython runs it, and as we do.
import { fileURLToPath } from "node:url";
import { python_versions } from "../../project.ts";
import type { Case } from "./case.ts";
import type { ToRun } from "./outcome.ts";

export interface Sides {
  /** The folder of the built modules. */
  readonly runtime_url: string;
  /** Virtual time for every case, whatever its header says. */
  readonly is_virtual: boolean;
}

export function by_cpython(each: Case, python: string, sides: Sides): ToRun {
  const is_virtual = sides.is_virtual || each.directives.virtual;
  const clock = fileURLToPath(new URL("virtual_time.py", sides.runtime_url));
  return {
    command: python,
    args: [...(is_virtual ? [clock] : []), each.file, ...each.args],
    env: {
      PYTHONHASHSEED: "0",
      PYTHONIOENCODING: "utf-8",
      PYTHONDONTWRITEBYTECODE: "1",
      PYTHONUNBUFFERED: "",
    },
    stdin: each.stdin,
    timeout: each.directives.timeout,
  };
}

/** The newest is what the names of a program tell better: many run by it were written before. */
function is_known(python: string): boolean {
  return python !== python_versions.at(-1) && python_versions.some((each) => each === python);
}

/** `trace`: a file for what printed each line. */
export function by_us(each: Case, sides: Sides, trace: string | null = null): ToRun {
  const is_virtual = sides.is_virtual || each.directives.virtual;
  const options = [
    ...(is_virtual ? ["--virtual-time"] : []),
    ...(trace === null ? [] : ["--trace", trace]),
    ...(is_known(each.directives.python) ? ["--python-version", each.directives.python] : []),
  ];
  return {
    command: process.execPath,
    args: [
      fileURLToPath(new URL("cli.js", sides.runtime_url)),
      "run",
      ...options,
      each.file,
      ...each.args,
    ],
    stdin: each.stdin,
    timeout: each.directives.timeout,
  };
}
