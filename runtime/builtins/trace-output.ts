// `pyasync2ts run --trace`: which line of the program printed each line of its output, and in which task.
import type { Dynamic } from "./dynamic.ts";
import { watch_stdout } from "../platform/output.ts";
import { interpreter } from "./threads.ts";
import { frames_of, type Frame } from "./traceback/frames.ts";

/** Who began a line of standard output. */
export interface PrintedLine {
  /** From 1. */
  readonly line: number;
  /** The Python file and its line; `null` where only the library wrote. */
  readonly file: string | null;
  readonly source_line: number | null;
  readonly function: string | null;
  /** The name of the task, else of the thread. */
  readonly task: string;
}

/** Calls `heard` for each line of standard output, when its first part is written. */
export function trace_output(heard: (line: PrintedLine) => void): void {
  let line = 1;
  let is_begun = false;
  watch_stdout((text) => {
    const parts = text.split("\n");
    let frame: Frame | null | undefined;
    for (const [index, part] of parts.entries()) {
      if (index > 0) {
        line++;
        is_begun = false;
      }
      if (is_begun || (part === "" && index === parts.length - 1)) continue;
      is_begun = true;
      frame ??= frames_of(new Error()).at(-1) ?? null;
      heard({
        line,
        file: frame?.file ?? null,
        source_line: frame?.line ?? null,
        function: frame?.name ?? null,
        task: task_name(),
      });
    }
  });
}

function task_name(): string {
  const task = interpreter.current.stepping as Dynamic;
  return task === null ? interpreter.current.name : task.get_name();
}
