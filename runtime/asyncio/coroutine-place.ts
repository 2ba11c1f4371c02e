// What the repr of a task says of its coroutine: its name, and the line where it stands.
import { noted_places } from "../builtins/noted-places.ts";
import { source_lines } from "../platform/stack-frames.ts";
import { frames_at, type Frame } from "../builtins/traceback/frames.ts";
import { code_named, has_program_codes } from "../builtins/traceback/program-codes.ts";
import type { CoroutineLike } from "./coroutines.ts";
import { coroutine_name, is_library_call } from "./coroutines.ts";

/** `main() running at app.py:12`, `main() done, defined at app.py:10`; the name alone where nothing is known. */
export function format_coroutine(
  coroutine: CoroutineLike<unknown>,
  task: object,
  { is_done, has_started }: { readonly is_done: boolean; readonly has_started: boolean },
): string {
  const name = coroutine_name(coroutine);
  if (!has_program_codes()) return `${name}()`;
  const state = is_done ? "done, defined" : "running";
  const frame = has_started && !is_done ? own_frame(task, name) : null;
  if (frame !== null) return `${frame.qualname ?? name}() running at ${frame.file}:${frame.line}`;
  const code = is_library_call(coroutine) ? null : code_named(name);
  if (code === null) return `${name}() ${state}`;
  if (has_started && !is_done) return `${code.qualname}() running`;
  return `${code.qualname}() ${state} at ${code.file}:${code.first_line}`;
}

/** Where the coroutine stands: at its first line before it starts. `null` where nothing tells. */
export function coroutine_frame(
  coroutine: CoroutineLike<unknown>,
  task: object,
  has_started: boolean,
): Frame | null {
  const name = coroutine_name(coroutine);
  if (has_started) return own_frame(task, name);
  const code = is_library_call(coroutine) ? null : code_named(name);
  if (code === null) return null;
  const { file, first_line, qualname } = code;
  const text = source_lines(file, first_line, first_line)[0]?.trim() ?? null;
  return { file, line: first_line, name: code.name, text, qualname, first_line };
}

/** The frame of the task's own coroutine, as the `await` at which it hangs has noted it; `null` where none has. */
function own_frame(task: object, name: string): Frame | null {
  const last = name.slice(name.lastIndexOf(".") + 1);
  for (const place of noted_places(task)) {
    // A bare thunk is a frame of its own, in the code that made the task.
    const found = frames_at(place)
      .slice(0, 2)
      .find(({ name: each }) => each === last);
    if (found !== undefined) return found;
  }
  return null;
}
