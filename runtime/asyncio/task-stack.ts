// get_stack and print_stack: where a task hangs, or where the exception that ended it came from.
import type { Dynamic } from "../builtins/dynamic.ts";
import { print } from "../builtins/print.ts";
import { repr } from "../builtins/representation.ts";
import { standard_streams } from "../builtins/standard-streams.ts";
import { format_exception_only, format_frames } from "../builtins/traceback/format-exception.ts";
import { frames_of, type Frame } from "../builtins/traceback/frames.ts";
import { StackFrameObject } from "../builtins/traceback/traceback.ts";

/** What is asked about a task. */
export interface Stacked {
  readonly _exception: Dynamic;
  /** Where its own coroutine stands; `null` where that has ended or nothing tells. */
  _own_frame(): Frame | null;
}

/** The frame of a coroutine that hangs; of a task that has failed the frames of the traceback, outermost first. */
export function task_stack(task: Stacked, limit: number | null): StackFrameObject[] {
  return stacked(task, limit).map((frame) => new StackFrameObject(frame));
}

/** Writes what `get_stack` gives as a traceback, to `sys.stderr` unless `file` is given. */
export function print_task_stack(task: Stacked, limit: number | null, file: Dynamic): void {
  const frames = stacked(task, limit);
  const error: Dynamic = task._exception;
  const kind = error === null ? "Stack" : "Traceback";
  const head =
    frames.length === 0
      ? `No stack for ${repr(task)}`
      : `${kind} for ${repr(task)} (most recent call last):`;
  const plain = frames.map((frame) => ({ ...frame, place: null }));
  const last = error === null ? "" : format_exception_only(error);
  print(`${head}\n${format_frames(plain)}${last}`, {
    file: file ?? standard_streams().stderr,
    end: "",
  });
}

function stacked(task: Stacked, limit: number | null): readonly Frame[] {
  const own = task._own_frame();
  const frames = own !== null ? [own] : task._exception === null ? [] : frames_of(task._exception);
  return limit === null ? frames : frames.slice(0, Math.max(limit, 0));
}
