// The traceback of an exception that nobody can catch: told on sys.stderr, and forgotten.
import type { BaseException } from "../exceptions/base.ts";
import { format_exception_only, format_frames } from "./format-exception.ts";
import { frames_below, frames_of } from "./frames.ts";

/** As the interpreter writes it itself: without carets, causes and contexts. `outside` was made where the call was. */
export function format_unraisable(error: BaseException, outside: Error): string {
  const inner = frames_below(frames_of(error), frames_of(outside));
  const frames = inner.map((frame) => ({ ...frame, place: null }));
  const head = frames.length > 0 ? "Traceback (most recent call last):\n" : "";
  return head + format_frames(frames) + format_exception_only(error);
}
