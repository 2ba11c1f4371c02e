// exit() and quit(): the interpreter's own names for sys.exit.
import type { Dynamic } from "./dynamic.ts";
import { SystemExit } from "./exceptions/index.ts";

/** Ends the program by SystemExit; unlike `sys.exit()` it always has a code, `None` if need be. */
export function exit(code: Dynamic = null): never {
  throw new SystemExit(code);
}

export function quit(code: Dynamic = null): never {
  throw new SystemExit(code);
}
