// An exception as tracebacks end with it.
import { BaseException } from "../builtins/exceptions/index.ts";
import { text_of } from "../builtins/representation.ts";
import { class_full_name } from "../builtins/type-name.ts";

/** `Traceback …` and the last line, which names class and text. */
export function exception_lines(error: unknown): string {
  return `Traceback (most recent call last):\n${last_line(error)}\n`;
}

function last_line(error: unknown): string {
  if (!(error instanceof BaseException)) return String(error);
  const name = class_full_name(error.constructor);
  const text = text_of(error);
  return text === "" ? name : `${name}: ${text}`;
}
