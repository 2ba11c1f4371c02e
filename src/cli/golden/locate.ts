// Which line and task of the program printed a line: asked of a second run, when a case has failed.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Case } from "./case.ts";
import { comparable } from "./compare.ts";
import { read_text } from "./files.ts";
import { run } from "./outcome.ts";
import { by_us, type Sides } from "./sides.ts";

export interface Place {
  readonly file: string;
  readonly source_line: number;
  readonly function: string;
  readonly task: string;
}

interface Printed extends Partial<Place> {
  readonly line: number;
}

/**
 * Who printed the line of that number and text; `null` where nobody knows: a line that masks or sorting have moved, or
 * another output the second time.
 */
export async function locate(
  each: Case,
  sides: Sides,
  line: number,
  text: string,
): Promise<Place | null> {
  const folder = mkdtempSync(path.join(tmpdir(), "pyasync2ts-trace-"));
  try {
    const trace = path.join(folder, "lines");
    const { stdout } = await run(by_us(each, sides, trace));
    const actual = comparable(stdout, each.directives).split("\n");
    if (actual[line - 1] !== text || each.directives.any_order.length > 0) return null;
    const printed = (read_text(trace) ?? "").split("\n").filter(Boolean);
    const found = printed.map((json) => JSON.parse(json) as Printed).find(is_it);
    return found !== undefined && has_place(found) ? found : null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }

  function is_it(printed: Printed): boolean {
    return printed.line === line;
  }
}

function has_place(printed: Printed): printed is Printed & Place {
  return typeof printed.file === "string";
}
