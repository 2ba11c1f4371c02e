// A list of calls: knows whether it holds other calls in a row, and shows them one a line.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { eq } from "../../builtins/equality.ts";
import { repr } from "../../builtins/representation.ts";
import { truth } from "../../builtins/truth.ts";

/** Whether the calls stand in the list, one behind the other. */
export function holds_run(list: readonly Dynamic[], run: readonly Dynamic[]): boolean {
  if (run.length > list.length) return false;
  for (let at = 0; at + run.length <= list.length; at++)
    if (run.every((each, index) => truth(eq(list[at + index], each)))) return true;
  return false;
}

/** As `pprint` shows a list. */
export function calls_text(list: readonly Dynamic[]): string {
  const line = repr([...list]);
  if (line.length < WIDTH) return line;
  return `[${list.map((each) => repr(each)).join(",\n ")}]`;
}

const WIDTH = 80;
