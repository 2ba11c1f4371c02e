// Python's traceback: exceptions as text.
import type { Dynamic } from "../builtins/dynamic.ts";
import { as_exception } from "../builtins/exceptions/as-exception.ts";
import { handled_exception } from "../builtins/raising/handling.ts";
import { standard_streams } from "../builtins/standard-streams.ts";
import {
  format_exception as exception_text,
  format_exception_only as exception_only_text,
  format_frames,
} from "../builtins/traceback/format-exception.ts";
import { lines } from "./_traceback/lines.ts";
import { StackSummary } from "./_traceback/summaries.ts";

export { FrameSummary, StackSummary } from "./_traceback/summaries.ts";
export { TracebackException } from "./_traceback/traceback-exception.ts";

/** The traceback's lines, each with its newline. `format_exception(error)` or `(type, error, traceback)`. */
export function format_exception(
  exc: Dynamic,
  value: Dynamic = undefined,
  _tb: Dynamic = null,
  _limit: number | null = null,
  chain: boolean = true,
): string[] {
  return lines(exception_text(value === undefined ? exc : value, { chain }));
}

/** The last part alone: class and text. */
export function format_exception_only(exc: Dynamic, value: Dynamic = undefined): string[] {
  return lines(exception_only_text(as_exception(value === undefined ? exc : value)));
}

/** Prints the traceback of an exception to `file`, `sys.stderr` unless told. */
export function print_exception(
  exc: Dynamic,
  value: Dynamic = undefined,
  _tb: Dynamic = null,
  _limit: number | null = null,
  file: Dynamic = null,
  chain: boolean = true,
): void {
  const stream: Dynamic = file ?? standard_streams().stderr;
  stream.write(format_exception(exc, value, null, null, chain).join(""));
}

/** The traceback of the exception that is being handled; `NoneType: None` where none is. */
export function format_exc(_limit: number | null = null, chain: boolean = true): string {
  const error = handled_exception();
  return error === null ? NOTHING : exception_text(error, { chain });
}

export function print_exc(
  _limit: number | null = null,
  file: Dynamic = null,
  chain: boolean = true,
): void {
  const stream: Dynamic = file ?? standard_streams().stderr;
  stream.write(format_exc(null, chain));
}

/** The entries of `error.__traceback__`, outermost call first. */
export function extract_tb(tb: Dynamic, limit: number | null = null): StackSummary {
  return StackSummary.of_traceback(tb, limit);
}

export function format_tb(tb: Dynamic, limit: number | null = null): string[] {
  return extract_tb(tb, limit).format();
}

export function print_tb(tb: Dynamic, limit: number | null = null, file: Dynamic = null): void {
  const stream: Dynamic = file ?? standard_streams().stderr;
  stream.write(format_tb(tb, limit).join(""));
}

/** The lines for entries: summaries, or tuples of file, line, name and text. */
export function format_list(extracted_list: Iterable<Dynamic>): string[] {
  return [...extracted_list].map((each) => {
    const [filename, lineno, name, line] = each;
    return format_frames([{ file: filename, line: lineno, name, text: line ?? null }]);
  });
}

const NOTHING = "NoneType: None\n";
