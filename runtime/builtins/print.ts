// print().
import type { Dynamic } from "./dynamic.ts";
import { TypeError } from "./exceptions/hierarchy.ts";
import { text_of } from "./representation.ts";
import { StandardOutput, standard_streams } from "./standard-streams.ts";
import { nearest_name } from "./traceback/suggestion.ts";
import { type_name } from "./type-name.ts";

export interface PrintOptions {
  readonly sep?: string | null;
  readonly end?: string | null;
  /** Anything with `write(text)`; standard output when left out. */
  readonly file?: Dynamic;
  readonly flush?: boolean;
}

/**
 * `print(…values, { sep, end, file, flush })`: writes the texts of the values with `sep` between and `end`
 * behind them. Errors: those of the values' `__str__` and of the stream.
 */
export function print(...values: readonly unknown[]): void {
  const options = keyword_options(values);
  for (const name in options) if (!NAMES.has(name)) throw unexpected(name);
  const count = options === null ? values.length : values.length - 1;
  const separator = option_text(options?.sep, " ", "sep");
  const file: Dynamic = options?.file ?? standard_streams().stdout;
  if (file === null) return;
  if (!(file instanceof StandardOutput)) return print_parts(values.slice(0, count), options, file);
  let text = "";
  try {
    for (let index = 0; index < count; index++) {
      if (index > 0) text += separator;
      text += text_of(values[index]);
    }
  } catch (error) {
    // What stands before has been written by then.
    if (text !== "") file.write(text);
    throw error;
  }
  file.write(text + option_text(options?.end, "\n", "end"));
  if (options?.flush === true) file.flush();
}

/** Another's `write` hears of each part by itself, as in CPython. */
function print_parts(
  values: readonly unknown[],
  options: PrintOptions | null,
  file: Exclude<Dynamic, null>,
): void {
  const separator = option_text(options?.sep, " ", "sep");
  const end = option_text(options?.end, "\n", "end");
  for (const [index, value] of values.entries()) {
    if (index > 0) file.write(separator);
    file.write(text_of(value));
  }
  file.write(end);
  if (options?.flush === true) file.flush();
}

const NAMES: ReadonlySet<string> = new Set(["sep", "end", "file", "flush"]);

function unexpected(name: string): TypeError {
  const nearest = nearest_name(name, [...NAMES]);
  const suggested = nearest === null ? "" : `. Did you mean '${nearest}'?`;
  return new TypeError(`print() got an unexpected keyword argument '${name}'${suggested}`);
}

/** The trailing plain object, which is never a Python value. */
function keyword_options(values: readonly unknown[]): PrintOptions | null {
  const last = values.at(-1);
  if (typeof last !== "object" || last === null) return null;
  return Object.getPrototypeOf(last) === Object.prototype ? (last as PrintOptions) : null;
}

function option_text(given: unknown, standard: string, name: string): string {
  if (given == null) return standard;
  if (typeof given === "string") return given;
  throw new TypeError(`${name} must be None or a string, not ${type_name(given)}`);
}
