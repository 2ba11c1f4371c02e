// How the engine is to compile us while we go through many files: the optimiser costs more than what it saves.
import { setFlagsFromString } from "node:v8";

/**
 * For this thread and those started from now on: a function must be fifteen times as busy as by default before it is
 * optimised. A batch is over in seconds, and is many functions that are all a little busy.
 */
export function optimise_late(): void {
  setFlagsFromString("--interrupt-budget=1000000");
}
