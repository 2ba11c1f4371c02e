// Python's traceback: exceptions as text.
import type { Dynamic } from "../builtins/dynamic.ts";
import { as_exception } from "../builtins/exceptions/as-exception.ts";
import { standard_streams } from "../builtins/standard-streams.ts";
import {
  format_exception as exception_text,
  format_exception_only as exception_only_text,
} from "../builtins/traceback/format-exception.ts";

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

function lines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
