// Clean-ups of a whole module.
import type { Blocking } from "../../builtins/blocking.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { called } from "./calling.ts";
import { type Cleanup, enter_context } from "./contexts.ts";

const cleanups: Cleanup[] = [];

/** Remembers a function for when the tests of the module are done. */
export function addModuleCleanup(function_: Dynamic, ...args: readonly Dynamic[]): void {
  cleanups.push([function_, args]);
}

/** Enters a manager that is left then. */
export function enterModuleContext(cm: Dynamic): Dynamic {
  return enter_context(cm, addModuleCleanup);
}

/** Calls what was remembered, the last one first; the first exception is raised at the end. */
export async function doModuleCleanups(): Blocking<void> {
  const errors: unknown[] = [];
  for (let next = cleanups.pop(); next !== undefined; next = cleanups.pop()) {
    try {
      await called(...next);
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
}
