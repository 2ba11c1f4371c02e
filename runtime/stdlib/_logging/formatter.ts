// Formatter: records as text.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { ValueError } from "../../builtins/exceptions/index.ts";
import { Dict, format, mod } from "../../builtins/index.ts";
import { repr, text_of } from "../../builtins/representation.ts";
import { format_exception } from "../../builtins/traceback/format-exception.ts";
import { Template } from "../string.ts";
import { local_moment, type Moment } from "../_time/calendar.ts";
import { format_moment } from "../_time/strftime.ts";
import type { LogRecord } from "./record.ts";

export const BASIC_FORMATS: Readonly<Record<string, string>> = {
  "%": "%(levelname)s:%(name)s:%(message)s",
  "{": "{levelname}:{name}:{message}",
  $: "${levelname}:${name}:${message}",
};
const BARE_FORMATS: Readonly<Record<string, string>> = {
  "%": "%(message)s",
  "{": "{message}",
  $: "${message}",
};

export class Formatter {
  static readonly __name__: string = "Formatter";
  static readonly __module__: string = "logging";

  default_time_format = "%Y-%m-%d %H:%M:%S";
  default_msec_format: string | null = "%s,%03d";
  datefmt: string | null;
  readonly _fmt: string;
  readonly #style: string;
  readonly #defaults: Dict<string, Dynamic> | null;

  /** ValueError for a style that is none of `%`, `{`, `$`. */
  constructor(
    fmt: string | null = null,
    datefmt: string | null = null,
    style: string = "%",
    _validate: boolean = true,
    { defaults = null }: { defaults?: Dict<string, Dynamic> | null } = {},
  ) {
    if (!(style in BARE_FORMATS)) throw new ValueError(`Style must be one of: %,{,$`);
    this._fmt = fmt ?? BARE_FORMATS[style] ?? "";
    this.datefmt = datefmt;
    this.#style = style;
    this.#defaults = defaults;
  }

  format(record: LogRecord): string {
    record.message = record.getMessage();
    if (this.usesTime()) record.asctime = this.formatTime(record, this.datefmt);
    const text = this.formatMessage(record);
    if (record.exc_info && !record.exc_text)
      record.exc_text = this.formatException(record.exc_info);
    const parts = [text.replace(/\n$/, (end) => (record.exc_text ? "" : end))];
    if (record.exc_text) parts.push(record.exc_text);
    if (record.stack_info) parts.push(this.formatStack(record.stack_info));
    return parts.join("\n");
  }

  formatMessage(record: LogRecord): string {
    const values = new Dict<string, Dynamic>(this.#defaults ?? null);
    for (const [name, value] of Object.entries(record)) values.set(name, value);
    if (this.#style === "%")
      return mod(this._fmt as Dynamic, values as Dynamic) as unknown as string;
    if (this.#style === "$") return new Template(this._fmt).substitute(values);
    return brace_format(this._fmt, values);
  }

  formatTime(record: LogRecord, datefmt: string | null = null): string {
    const moment = this.converter(Number(record.created));
    if (datefmt !== null) return format_moment(datefmt, moment);
    const text = format_moment(this.default_time_format, moment);
    if (this.default_msec_format === null) return text;
    return `${text},${String(Math.trunc(Number(record.msecs))).padStart(3, "0")}`;
  }

  formatException(ei: Dynamic): string {
    const error: unknown = Array.isArray(ei) ? ei[1] : ei;
    return error == null ? "NoneType: None" : format_exception(error).replace(/\n$/, "");
  }

  formatStack(stack_info: string): string {
    return stack_info;
  }

  usesTime(): boolean {
    return this._fmt.includes("asctime");
  }

  /** The moment of a time stamp. */
  converter(seconds: number): Moment {
    return local_moment(seconds);
  }
}

/** `{name:>8}`: names with format specs, as str.format takes them. */
function brace_format(text: string, values: Dict<string, Dynamic>): string {
  return text.replace(
    /\{\{|\}\}|\{(\w+)(?:!([rsa]))?(?::([^{}]*))?\}/g,
    (found: string, name?: string, conversion?: string, spec?: string) => {
      if (name === undefined) return found.charAt(0);
      const value: Dynamic = values.at(name);
      const shown = conversion === "r" ? repr(value) : conversion === "s" ? text_of(value) : value;
      return format(shown, spec ?? "");
    },
  );
}
