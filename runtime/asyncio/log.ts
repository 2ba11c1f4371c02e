// Where asyncio's messages go: the logger "asyncio". Until the program imports logging: standard error, warnings and up.
import { format_exception } from "../builtins/traceback/format-exception.ts";

export type LogLevel = "debug" | "info" | "warning" | "error";

/** What a module of asyncio has to tell. */
export interface LogMessage {
  /** `base_events`, `unix_events` …: whose `logger` CPython calls. */
  readonly module: string;
  readonly level: LogLevel;
  /** With `%s` and the like where `args` go; `text` is the whole. */
  readonly format: string;
  readonly args: readonly unknown[];
  readonly text: string;
  /** The exception that goes with it, or `null`; whether it is the one being handled. */
  readonly error: unknown;
  readonly is_handled: boolean;
}

export type LogSink = (message: LogMessage) => void;

/** The runtime's logging module puts its own sink here. */
export const logger: { sink: LogSink; format_exception: (error: unknown) => string } = {
  sink: write_to_error,
  format_exception: (error) => format_exception(error).trimEnd(),
};

export function log(
  module: string,
  level: LogLevel,
  text: string,
  more: Partial<Pick<LogMessage, "format" | "args" | "error" | "is_handled">> = {},
): void {
  const plain = { format: text, args: [], error: null, is_handled: false };
  logger.sink({ module, level, text, ...plain, ...more });
}

/** What logging's last resort does. */
function write_to_error({ level, text, error }: LogMessage): void {
  if (level === "debug" || level === "info") return;
  console.error(error === null ? text : `${text}\n${logger.format_exception(error)}`);
}
